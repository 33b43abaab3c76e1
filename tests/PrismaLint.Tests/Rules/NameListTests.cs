using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules;

namespace PrismaLint.Tests.Rules;

public sealed class NameListTests
{
    [TestCase("User, Post", "Post", true)]
    [TestCase("User, Post", "post", false, Description = "names have a case")]
    [TestCase("*Log", "AuditLog", true)]
    [TestCase("*Log", "LogEntry", false)]
    [TestCase("a*b*c", "axxbyyc", true)]
    [TestCase("User?", "Users", true)]
    [TestCase("User?", "User", false)]
    [TestCase("/^Lookup/", "LookupCountry", true)]
    [TestCase("/^lookup/", "LookupCountry", false)]
    [TestCase("/^lookup/i", "LookupCountry", true)]
    [TestCase("", "User", false)]
    public void Knows_names_patterns_and_expressions(string text, string name, bool expected) =>
        NameList.Parse(text)?.Contains(name).Should().Be(expected);

    [Test]
    public void An_expression_that_does_not_compile_is_no_list() => NameList.Parse("User, /(/").Should().BeNull();

    [Test]
    public void A_hostile_expression_ends() => NameList.Parse("/^(a+)+$/")?.Contains(new string('a', 60) + "!").Should().BeFalse();
}
