using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class PartitionCandidateRuleTests : LiveRuleTests<PartitionCandidateRule>
{
    private const string Event = """
        model [|Event|] {
          id   Int      @id
          at   DateTime
          kind String

          @@index([at])
        }
        """;

    [Test]
    public void Reports_a_very_large_table_that_only_grows() =>
        Lint(Event, database => database.Table("Event").HasRows(60_000_000).Set("pages", 131_072).Count("n_tup_ins", 1_000_000))
        .Should().Report("`public.Event` has 60,000,000 rows in 1 GB, grows and hardly changes: partitions by `at` would keep it manageable");

    [Test]
    public void Reports_a_table_of_many_gigabytes() =>
        Lint(Event, database => database.Table("Event").HasRows(1000).Set("pages", 6_553_600).Count("n_tup_ins", 1_000_000)).Should().ReportAtTheMarks();

    [Test]
    public void Accepts_smaller_changing_and_partitioned_tables_and_those_without_time()
    {
        Lint(Event, database => database.Table("Event").HasRows(49_999_999).Count("n_tup_ins", 1_000_000)).Should().ReportNothing();
        Lint(Event, database => database.Table("Event").HasRows(60_000_000).Count("n_tup_ins", 1_000_000).Count("n_tup_del", 100_000)).Should().ReportNothing();
        Lint(Event, database => database.Table("Event").HasRows(60_000_000).Count("n_tup_ins", 1_000_000).Set("kind", "p")).Should().ReportNothing();
        Lint(Event, database => database.Table("Event").HasRows(60_000_000).Count("n_tup_ins", 1_000_000).DropIndex("Event_at_idx")).Should().ReportNothing();
        Lint(Event, database => database.Table("Event").HasRows(60_000_000)).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_counters()
    {
        Lint(Event, database =>
        {
            database.Table("Event").HasRows(60_000_000);
            database.Without(EvidenceSource.TableStatistics);
        }).Should().ReportNothing();

        NotJudged.Should().Equal("partition-candidate: the role may not read the statistics of tables");
    }
}
