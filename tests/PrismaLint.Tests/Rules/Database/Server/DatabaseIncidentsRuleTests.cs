using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Server;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Server;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DatabaseIncidentsRuleTests : LiveRuleTests<DatabaseIncidentsRule>
{
    private const string Schema = """
        datasource [|db|] {
          provider = "postgresql"
        }

        model User {
          id Int @id
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_broken_pages_whatever_the_window()
    {
        var result = Lint(Schema, database => database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-31T20:00:00Z")).Row(EvidenceSource.DatabaseStatistics, ("checksum_failures", 2)));

        result.Should().Report("2 pages had a wrong checksum: the disk or what lies above it loses data. Check the hardware, and restore from a backup what is broken");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Error);
        result.Found[0].Detail.Should().Be("checksum-failures");
    }

    [Test]
    public void Reports_deadlocks() =>
        Lint(Schema, database => database.Row(EvidenceSource.DatabaseStatistics, ("deadlocks", 180))).Should().Report("180 deadlocks in 90 days, 2 per day: let all transactions write to tables and rows in one order");

    [Test]
    public void Reports_rollbacks() =>
        Lint(Schema, database => database.Row(EvidenceSource.DatabaseStatistics, ("xact_rollback", 900_000), ("xact_commit", 2_700_000))).Should().Report(
            "25 % of the transactions were rolled back, 10,000 per day: statements fail, or a client opens transactions for nothing");

    [Test]
    public void Reports_what_is_spilled_to_disk() =>
        Lint(Schema, database => database.Setting("work_mem", "4096").Row(EvidenceSource.DatabaseStatistics, ("temp_files", 9000), ("temp_bytes", 180L << 30))).Should().Report(
            "180 GB were written to 9,000 temporary files in 90 days, 2 GB per day: sorts and joins do not fit into `work_mem` (4 MB)");

    [TestCase("deadlocks", 89)]
    [TestCase("xact_rollback", 80_000)]
    [TestCase("temp_bytes", 1_000_000_000)]
    public void Says_nothing_of_what_is_rare(string column, int count) =>
        Lint(Unmarked, database => database.Row(EvidenceSource.DatabaseStatistics, (column, count), ("xact_commit", 10), ("temp_files", column == "temp_bytes" ? 3 : 0), ("checksum_failures", null))).Should().ReportNothing();

    [Test]
    public void Waits_for_a_day()
    {
        Lint(Unmarked, database => database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-31T20:00:00Z")).Row(EvidenceSource.DatabaseStatistics, ("deadlocks", 50))).Should().ReportNothing();
        NotJudged.Should().Equal("database-incidents: the statistics cover 4 h, and it needs 1 days");

        Lint(Schema, database => database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-31T20:00:00Z")).Row(EvidenceSource.DatabaseStatistics, ("deadlocks", 50)), (LiveOptions.MinDays, "0")).Should().ReportAtTheMarks();
    }

    [Test]
    public void Says_that_nothing_is_known_without_counters()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.DatabaseStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("database-incidents: the role may not read the statistics of the database");
    }
}
