using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Syntax;

namespace PrismaLint.Tests.Syntax;

public sealed class RoundTripTests
{
    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Tokens_and_trivia_joined_give_the_text_back(string lineBreak)
    {
        var text = Schemas.EveryForm.ReplaceLineEndings(lineBreak);
        Joined(SyntaxTree.Parse("schema.prisma", text)).Should().Be(text);
    }

    [TestCase("")]
    [TestCase("\uFEFF")]
    [TestCase("\n\n  \t")]
    [TestCase("model A {")]
    [TestCase("model A { } }\n}\n}")]
    [TestCase("model A {\n id Int\nmodel B {\n}\n")]
    [TestCase("foo { x\n bar \"}\" baz } rest")]
    [TestCase("type X = Int @a(1) [] // c\n")]
    [TestCase("model A {\n a String @default(\"\\\nx\")\n b /* in */ Int\n /* c */ c Int /* d\n */\n}")]
    [TestCase("model A {\n a Int @x(\0) \u2028 'y'\n}")]
    public void Broken_text_comes_back_too(string text) => Joined(SyntaxTree.Parse("schema.prisma", text)).Should().Be(text);

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Tokens_and_trivia_of_a_contract_give_it_back(string lineBreak)
    {
        var text = Schemas.EveryContractForm.ReplaceLineEndings(lineBreak);
        var tree = SyntaxTree.Parse("contract.prisma", text);
        tree.IsContract.Should().BeTrue();
        tree.Diagnostics.Select(found => found.Message).Should().BeEmpty();
        Joined(tree).Should().Be(text);
    }

    [TestCase("")]
    [TestCase("model A {")]
    [TestCase("model A { id Int @id(")]
    [TestCase("model A { id Int @@index([a, (, b) }")]
    [TestCase("model A { a [Int] b: Int c Int! d ? e [] f }")]
    [TestCase("types { A B = C D = }")]
    [TestCase("namespace { namespace a { namespace b { types { } } }")]
    [TestCase("role r { a = { b: , c 1 d: { } e = [1,, 2] }")]
    [TestCase("model A { a Int @default(`x\n y) }\n}\n b Int }")]
    [TestCase("} / ; \uFEFF \u00A0 @ @@ . : model")]
    [TestCase("model A { a x:y.z.w:v @a.b.c:d( , a: , b) @")]
    public void Broken_contracts_come_back_too(string rest)
    {
        var text = "// use prisma-8\n" + rest;
        Joined(SyntaxTree.Parse("contract.prisma", text)).Should().Be(text);
    }

    [Test]
    public void A_schema_of_every_form_has_no_syntax_error() =>
        SyntaxTree.Parse("schema.prisma", Schemas.EveryForm).Diagnostics.Select(found => found.Message).Should().BeEmpty();

    /// <summary>The text that the tokens and the trivia between them make; every piece of trivia is of a known kind.</summary>
    internal static string Joined(SyntaxTree tree)
    {
        var text = tree.Source.Content;
        var pieces = new List<(int Start, string Text)>();
        foreach (var token in tree.Tokens())
            pieces.Add((token.Start, token.Text));
        foreach (var trivia in tree.Trivia())
        {
            trivia.Kind.Should().NotBe(SyntaxKind.None, "`{0}` is neither token nor trivia", text.Substring(trivia.Span.Start, Math.Min(40, trivia.Span.Length)));
            pieces.Add((trivia.Span.Start, text.Substring(trivia.Span.Start, trivia.Span.Length)));
        }
        return pieces.OrderBy(piece => piece.Start).ThenBy(piece => piece.Text.Length).Aggregate(new StringBuilder(), (joined, piece) => joined.Append(piece.Text)).ToString();
    }
}
