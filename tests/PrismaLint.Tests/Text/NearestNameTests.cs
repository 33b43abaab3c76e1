using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Text;

namespace PrismaLint.Tests.Text;

public sealed class NearestNameTests
{
    [TestCase("Usr", "User")]
    [TestCase("Psot", "Post", Description = "two neighbours swapped are one mistake")]
    [TestCase("user", "User")]
    [TestCase("Comments", "Comment")]
    public void Finds_what_was_meant(string word, string expected) =>
        NearestName.Find(word, ["Post", "User", "Comment", "Account"]).Should().Be(expected);

    [TestCase("Invoice")]
    [TestCase("X")]
    [TestCase("")]
    public void Is_silent_where_nothing_is_near(string word) =>
        NearestName.Find(word, ["Post", "User", "Comment", "Account"]).Should().BeNull();

    [TestCase("abc", "abc", 0)]
    [TestCase("abc", "acb", 1)]
    [TestCase("abc", "", 3)]
    [TestCase("kitten", "sitting", 3)]
    public void Counts_edits(string left, string right, int distance) =>
        NearestName.Distance(left, right).Should().Be(distance);
}
