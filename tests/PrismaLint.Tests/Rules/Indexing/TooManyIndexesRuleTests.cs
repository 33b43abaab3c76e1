using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class TooManyIndexesRuleTests : RuleTests<TooManyIndexesRule>
{
    [Test]
    public void Reports_a_model_with_more_than_ten() =>
        Lint(Model("[|Wide|]", 10)).Should().Report("`Wide` has 11 indexes, more than 10").And.OfferNoFix();

    [Test]
    public void Accepts_ten() => Lint(Model("Wide", 9)).Should().ReportNothing();

    [Test]
    public void Does_not_count_what_other_rules_delete() =>
        Lint(Model("Wide", 9).Replace("\n}", "\n  @@index([f0])\n}")).Should().ReportNothing();

    [Test]
    public void Obeys_its_maximum() => Lint(Model("Wide", 3), (TooManyIndexesRule.Max, "3")).Found.Should().ContainSingle();

    [Test]
    public void Leaves_broken_models_alone() => Lint(Model("Wide", 12).Replace("\n}", "\n  x Missing\n}")).Should().ReportNothing();

    private static string Model(string name, int uniques) =>
        $"model {name} {{\n  id Int @id\n" + string.Concat(Enumerable.Range(0, uniques).Select(i => $"  f{i} Int @unique\n")).TrimEnd() + "\n}";
}
