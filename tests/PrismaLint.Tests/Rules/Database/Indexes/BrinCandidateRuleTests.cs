using System;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class BrinCandidateRuleTests : LiveRuleTests<BrinCandidateRule>
{
    private const string Event = """
        model Event {
          id        Int      @id
          [|at|]        DateTime
          updatedAt DateTime

          @@index([at])
        }
        """;

    [Test]
    public void Reports_times_in_the_order_of_the_rows() =>
        Lint(Event, database => Log(database))
        .Should().Report("The 20,000,000 rows of `public.Event` lie in the order of `at` and hardly change: a BRIN index takes kilobytes where `Event_at_idx` takes 8 MB: `CREATE INDEX CONCURRENTLY ON \"public\".\"Event\" USING brin (\"at\")`");

    [Test]
    public void Accepts_smaller_changing_and_mixed_tables()
    {
        Lint(Event, database => Log(database).HasRows(9_999_999)).Should().ReportNothing();
        Lint(Event, database => Log(database).Count("n_tup_upd", 100_000)).Should().ReportNothing();
        Lint(Event, database => database.Table("Event").HasRows(20_000_000).Count("n_tup_ins", 5_000_000).Analyzed("at", correlation: 0.98)).Should().ReportNothing();
        Lint(Event, database => Log(database).Count("n_tup_ins", 0)).Should().ReportNothing();
    }

    [Test]
    public void Accepts_a_brin_index() =>
        Lint(Event, database => Log(database).AddIndex("by_hand", ["at"], method: "brin")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_statistics_of_columns()
    {
        Lint(Event, database =>
        {
            Log(database);
            database.Without(EvidenceSource.ColumnStatistics);
        }).Should().ReportNothing();

        NotJudged.Should().Equal("brin-candidate: the role may not read the statistics of columns");
    }

    private static TableBuilder Log(SnapshotBuilder database) =>
        database.Table("Event").HasRows(20_000_000).Count("n_tup_ins", 5_000_000).Analyzed("at", correlation: 0.999).Analyzed("updatedAt", correlation: 0.995);
}
