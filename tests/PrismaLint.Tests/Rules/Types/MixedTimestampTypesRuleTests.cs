using System.Linq;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class MixedTimestampTypesRuleTests : RuleTests<MixedTimestampTypesRule>
{
    [Test]
    public void Reports_the_exception_and_gives_it_the_usual_type() =>
        Lint(Model(5, "[|sentAt|] DateTime?"))
            .Should().Report("`A.sentAt` has no time zone, unlike the 5 other moments of the schema that are `timestamptz`")
            .And.BecomeWhenFixed(Model(5, "sentAt DateTime? @db.Timestamptz(6)"));

    [TestCase(4, "sentAt DateTime")]
    [TestCase(7, "a DateTime\n  b DateTime")]
    [TestCase(5, "day DateTime @db.Date")]
    [TestCase(5, "localTime DateTime")]
    [TestCase(5, "a DateTime\n  x Missing")]
    public void Stays_silent_where_there_is_no_rule_to_break(int zoned, string columns) =>
        Lint(Model(zoned, columns)).Should().ReportNothing();

    [Test]
    public void Never_reports_the_zoned_ones() =>
        Lint("model A {\n  id Int @id\n  z DateTime @db.Timestamptz(3)\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"  t{i} DateTime\n")) + "}")
            .Should().ReportNothing();

    [Test]
    public void Speaks_of_databases_with_both_types_only() =>
        Lint("model A {\n  id Int @id\n  at DateTime\n}", Provider.SqlServer).Should().ReportNothing();

    private static string Model(int zoned, string columns) =>
        "model A {\n  id Int @id\n" + string.Concat(Enumerable.Range(0, zoned).Select(i => $"  t{i} DateTime @db.Timestamptz(6)\n")) + "  " + columns + "\n}";
}
