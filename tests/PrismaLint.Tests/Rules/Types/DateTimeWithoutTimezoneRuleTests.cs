using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class DateTimeWithoutTimezoneRuleTests : RuleTests<DateTimeWithoutTimezoneRule>
{
    [Test]
    public void Reports_a_schema_once_and_mends_every_field() =>
        Lint("model A {\n  id Int @id\n  [|at|] DateTime\n  to DateTime? @db.Timestamp(6)\n}")
            .Should().Report("`A.at` and 1 more fields are moments without time zone")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  at DateTime @db.Timestamptz(3)\n  to DateTime? @db.Timestamptz(6)\n}");

    [TestCase("at DateTime @db.Timestamptz(3)")]
    [TestCase("at DateTime @db.Date")]
    [TestCase("at DateTime @db.Time(6)")]
    [TestCase("localTime DateTime")]
    [TestCase("timeOfDay DateTime")]
    [TestCase("at DateTime\n  x Missing")]
    public void Accepts_moments_with_zone_dates_and_clocks_on_the_wall(string column) =>
        Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [TestCase("field", 3)]
    [TestCase("model", 2)]
    [TestCase("schema", 1)]
    public void Reports_as_often_as_configured(string report, int findings) =>
        Lint("model A {\n  id Int @id\n  a DateTime\n  b DateTime\n}\nmodel B {\n  id Int @id\n  a DateTime\n}", (DateTimeWithoutTimezoneRule.Report, report))
            .Found.Should().HaveCount(findings);

    [Test]
    public void Leaves_the_exceptions_of_a_zoned_schema_to_their_own_rule() =>
        Lint("model A {\n  id Int @id\n  o DateTime\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"  t{i} DateTime @db.Timestamptz(3)\n")) + "}")
            .Should().ReportNothing();

    [TestCase(Provider.CockroachDb, 1)]
    [TestCase(Provider.MySql, 0)]
    public void Speaks_of_databases_with_both_types_only(Provider provider, int findings) =>
        Lint("model A {\n  id BigInt @id\n  at DateTime\n}", provider).Found.Should().HaveCount(findings);
}
