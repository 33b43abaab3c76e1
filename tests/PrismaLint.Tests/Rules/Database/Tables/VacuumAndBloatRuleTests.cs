using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class VacuumAndBloatRuleTests : LiveRuleTests<VacuumAndBloatRule>
{
    private const string Event = """
        model [|Event|] {
          id   Int    @id
          kind String
        }
        """;

    private const string Indexed = """
        model Event {
          id   Int    @id
          kind String

          [|@@index([kind])|]
        }
        """;

    [Test]
    public void Reports_dead_rows() =>
        Lint(Event, database => Rows(database, 80_000).Count("n_dead_tup", 20_000).Count("last_autovacuum", "2026-10-01T00:00:00Z"))
        .Should().Report("20 % of the rows of `public.Event` are dead (20,000 of 100,000); last vacuumed on 2026-10-01, and autovacuum was due at 16,050: `VACUUM (ANALYZE) \"public\".\"Event\"`");

    [TestCase(80_000, 19_999)]
    [TestCase(1000, 9999)]
    [TestCase(100_000, 20_000)]
    public void Accepts_few_dead_rows(int living, int dead) => Lint(Event, database => Rows(database, living).Count("n_dead_tup", dead)).Should().ReportNothing();

    [Test]
    public void Compares_with_the_threshold_of_the_table() =>
        Lint(Event, database => Rows(database, 80_000).Count("n_dead_tup", 20_000).Set("options", new[] { "autovacuum_vacuum_scale_factor=0.5" }))
        .Found.Single().Message.Should().Contain("last vacuumed never, and autovacuum begins only at 40,050");

    [Test]
    public void Reports_a_table_that_was_never_analyzed() =>
        Lint(Event, database => Known(database).Table("Event").Count("n_live_tup", 1000))
        .Should().Report("`public.Event` (1,000 rows) was never analyzed, and the planner guesses: `ANALYZE \"public\".\"Event\"`");

    [Test]
    public void A_reset_of_the_counters_is_no_lack_of_statistics()
    {
        Lint(Event, database => database.Table("Event").Count("n_live_tup", 1000).Analyzed("kind")).Should().ReportNothing();
        Lint(Event, database => Known(database).Table("Event").Count("n_live_tup", 999)).Should().ReportNothing();
        // Nothing of pg_stats is visible, and the counters are young.
        Lint(Event, database => database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-31T00:00:00Z")).Table("Event").Count("n_live_tup", 5000)).Should().ReportNothing();
    }

    [Test]
    public void Reports_statistics_of_another_table_than_today() =>
        Lint(Event, database => Rows(database, 20_000).Count("n_mod_since_analyze", 10_000))
        .Should().Report("10,000 rows of `public.Event` have changed since it was analyzed (on 2026-10-31), and it has 20,000: `ANALYZE \"public\".\"Event\"`");

    [Test]
    public void Accepts_few_changes_and_says_dead_rows_once()
    {
        Lint(Event, database => Rows(database, 20_001).Count("n_mod_since_analyze", 10_000)).Should().ReportNothing();
        Lint(Event, database => Rows(database, 5000).Count("n_mod_since_analyze", 9999)).Should().ReportNothing();
        Lint(Event, database => Rows(database, 20_000).Count("n_mod_since_analyze", 20_000).Count("n_dead_tup", 20_000)).Found.Select(found => found.Detail).Should().Equal("dead-tuples");
    }

    [Test]
    public void Reports_autovacuum_that_is_off_for_a_table()
    {
        var found = Lint(Event, database => database.Table("Event").Set("options", new[] { "autovacuum_enabled=false" })).Should().ReportAtTheMarks().Found.Single();

        (found.Detail, found.Severity.ToString(), found.IsOperational).Should().Be(("autovacuum-disabled", "Warning", true));
        Lint(Event, database => database.Table("Event").Set("options", new[] { "autovacuum_enabled=true" })).Should().ReportNothing();
    }

    [Test]
    public void Reports_autovacuum_that_is_off_for_the_server()
    {
        Lint(Event, database => database.Setting("autovacuum", "off")).Found.Single().Object.Should().Be("autovacuum");
        Lint(Event, database => database.Setting("autovacuum", "on")).Should().ReportNothing();
    }

    [Test]
    public void Estimates_pages_that_hold_nothing() =>
        Lint(Event, database => Rows(database, 10_000).Set("pages", 5000).Analyzed("id", width: 4).Analyzed("kind", width: 10))
        .Should().Report("By estimate 98.9 % of `public.Event`, 39 MB of 39 MB, hold nothing: `VACUUM (FULL)` or pg_repack writes it anew");

    [TestCase(2500, "Event")]
    [TestCase(5000, "half analyzed")]
    [TestCase(5000, "dead")]
    [TestCase(5000, "fillfactor")]
    public void Accepts_small_bloat_and_what_cannot_be_estimated(int pages, string what) =>
        Lint(Event, database =>
        {
            var table = Rows(database, what == "fillfactor" ? 70_000 : 10_000).Set("pages", pages).Analyzed("id", width: 4);
            if (what != "half analyzed")
                table.Analyzed("kind", width: 10);
            if (what == "dead")
                table.Count("n_dead_tup", 20_000);
            if (what == "fillfactor")
                table.Set("options", new[] { "fillfactor=10" });
        }).Found.Select(found => found.Detail).Should().NotContain("table-bloat");

    [Test]
    public void Estimates_pages_of_an_index_that_hold_nothing() =>
        Lint(Indexed, database => Bloated(Rows(database, 10_000).Analyzed("id", width: 4).Analyzed("kind", width: 10)))
        .Should().Report("By estimate 98 % of `Event_kind_idx` on `public.Event`, 15 MB of 16 MB, hold nothing: `REINDEX INDEX CONCURRENTLY \"public\".\"Event_kind_idx\"`");

    [Test]
    public void Judges_an_index_by_its_size_not_by_what_is_spare() =>
        Lint(Indexed, database => Bloated(Rows(database, 10_000).Analyzed("id", width: 4).Analyzed("kind", width: 10)).SetIndex("Event_kind_idx", "pages", 1300L))
        .Should().Report("By estimate 96.9 % of `Event_kind_idx` on `public.Event`, 9.8 MB of 10 MB, hold nothing: `REINDEX INDEX CONCURRENTLY \"public\".\"Event_kind_idx\"`");

    [TestCase("pages", 1000L)]
    [TestCase("am", "gin")]
    [TestCase("pred", "(id > 5)")]
    [TestCase("exprs", "lower(kind)")]
    [TestCase("valid", false)]
    public void Estimates_b_trees_over_plain_columns_only(string property, object value) =>
        Lint(Indexed, database => Bloated(Rows(database, 10_000).Analyzed("id", width: 4).Analyzed("kind", width: 10)).SetIndex("Event_kind_idx", property, value)).Should().ReportNothing();

    [Test]
    public void Tells_partitions_at_their_table_once() =>
        Lint(Event, database =>
        {
            Known(database).Table("Event").Set("kind", "p");
            foreach (var name in new[] { "Event_1", "Event_2" })
                database.AddTable(name).Set("is_partition", true).Set("parent", database.Table("Event").Oid).Count("n_live_tup", 5000).AddColumn("id", "integer");
        }).Should().Report("`public.Event_1` (and 1 more partition) (5,000 rows) was never analyzed, and the planner guesses: `ANALYZE \"public\".\"Event_1\"`");

    [Test]
    public void Says_what_is_not_known_without_counters_and_statistics_of_columns()
    {
        Lint(Event, database => database.Without(EvidenceSource.TableStatistics).Without(EvidenceSource.ColumnStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("dead-tuples: the role may not read the statistics of tables", "table-bloat: the role may not read the statistics of columns");
    }

    private static TableBuilder Rows(SnapshotBuilder database, int rows) => database.Table("Event").HasRows(rows);

    // Something of pg_stats can be read.
    private static SnapshotBuilder Known(SnapshotBuilder database)
    {
        database.AddTable("Other").AddColumn("id", "integer");
        database.Table("Other").Analyzed("id");
        return database;
    }

    private static TableBuilder Bloated(TableBuilder table) => table.SetIndex("Event_kind_idx", "pages", 2000).SetIndex("Event_kind_idx", "tuples", 10_000.0);
}
