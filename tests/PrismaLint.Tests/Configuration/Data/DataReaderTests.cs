using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration.Data;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Configuration.Data;

public sealed class DataReaderTests
{
    // The right side is what js-yaml 4 makes of the left one, as JSON.
    [TestCase("a: 1\nb:\n  c: x y # why\n  d: 'it''s'\n", """{a:#1,b:{c:"x y",d:"it's"}}""")]
    [TestCase("a:\n- x\n- y: 1\n  z: 2\n-\n  - q\n  - - r\n    - s\n", """{a:["x",{y:#1,z:#2},["q",["r","s"]]]}""")]
    [TestCase("---\nrules:\n    a-b: [error, {x: \"/Id$/\", y: [p, 'q']}]\n    c: off\n", """{rules:{a-b:["error",{x:"/Id$/",y:["p","q"]}],c:"off"}}""")]
    [TestCase("{\"a\":[1,true,null,\"x\\ty\\u0041\"],\n\t\"b\":{}}", """{a:[#1,!true,~null,"x	yA"],b:{}}""")]
    [TestCase("# c\n\na:\nb: ~\nc: yes\nd: True\ne: http://x#y\nf: /^a$/\n", """{a:~,b:~~,c:"yes",d:!True,e:"http://x#y",f:"/^a$/"}""")]
    [TestCase("\"a b\": 1\n'c': {d: {e: f}}\n", """{a b:#1,c:{d:{e:"f"}}}""")]
    [TestCase("[a, b,]\n", """["a","b"]""")]
    [TestCase("a: [\n  x, # first\n  y\n]\r\nb: 2\r\n", """{a:["x","y"],b:#2}""")]
    [TestCase("", "~")]
    public void Reads_yaml(string text, string expected)
    {
        Show(ReadYaml(text, out var problems)).Should().Be(expected);
        problems.Should().BeEmpty();
    }

    [TestCase("a: [|&|]x 1\n", "An anchor is not read here: write the value itself")]
    [TestCase("a: [|*|]x\n", "An alias is not read here: write the value itself")]
    [TestCase("a: [|!|]!str 1\n", "A tag is not read here: write the value itself")]
    [TestCase("a: [|||]\n  text\n", "A text over several lines is not read here: write the value itself")]
    [TestCase("[|*|]x: 1\n", "An alias is not read here: write the value itself")]
    [TestCase("a: one\n  [|t|]wo\n", "A text over several lines is not read: write it in one")]
    [TestCase("a: 1\n  [|b|]: 2\n", "A text over several lines is not read: write it in one")]
    [TestCase("a:\n  b: 1\n [|c|]: 2\n", "This line is indented differently from the ones that it stands among")]
    [TestCase("a: 1\n[|b|]\n", "`key: value` is expected here")]
    [TestCase("a:\n[|\t|]b: 1\n", "A tab cannot indent")]
    [TestCase("a: [x[|:|] y]\n", "A map in a list needs braces of its own here")]
    [TestCase("a: [|'|]x\n", "This text has no closing quote on its line")]
    [TestCase("a: [|\"x|]\n", "This text has no closing quote")]
    [TestCase("a: 'x' [|y|]\n", "Nothing is expected behind the value")]
    [TestCase("a: 1\n[|-|]--\nb: 2\n", "Only one document is read")]
    [TestCase("a: b[|:|] c\n", "A map is not expected here")]
    [TestCase("a: [x, y[||]", "`,` or `]` is expected here")]
    public void Names_what_it_does_not_read_of_yaml(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        ReadYaml(text.Text, out var problems).Should().BeNull();
        problems.Should().Equal((text.Spans.Single(), message));
    }

    [Test]
    public void Goes_on_where_a_key_of_yaml_stands_twice()
    {
        Show(ReadYaml("a: 1\na: 2\n", out var problems)).Should().Be("{a:#1,a:#2}");
        problems.Single().Message.Should().Be("`a` stands here a second time, and the last one counts");
    }

    [TestCase(" { \"a\" : [ 1.5e3 , -2 , true , null , \"\\\"\\u00e9\" ] } ", "{a:[#1.5e3,#-2,!true,~null,\"\"é\"]}")]
    [TestCase("\uFEFF[]", "[]")]
    public void Reads_json(string text, string expected)
    {
        Show(ReadJson(text, out var problems)).Should().Be(expected);
        problems.Should().BeEmpty();
    }

    [TestCase("{[|// why|]\n\"a\": 1}", "JSON has no comments")]
    [TestCase("{\"a\": 1 [|/* why */|]}", "JSON has no comments")]
    [TestCase("{\"a\": [1[|,|]]}", "JSON has no comma before `]`")]
    public void Names_and_reads_over_what_json_has_not(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        var problem = ReadJson(text.Text, out var problems);
        problem.Should().NotBeNull();
        problems.Single().Message.Should().Be(message);
        problems.Single().Span.Start.Should().Be(text.Spans.Single().Start);
    }

    [TestCase("{[|a|]: 1}", "`a` stands where a name in quotes is expected")]
    [TestCase("{\"a\" [|1|]}", "`1` stands where `:` is expected")]
    [TestCase("{\"a\": 1 [|\"|]b\": 2}", "`\"` stands where `,` or `}` is expected")]
    [TestCase("[[|yes|]]", "`yes` is no value of JSON")]
    [TestCase("[1[||]", "The file ends where `,` or `]` is expected")]
    [TestCase("[||]", "The file ends where a value is expected")]
    [TestCase("{} [|x|]", "`x` stands where the end of the file is expected")]
    [TestCase("[[|\"x|]\n\"]", "This text has no closing quote")]
    [TestCase("[\"[|\\q|]\"]", "`\\q` is no escape sequence")]
    public void Ends_where_json_is_broken(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        ReadJson(text.Text, out var problems).Should().BeNull();
        problems.Should().Equal((text.Spans.Single(), message));
    }

    [TestCase('[')]
    [TestCase('{')]
    public void Survives_any_depth(char bracket)
    {
        var text = string.Concat(Enumerable.Repeat(bracket == '[' ? "[" : "{\"a\":", 100_000));
        ReadJson(text, out var problems).Should().BeNull();
        problems.Single().Message.Should().Be("This value is nested deeper than 64 levels");
        ReadYaml(text, out problems).Should().BeNull();
        problems.Should().ContainSingle();
        ReadYaml(string.Concat(Enumerable.Repeat("- ", 100_000)), out problems).Should().BeNull();
        problems.Should().ContainSingle();
    }

    [Test]
    public void Survives_every_cut_of_a_file()
    {
        const string yaml = "rules:\n  a: [error, {x: \"/Id$/\", y: [p, 'q']}]\n  b:\n    - error\n    - require:\n        - name: x\n          ifSibling: y\n";
        for (var i = 0; i < yaml.Length; i++)
        {
            ReadYaml(yaml[..i], out _);
            ReadJson(yaml[..i], out _);
            ReadYaml(yaml.Remove(i, 1), out _);
        }
    }

    private static DataNode? ReadYaml(string text, out List<(TextSpan Span, string Message)> problems)
    {
        var found = problems = [];
        return new YamlDataReader(new SourceText(".prismalintrc", text), (span, message) => found.Add((span, message))).Read();
    }

    private static DataNode? ReadJson(string text, out List<(TextSpan Span, string Message)> problems)
    {
        var found = problems = [];
        return new JsonDataReader(new SourceText(".prismalintrc.json", text), (span, message) => found.Add((span, message))).Read();
    }

    private static string Show(DataNode? node) => node switch
    {
        null => "nothing",
        { Kind: DataKind.Map } => "{" + string.Join(",", node.Members.Select(member => member.Key + ":" + Show(member.Value))) + "}",
        { Kind: DataKind.List } => "[" + string.Join(",", node.Items.Select(Show)) + "]",
        { Kind: DataKind.Text } => "\"" + node.Text + "\"",
        { Kind: DataKind.Number } => "#" + node.Text,
        { Kind: DataKind.Boolean } => "!" + node.Text,
        _ => "~" + node.Text,
    };
}
