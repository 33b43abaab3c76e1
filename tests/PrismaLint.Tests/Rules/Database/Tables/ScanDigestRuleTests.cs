using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class ScanDigestRuleTests : LiveRuleTests<ScanDigestRule>
{
    private const string Event = """
        model User {
          id     Int     @id
          events Event[]
        }

        model [|Event|] {
          id     Int    @id
          kind   String
          userId Int
          user   User   @relation(fields: [userId], references: [id])

          @@index([userId])
        }
        """;

    [Test]
    public void Reports_a_large_table_that_is_read_again_and_again() =>
        Lint(Event, database => Scanned(database, 20_000, 500, 10_000_000).Count("idx_scan", 500))
        .Should().Report("`public.Event` (20,000 rows) was read from end to end 500 times, 20,000 rows each; 50 % of its scans are of that kind");

    [Test]
    public void Names_the_foreign_key_that_explains_it()
    {
        var found = Lint(Event, database =>
        {
            database.Table("Event").DropIndex("Event_userId_idx");
            Scanned(database, 20_000, 500, 10_000_000);
        }).Found.Single();

        (found.Detail, found.IsOperational).Should().Be(("sequential-scans", false));
        found.Message.Should().EndWith("; the foreign key `Event_userId_fkey` over `userId` has no index");
    }

    [TestCase(9999, 500, 10_000_000)]
    [TestCase(20_000, 49, 10_000_000)]
    [TestCase(20_000, 500, 4_999_999)]
    [TestCase(20_000, 90, 1_800_000)]
    public void Accepts_small_tables_short_scans_and_dumps(int rows, int scans, int read) =>
        Lint(Event, database => Scanned(database, rows, scans, read)).Should().ReportNothing();

    [Test]
    public void Counts_the_partitions_together() =>
        Lint(Event, database =>
        {
            database.Table("Event").Set("kind", "p");
            foreach (var name in new[] { "Event_1", "Event_2" })
                database.AddTable(name).Set("is_partition", true).Set("parent", database.Table("Event").Oid).HasRows(20_000).Count("seq_scan", 100).Count("seq_tup_read", 2_000_000);
        }).Should().ReportAtTheMarks();

    [Test]
    public void Waits_for_a_day_of_statistics()
    {
        Lint(Event, database =>
        {
            Scanned(database, 20_000, 500, 10_000_000);
            database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-31T21:00:00Z"));
        }).Should().ReportNothing();

        NotJudged.Should().Equal("sequential-scans: the statistics cover 3 h, and it needs 1 days");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_counters()
    {
        Lint(Event, database => database.Without(EvidenceSource.TableStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("sequential-scans: the role may not read the statistics of tables");
    }

    private static TableBuilder Scanned(SnapshotBuilder database, int rows, int scans, int read) =>
        database.Table("Event").HasRows(rows).Count("seq_scan", scans).Count("seq_tup_read", read);
}
