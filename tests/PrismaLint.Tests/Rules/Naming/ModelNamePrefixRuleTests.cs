using NUnit.Framework;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ModelNamePrefixRuleTests : RuleTests<ModelNamePrefixRule>
{
    private static string Model(string name) => $"model {name} {{\n  id Int @id\n}}\n";

    [Test]
    public void Reports_a_model_without_the_prefix() =>
        Lint(Model("[|Order|]") + Model("ShopCustomer"), (ModelNamePrefixRule.Prefix, "Shop"))
            .Should().Report("Model `Order` does not begin with `Shop`, expected `ShopOrder`").And.OfferNoFix();

    [Test]
    public void Is_silent_without_a_prefix() => Lint(Model("Order")).Should().ReportNothing();

    [Test]
    public void Minds_the_case() => Lint(Model("[|shopOrder|]"), (ModelNamePrefixRule.Prefix, "Shop")).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_other_names_alone() =>
        Lint("model Order {\n  id Int @id\n\n  @@ignore\n}\n\nenum State {\n  OPEN\n}\n\n" + Model("Jwks") + Model("Legacy_order"), (ModelNamePrefixRule.Prefix, "Shop"), (ModelNamePrefixRule.Allow, "Legacy_*"))
            .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model Broken {\n  id Int @id\n  = 7\n}\n\n" + Model("[|Order|]"), (ModelNamePrefixRule.Prefix, "Shop")).Should().ReportAtTheMarks();

    [Test]
    public void Judges_every_model_like_prisma_lint() =>
        Lint("model [|Order|] {\n  id Int @id\n\n  @@ignore\n}\n\n" + Model("[|Jwks|]"), (ModelNamePrefixRule.Prefix, "Shop"), (ModelNamePrefixRule.Compatibility, "prisma-lint"))
            .Should().ReportAtTheMarks();
}
