using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Syntax;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Syntax;

public sealed class ContractSyntaxTests
{
    /// <summary>The names of the errors that are tested here.</summary>
    internal static IEnumerable<string?> Details => typeof(ContractSyntaxTests).GetMethod(nameof(Says_what_is_wrong_once))!
        .GetCustomAttributes<TestCaseAttribute>()
        .Select(test => test.Arguments[0] as string);

    [TestCase("invalid-top-level-line", "[|/|]* no *\u002F\nmodel A { id Int }")]
    [TestCase("invalid-top-level-line", "model A { id Int }\n[|}|]")]
    [TestCase("byte-order-mark", "[|\uFEFF|]model A { id Int }")]
    [TestCase("invalid-block-header", "[|foo|]\nmodel A { id Int }")]
    [TestCase("invalid-block-header", "model [|A|]")]
    [TestCase("block-without-name", "[|model|] { id Int }")]
    [TestCase("unknown-block", "[|modle|] A { id Int @id }")]
    [TestCase("unclosed-block", "[|model|] A { id Int")]
    [TestCase("unclosed-block", "model A {\n  id Int\n[|model|] B {\n  id Int\n}")]
    [TestCase("unclosed-block", "enum E {\n  A\n[|types|] {\n  X = Int\n}")]
    [TestCase("nested-namespace", "namespace a { [|namespace|] b { model A { id Int } } }")]
    [TestCase("nested-namespace", "namespace a {\n  model A { id Int }\n[|namespace|] b {\n  model A { id Int }\n}")]
    [TestCase("nested-namespace", "namespace a { [|types|] { X = Int } }")]
    [TestCase("reserved-namespace", "namespace [|__unspecified__|] { }")]
    [TestCase("invalid-member-line", "model A { id Int [|,|] b Int\n}")]
    [TestCase("invalid-member-line", "model A { id Int\n [|1|] b\n}")]
    [TestCase("invalid-member-line", "model A { /\u002F c\n [|/|]* c *\u002F\n id Int }")]
    [TestCase("field-without-type", "model A { [|a|] @id }")]
    [TestCase("field-colon", "model A { a[|:|] Int b Int }")]
    [TestCase("required-mark", "model A { a Int[|!|] b Int }")]
    [TestCase("list-brackets-around", "model A { a [|[Int|]] b Int }")]
    [TestCase("invalid-types-entry", "types { [|A|] B = Int }")]
    [TestCase("invalid-types-entry", "types { [|@@|]map(\"x\")\n A = Int }")]
    [TestCase("invalid-enum-line", "enum E { A[|,|] B }")]
    [TestCase("invalid-block-entry", "role r { a = 1[|;|] }")]
    [TestCase("entry-without-value", "role r { a [|=|] }")]
    [TestCase("list-not-closed", "model A { a Int b Int\n  @@index([a [|b|]])\n}")]
    [TestCase("unclosed-string", "model A { a Int @map([|\"|]x)\n}")]
    [TestCase("unclosed-string", "model A { a Int @default(sql[|`|]x)\n}")]
    [TestCase("untagged-backtick-string", "model A { a Int @default([|`x`|]) }")]
    [TestCase("invalid-object", "model A { a Int @@index([a], options: { b[|:|] }) }")]
    [TestCase("invalid-object", "model A { a Int @@index([a], options: { b: 1 [|c|]: 2 }) }")]
    [TestCase("invalid-object", "model A { a Int @@index([a], options: { [|b|] 1 }) }")]
    [TestCase("invalid-qualified-name", "model A { a b.c[|.|]D }")]
    [TestCase("invalid-qualified-name", "model A { a b[|.|] @id }")]
    [TestCase("attribute-without-name", "model A { a Int [|@|](\"x\") }")]
    public void Says_what_is_wrong_once(string detail, string marked)
    {
        var text = MarkedText.Parse("// use prisma-8\n" + marked);
        var found = SyntaxTree.Parse("contract.prisma", text.Text).Diagnostics;
        found.Select(diagnostic => $"{diagnostic.Detail}: {text.Text.Substring(diagnostic.Location.Span.Start, diagnostic.Location.Span.Length)}")
            .Should().Equal(text.Spans.Select(span => $"{detail}: {text.Text.Substring(span.Start, span.Length)}"));
        found.Select(diagnostic => diagnostic.Location.Span).Should().Equal(text.Spans);
        found.Should().OnlyContain(diagnostic => !diagnostic.Message.EndsWith('.'));
    }

    [TestCase("model A { id Int @id } model B { id Int @id }")]
    [TestCase("model\nA\n{\nid\nInt\n@id\n}")]
    [TestCase("model A { _id-x Int[]? b Int ? @map('x') @default(1,) }")]
    [TestCase("model type { type enum model String }")]
    [TestCase("anything { } any Thing { a = b.c(d: [1,],) b @@c }")]
    [TestCase("model A { a Int @default(sql.x 'y') b Int @default(NaN) c Int @default(-Infinity) }")]
    [TestCase("enum E { A @map(\"a\") B = 1 @x }")]
    // Prisma 8 itself says nothing of these.
    [TestCase("model A { a Int @id( }")]
    [TestCase("model A { a Int @@index([a) }")]
    [TestCase("model A { a Int[ b Int }")]
    [TestCase("model A { a Int @x(, a,, b) }")]
    public void Takes_what_Prisma_8_takes(string text) =>
        SyntaxTree.Parse("contract.prisma", "// use prisma-8\n" + text).Diagnostics.Select(found => found.Message).Should().BeEmpty();

    [Test]
    public void Goes_on_behind_a_mistake_with_the_next_member_and_the_next_block()
    {
        var tree = SyntaxTree.Parse("contract.prisma", "// use prisma-8\nmodel A {\n  id Int @id\n  ?? !!\n  b String; x\n  c Int\n}\nmodel B {\n  d }\nmodel C { e Int }");
        var blocks = tree.Root.Members.OfType<BlockDeclarationSyntax>().ToList();
        blocks.Select(block => block.Name.Text).Should().Equal("A", "B", "C");
        blocks[0].Fields.Select(member => member.Name.Text).Should().Equal("id", "b", "c");
        tree.Diagnostics.Should().HaveCount(3);
    }

    [Test]
    public void Reads_the_parts_of_a_type()
    {
        var tree = SyntaxTree.Parse("contract.prisma", "// use prisma-8\nmodel A { a x : y . Z ( 1, b: c ) [ ] ? @id }");
        var type = tree.Root.Members.OfType<BlockDeclarationSyntax>().Single().Fields.Single().Type.Should().BeOfType<QualifiedTypeSyntax>().Subject;
        type.Space.Text.Should().Be("x");
        type.Namespace.Text.Should().Be("y");
        type.Name.Text.Should().Be("Z");
        type.FullName.Should().Be("x:y.Z");
        type.ArgumentList?.Arguments.Should().HaveCount(2);
        type.Modifier.Should().Be(TypeModifier.OptionalList);
        tree.Source.ToString(type.Span).Should().Be("x : y . Z ( 1, b: c ) [ ] ?");
    }

    [TestCase("[", "]")]
    [TestCase("f(", ")")]
    [TestCase("{ a: ", " }")]
    [TestCase("namespace n {", "}")]
    public void Depth_is_bounded(string open, string close)
    {
        var isBlock = open.StartsWith('n');
        var nested = string.Concat(Enumerable.Repeat(open, 100_000)) + (isBlock ? "" : "1") + string.Concat(Enumerable.Repeat(close, 100_000));
        var text = "// use prisma-8\n" + (isBlock ? nested : "model A {\n  a Int @x(" + nested + ")\n  b Int\n}");
        var tree = SyntaxTree.Parse("contract.prisma", text);
        tree.Diagnostics.Should().NotBeEmpty();
        RoundTripTests.Joined(tree).Should().Be(text);
        Linter.Lint(SchemaSource.FromText("contract.prisma", text)).ErrorCount.Should().BePositive();
    }

    [TestCase("`\n}\\")]
    [TestCase("model A {\n")]
    [TestCase("{ a: ")]
    [TestCase("a b\n")]
    [TestCase("@x([")]
    [TestCase("? ")]
    public void Long_texts_take_no_longer_than_their_length(string piece)
    {
        var text = "// use prisma-8\nmodel A {\n" + string.Concat(Enumerable.Repeat(piece, 200_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        SyntaxTree.Parse("contract.prisma", text).Root.Span.Length.Should().Be(text.Length);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [TestCase("// use prisma-8\n", true)]
    [TestCase("\uFEFF // use prisma-next", true)]
    [TestCase("\n\t//use   prisma-8 because\n", true)]
    [TestCase("// use prisma-8.\n", false)]
    [TestCase("// Use prisma-8\n", false)]
    [TestCase("/// use prisma-8\n", false)]
    [TestCase("// a\n// use prisma-8\n", false)]
    public void The_first_line_tells_the_language(string text, bool isContract) => SyntaxTree.Parse("a.prisma", text).IsContract.Should().Be(isContract);
}
