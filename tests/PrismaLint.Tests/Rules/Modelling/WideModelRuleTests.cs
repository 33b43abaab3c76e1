using System.Linq;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class WideModelRuleTests : RuleTests<WideModelRule>
{
    private static string Model(int columns, string name = "Wide", string more = "") =>
        $"model {name} {{\n  id Int @id\n{string.Concat(Enumerable.Range(2, columns - 1).Select(i => $"  c{i} Int\n"))}  {more}\n}}";

    [Test]
    public void Reports_more_columns_than_allowed() => Lint(Model(51, "[|Wide|]")).Should().Report("`Wide` has 51 columns, more than 50");

    [Test]
    public void Accepts_as_many_as_allowed() => Lint(Model(50)).Should().ReportNothing();

    [Test]
    public void Does_not_count_relations() =>
        Lint(Model(50, more: "child Child[]") + "\n\nmodel Child {\n  id Int @id\n  wideId Int\n  wide Wide @relation(fields: [wideId], references: [id])\n}").Should().ReportNothing();

    [Test]
    public void Reads_the_limit() => Lint(Model(4, "[|Wide|]"), (WideModelRule.MaxColumns, "3")).Should().Report("`Wide` has 4 columns, more than 3");

    [Test]
    public void Accepts_ignored_models() => Lint(Model(60), (WideModelRule.IgnoredModels, "Wide")).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() => Lint(Model(60, more: "x Missing")).Should().ReportNothing();
}
