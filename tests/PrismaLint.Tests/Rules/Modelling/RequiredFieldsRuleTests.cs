using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class RequiredFieldsRuleTests : RuleTests<RequiredFieldsRule>
{
    [Test]
    public void Reports_each_field_that_a_model_lacks()
    {
        var found = Lint(
            "model [|Product|] {\n  id Int @id\n  priceAmountD6 Int\n}\n",
            (RequiredFieldsRule.Require, "createdAt")).Should().Report("`Product` has no field `createdAt`").And.OfferNoFix();
        found.Found[0].Object.Should().Be("Product.createdAt");
    }

    [Test]
    public void Asks_models_with_a_certain_field_for_another() =>
        Lint(
            "model [|Product|] {\n  id Int @id\n  priceAmountD6 Int\n}\nmodel Order {\n  id Int @id\n  amountD6s Int\n}\n",
            (RequiredFieldsRule.Require, "currencyCode?ifSibling=/mountD6$/"))
        .Should().Report("`Product` has no field `currencyCode`, which `priceAmountD6` asks for");

    [TestCase("id Int @id\n  createdAt DateTime")]
    [TestCase("id Int @id\n  @@ignore")]
    public void Accepts_models_that_have_it_or_are_not_used(string rest) =>
        Lint($"model Product {{\n  {rest}\n}}\n", (RequiredFieldsRule.Require, "createdAt")).Should().ReportNothing();

    [Test]
    public void Keeps_to_the_models_asked_for() =>
        Lint(
            "model [|A|] {\n  id Int @id\n}\nmodel ALog {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n",
            (RequiredFieldsRule.Require, "createdAt"),
            (RequiredFieldsRule.Models, "A*"),
            (RequiredFieldsRule.IgnoredModels, "*Log"))
        .Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_without_names_and_on_broken_models()
    {
        Lint("model A {\n  id Int @id\n}\n").Should().ReportNothing();
        Lint("model A {\n  a Int\n}\n", (RequiredFieldsRule.Require, "createdAt")).Should().ReportNothing();
        Lint("model A {\n  id Int @id\n  = \n}\n", (RequiredFieldsRule.Require, "createdAt"), (RequiredFieldsRule.Compatibility, "prisma-lint")).Should().ReportNothing();
        Lint("model [|A|] {\n  a Int\n}\n", (RequiredFieldsRule.Require, "createdAt"), (RequiredFieldsRule.Compatibility, "prisma-lint")).Should().ReportAtTheMarks();
    }

    [TestCase("a b")]
    [TestCase("a?ifSibling=")]
    [TestCase("a?ifSibling=/(/")]
    public void Refuses_what_is_no_list_of_fields(string text) => RequiredFieldsRule.Require.Parse(text).Should().BeNull();
}
