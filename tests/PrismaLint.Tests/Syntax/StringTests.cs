using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Syntax;

namespace PrismaLint.Tests.Syntax;

public sealed class StringTests
{
    [TestCase("\"a\\\"b\\\\c\\/\"", "a\"b\\c/")]
    [TestCase("\"\\n\\r\\t\\b\\f\"", "\n\r\t\b\f")]
    [TestCase("\"\\u0041\\u00e9\"", "Aé")]
    [TestCase("\"\\uD83D\\uDE00\"", "\uD83D\uDE00")]
    public void Decodes_escapes(string literal, string text) => SyntaxFacts.DecodeString(literal).Should().Be(text);

    [TestCase("\"a\\qb\"", "ab")]
    [TestCase("\"a\\u12b\"", "a")]
    [TestCase("\"a\\u00zz\"", "azz")]
    [TestCase("\"a\\uDE00b\"", "ab")]
    [TestCase("\"a\\uD83Db\"", "ab")]
    [TestCase("\"a\\uD83D\\u0041b\"", "ab")]
    [TestCase("\"a\\uD83D\\n\"", "a\n")]
    [TestCase("\"a\\uD83D\\u00\"", "a")]
    [TestCase("\"a\\uD83D\"", "a")]
    public void Leaves_out_what_is_no_escape(string literal, string text) => SyntaxFacts.DecodeString(literal).Should().Be(text);
}
