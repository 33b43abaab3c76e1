using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class RedundantIndexPrefixRuleTests : RuleTests<RedundantIndexPrefixRule>
{
    [Test]
    public void Reports_the_shorter_index_and_deletes_it() =>
        Lint(Model("[|@@index([a])|]", "@@index([a, b])"))
            .Should().Report("`@@index([a])` of `A` is the beginning of `@@index([a, b])`")
            .And.BecomeWhenFixed(Model("@@index([a, b])"));

    [TestCase("@@unique([a, b])", 1)]
    [TestCase("@@index([a(sort: Desc), b])", 1)]
    [TestCase("@@index([b, a])", 0)]
    [TestCase("@@index([a, b], type: Brin)", 0)]
    [TestCase("@@index([a, b], where: { b: 1 })", 0)]
    [TestCase("@@index([a], map: \"x\")", 0)]
    [TestCase("@@index([a, b, c, d, e])", 0)]
    public void Compares_all_that_makes_an_index(string longer, int findings) =>
        Lint(Model("@@index([a])", longer)).Found.Should().HaveCount(findings);

    [TestCase("@@index([a(sort: Desc), b, c])", 0)]
    [TestCase("@@index([a(sort: Desc), b(sort: Desc), c])", 1)]
    public void Wants_directions_that_agree_or_are_all_reversed(string longer, int findings) =>
        Lint(Model("@@index([a, b])", longer)).Found.Should().HaveCount(findings);

    [Test]
    public void Never_proposes_to_delete_a_unique() => Lint(Model("@@unique([a])", "@@index([a, b])")).Should().ReportNothing();

    [Test]
    public void Obeys_its_options()
    {
        Lint(Model("@@index([a])", "@@unique([a, b])"), (RedundantIndexPrefixRule.ReportKeys, "false")).Should().ReportNothing();
        Lint(Model("@@index([a])", "@@index([a, b, c, d, e])"), (RedundantIndexPrefixRule.MaxCoveringColumns, "5")).Found.Should().ContainSingle();
    }

    [Test]
    public void Leaves_broken_models_alone() => Lint(Model("x Missing", "@@index([a])", "@@index([a, b])")).Should().ReportNothing();

    private static string Model(params string[] lines) =>
        "model A {\n  id Int @id\n  a Int\n  b Int\n  c Int\n  d Int\n  e Int\n  " + string.Join("\n  ", lines) + "\n}";
}
