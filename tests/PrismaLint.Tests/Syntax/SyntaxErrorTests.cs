using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Syntax;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Syntax;

public sealed class SyntaxErrorTests
{
    [TestCase("model A {\n  id Int @id\n  b Int [|=|] 1\n}", "Expected the end of the line, found `=`")]
    [TestCase("model A {\n  [|id|]\n}", "The field `id` has no type")]
    [TestCase("model A {\n  id[|:|] Int\n}", "No `:` stands between the field `id` and its type")]
    [TestCase("model A {\n  id [|Int!|]\n}", "A field is required without a mark: `Int`, not `Int!`")]
    [TestCase("model A {\n  id [|[Int]|]\n}", "The brackets of a list stand behind its type: `Int[]`")]
    [TestCase("model A {\n  id [|Int[]?|]\n}", "A list cannot be optional: `Int[]` or `Int?`")]
    [TestCase("model A {\n  id Int @id[|;|]\n}", "Members end with their line, not with `;`")]
    [TestCase("model A {\n  id Int @id[|,|]\n}", "Members end with their line, not with `,`")]
    [TestCase("model A {\n  id Int @default([|'|]x')\n}", "Expected a string in double quotes, found `'`")]
    [TestCase("model A {\n  id String @default([|\"|]x)\n}", "The string of `id` is not closed on its line")]
    [TestCase("model A {\n  [|_|]id Int\n}", "A name begins with a letter, found `_`")]
    [TestCase("model A {\n  id Int [|@@|]map(\"x\")\n}", "`@@map` stands on a line of its own, found behind `id`")]
    [TestCase("model A {\n  id [|/|]* c */ Int\n}", "A comment in `/* */` stands before a member or behind it, not inside, and is closed")]
    [TestCase("model A {\n  @@index([a[|,|]\n}", "`[` is not closed on its line: arguments and lists do not continue on the next one")]
    [TestCase("model A {\n  a String @default(\"[|\\x|]\")\n}", "`\\x` is no escape sequence; a backslash itself is written `\\\\`")]
    [TestCase("model A {\n  a String @default(\"[|\\u12|]\")\n}", "`\\u` is followed by four hexadecimal digits")]
    [TestCase("enum E {\n  A [|=|] 1\n}", "A value of an enum has no `=`; its name in the database goes into `@map(\"…\")`")]
    [TestCase("datasource db {\n  provider [|\"x\"|]\n}", "Expected `=`, found `\"x\"`")]
    [TestCase("[|modle|] {\n}", "No kind of block is called `modle`; the nearest is `model`")]
    [TestCase("[|modle|] A {\n  id Int @id\n}", "No kind of block is called `modle`; the nearest is `model`")]
    [TestCase("[|namespace|] auth {\n  id Int @id\n}", "No kind of block is called `namespace`")]
    [TestCase("[|model|] {\n}", "The block `model` has no name")]
    [TestCase("[|type|] {\n}", "The block `type` has no name")]
    [TestCase("[|}|]\n", "This `}` closes no block")]
    [TestCase("[|type X = Int|]\n", "Type aliases are no longer part of the schema language: `X` declares nothing")]
    [TestCase("[|model|] A {\n  id Int @id\n", "The block `model A` has no `}` on a line of its own")]
    [TestCase("[|model|] A\n{\n}", null)]
    public void Says_what_is_wrong_at_its_place(string marked, string? message)
    {
        var text = MarkedText.Parse(marked);
        var found = SyntaxTree.Parse("schema.prisma", text.Text).Diagnostics;
        found.Should().NotBeEmpty();
        found[0].Location.Span.Should().Be(text.Spans[0]);
        if (message is not null)
            found.Select(diagnostic => diagnostic.Message).Should().Equal(message);
    }

    [Test]
    public void Independent_mistakes_give_one_diagnostic_each_and_the_rest_is_understood()
    {
        var text = MarkedText.Parse("""
            datasource db {
              provider [|"postgresql"|]
              url = env("X")
            }
            model A {
              id Int @id
              b [|$|]
              c String [|,|]
              d String
            [|model|] B {
              id Int @id
              @@index([[|)|]
              e Int
            }
            [|modl|] {
              x
            }
            enum E {
              A
              [|-|]B
              C
            }
            """);
        var tree = SyntaxTree.Parse("schema.prisma", text.Text);
        tree.Diagnostics.Select(found => found.Location.Span).Order().Should().Equal(text.Spans);
        var blocks = tree.Root.Members.OfType<BlockDeclarationSyntax>().ToList();
        blocks.Select(block => block.Name.Text).Should().Equal("db", "A", "B", "", "E");
        blocks[1].Fields.Select(member => member.Name.Text).Should().Equal("id", "d");
        blocks[2].Fields.Select(member => member.Name.Text).Should().Equal("id", "e");
        blocks[4].Values.Select(value => value.Name.Text).Should().Equal("A", "C");
    }

    [TestCase("model A {\n  id Int @id }\nmodel B {\n  id Int @id\n}\n", "A", "B")]
    [TestCase("model A {\n  id Int @id\n\nmodel B {\n  id Int @id\n}\n", "A", "B")]
    [TestCase("model A { }\nmodel B {\n  id Int @id\n}\n", "A", "B")]
    public void A_lost_brace_costs_one_message(string text, params string[] blocks)
    {
        var tree = SyntaxTree.Parse("schema.prisma", text);
        tree.Diagnostics.Should().HaveCount(1);
        tree.Root.Members.OfType<BlockDeclarationSyntax>().Select(block => block.Name.Text).Should().Equal(blocks);
    }

    [TestCase("modelA {\n}", "A")]
    [TestCase("datasource2 {\n}", "2")]
    [TestCase("views {\n}", "s")]
    [TestCase("typed {\n}", "d")]
    [TestCase("enumE {\n}", "E")]
    [TestCase("model\tA {\n}", "A")]
    [TestCase("model\u00A0A\u3000{\n}", "A")]
    [TestCase("model Größe {\n}", "Größe")]
    [TestCase("model A { everything here is dropped } {\n}", "A")]
    public void A_keyword_needs_no_blank_and_the_rest_of_the_brace_line_is_dropped(string text, string name)
    {
        var tree = SyntaxTree.Parse("schema.prisma", text);
        tree.Diagnostics.Should().BeEmpty();
        tree.Root.Members.OfType<BlockDeclarationSyntax>().Single().Name.Text.Should().Be(name);
    }

    [TestCase("a Int[ ]")]
    [TestCase("a Unsupported (\"x\")")]
    [TestCase("a Int @db .Text")]
    [TestCase("a Int @db. Text")]
    [TestCase("a Int @x([1,])")]
    [TestCase("a Int @x(1a)")]
    [TestCase("a Int @x(+1)")]
    [TestCase("a Int @x(.5)")]
    [TestCase("a Int @x(5.)")]
    [TestCase("a Int @x(1e3)")]
    [TestCase("a Int @x(- 1)")]
    [TestCase("a Int b Int")]
    [TestCase("@@a @@b")]
    [TestCase("a Int /* a */ // b")]
    [TestCase("a a.b")]
    public void Refuses_what_the_grammar_does_not_take(string member) =>
        SyntaxTree.Parse("schema.prisma", $"model A {{\n  {member}\n}}").Diagnostics.Should().HaveCount(1);

    [TestCase("a Int []")]
    [TestCase("a Int ?")]
    [TestCase("a Int@id@map(\"x\")")]
    [TestCase("a Int @ id")]
    [TestCase("a Int @default (1)")]
    [TestCase("@@ index ( [ a ] )")]
    [TestCase("a Int @x(1a(2))")]
    [TestCase("a Int @x(1a: 2)")]
    [TestCase("a Int @x(007, -0, 1.50)")]
    [TestCase("a Int @x(,)")]
    [TestCase("a Int @x(a: , b)")]
    [TestCase("a Int @x({ a: { b: [1, f(x: 2)] } })")]
    [TestCase("a Int @db..Text")]
    [TestCase("a Int @db.")]
    [TestCase("model model")]
    [TestCase("1a-b 2c")]
    [TestCase("/* c */ a Int")]
    [TestCase("a Int /* c\n */")]
    [TestCase("a Int /// d")]
    public void Takes_what_the_grammar_takes(string member) =>
        SyntaxTree.Parse("schema.prisma", $"model A {{\n  {member}\n}}").Diagnostics.Select(found => found.Message).Should().BeEmpty();

    [Test]
    public void Values_nested_too_deeply_are_an_error_and_no_stack_overflow()
    {
        var nested = new string('[', 100_000) + new string(']', 100_000);
        var tree = SyntaxTree.Parse("schema.prisma", $"model A {{\n  id Int @id\n  a Int @x({nested})\n  b Int\n}}");
        tree.Diagnostics.Should().ContainSingle().Which.Message.Should().Be("Expected a value that nests less deeply, found `[`");
        tree.Root.Members.OfType<BlockDeclarationSyntax>().Single().Fields.Select(member => member.Name.Text).Should().Equal("id", "b");
    }

    [Test]
    public void Documentation_joins_the_lines_above_and_the_comment_behind()
    {
        var tree = SyntaxTree.Parse("schema.prisma", Schemas.EveryForm);
        var user = tree.Root.Members.OfType<BlockDeclarationSyntax>().Single(block => block.Name.Text == "User");
        tree.GetDocumentation(user).Should().Be("The documentation of a user.\nIn two lines.");
        tree.GetDocumentation(user.Members[0]).Should().Be("Its key.");
        tree.GetDocumentation(user.Members[1]).Should().Be("trailing documentation");
    }
}
