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
public sealed class LowCacheHitRatioRuleTests : LiveRuleTests<LowCacheHitRatioRule>
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

    private static void Blocks(SnapshotBuilder database, long hit, long read, long indexHit, long indexRead) =>
        database.Table("User").Count("heap_blks_hit", hit).Count("heap_blks_read", read).Count("idx_blks_hit", indexHit).Count("idx_blks_read", indexRead);

    [Test]
    public void Reports_tables_that_come_from_disk()
    {
        var result = Lint(Schema, database => Blocks(database, 9_000_000, 1_000_000, 9_990_000, 10_000));

        result.Should().Report("90 % of 10,000,000 pages of tables were found among the shared buffers, less than 99 %: look at the statements that read most, then at `shared_buffers`");
        result.Found[0].Detail.Should().Be("cache-hit");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Suggestion);
    }

    [Test]
    public void Reports_indexes_that_come_from_disk() =>
        Lint(Schema, database => Blocks(database, 9_990_000, 10_000, 1_970_000, 30_000)).Found.Single().Message.Should().StartWith("98.5 % of 2,000,000 pages of indexes");

    [Test]
    public void Waits_for_a_million_requests()
    {
        Lint(Unmarked, database => Blocks(database, 500_000, 499_999, 10, 5)).Should().ReportNothing();

        NotJudged.Should().Equal("cache-hit: 999,999 pages of tables were asked for, and it needs 1,000,000", "index-hit: 15 pages of indexes were asked for, and it needs 1,000,000");
    }

    [Test]
    public void Waits_for_a_day()
    {
        Lint(Unmarked, database =>
        {
            Blocks(database, 9_000_000, 1_000_000, 9_000_000, 1_000_000);
            database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-31T12:00:00Z"));
        }).Should().ReportNothing();

        NotJudged.Should().Equal("cache-hit: the statistics cover 12 h, and it needs 1 days");
    }

    [Test]
    public void Says_that_nothing_is_known_without_statistics()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.TableStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("cache-hit: the role may not read the statistics of tables");
    }
}
