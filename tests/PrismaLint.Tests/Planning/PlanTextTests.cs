using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;

namespace PrismaLint.Tests.Planning;

public sealed class PlanTextTests
{
    [TestCase("orders", "`orders`")]
    [TestCase("or`ders", "``or`ders``")]
    [TestCase("`", "`` ` ``")]
    [TestCase("a\nb", "`a b`")]
    [TestCase("", "")]
    public void A_name_gets_as_many_backticks_as_it_needs(string name, string code) => PlanText.Code(name).Should().Be(code);

    [TestCase("orders")]
    [TestCase("or`ders")]
    [TestCase("`")]
    [TestCase("a``b`c")]
    [TestCase("``")]
    public void A_name_comes_back_as_it_was(string name) =>
        PlanText.Parts($"Table {PlanText.Code(name)} is new").Should().Equal(("Table ", false), (name, true), (" is new", false));

    [Test]
    public void A_lone_backtick_is_plain() => PlanText.Parts("a ` b").Select(part => (part.Text, part.IsCode)).Should().Equal(("a ` b", false));

    [Test]
    public void Foreign_words_stand_on_one_line_and_bring_no_code_along() =>
        PlanText.Words("The `id`\n  of\tit ").Should().Be("The 'id' of it");
}
