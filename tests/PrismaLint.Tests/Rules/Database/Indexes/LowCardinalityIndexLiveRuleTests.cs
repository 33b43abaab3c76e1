using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class LowCardinalityIndexLiveRuleTests : LiveRuleTests<LowCardinalityIndexLiveRule>
{
    internal const string Task = """
        model Task {
          id    Int      @id
          done  Boolean
          state State
          due   DateTime

          [|@@index([done])|]
        }

        enum State {
          OPEN
          CLOSED
        }
        """;

    [Test]
    public void Reports_an_index_over_two_values() =>
        Lint(Task, database => database.Table("Task").HasRows(50_000).Analyzed("done", distinct: 2))
        .Should().Report("`Task_done_idx` on `public.Task` tells 2 values apart in 50,000 rows (8 MB); a partial index for a rare value would be small: `DROP INDEX CONCURRENTLY \"public\".\"Task_done_idx\"`");

    [Test]
    public void Reports_few_combinations() =>
        Lint(Task.Replace("[done]", "[done, state]", StringComparison.Ordinal), database => database.Table("Task").HasRows(50_000).Analyzed("done", distinct: 2).Analyzed("state", distinct: 2)).Should().ReportAtTheMarks();

    [Test]
    public void Accepts_a_second_column_that_tells_rows_apart() =>
        Lint(Task.Replace("[done]", "[done, due]", StringComparison.Ordinal), database => database.Table("Task").HasRows(50_000).Analyzed("done", distinct: 2).Analyzed("due")).Should().ReportNothing();

    [Test]
    public void Accepts_small_tables_partial_indexes_and_many_values()
    {
        Lint(Task, database => database.Table("Task").HasRows(500).Analyzed("done", distinct: 2)).Should().ReportNothing();
        Lint(Task, database => database.Table("Task").HasRows(50_000).Analyzed("done", distinct: 2).SetIndex("Task_done_idx", "pred", "(NOT done)")).Should().ReportNothing();
        Lint(Task.Replace("[done]", "[state]", StringComparison.Ordinal), database => database.Table("Task").HasRows(50_000).Analyzed("state", distinct: 11)).Should().ReportNothing();
    }

    [TestCase(100L, 10_000L, false)]
    [TestCase(100L, 2_000_000L, true)]
    public void Accepts_an_index_whose_scans_find_few_rows(long scans, long read, bool isReported) =>
        Lint(Task, database => database.Table("Task").HasRows(50_000).Analyzed("done", distinct: 2).SetIndex("Task_done_idx", "idx_scan", scans).SetIndex("Task_done_idx", "idx_tup_read", read))
        .Found.Count.Should().Be(isReported ? 1 : 0);

    [Test]
    public void Says_that_nothing_is_known_without_the_statistics_of_columns()
    {
        Lint(Task, database => database.Without(EvidenceSource.ColumnStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("low-cardinality-index: the role may not read the statistics of columns");
    }

    [Test]
    public void Takes_an_empty_view_of_analyzed_tables_for_a_lack_of_privilege()
    {
        Lint(Task, database => database.Table("Task").HasRows(50_000)).Should().ReportNothing();

        NotJudged.Should().Equal("low-cardinality-index: the role may not read the statistics of any column");
    }
}

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class BooleanOnlyIndexInDatabaseTests : LiveRuleTests<BooleanOnlyIndexRule>
{
    [Test]
    public void Reports_the_index_as_without_a_database() => Lint(LowCardinalityIndexLiveRuleTests.Task, _ => { }).Should().ReportAtTheMarks();

    [Test]
    public void Is_silent_where_the_database_has_a_condition() =>
        Lint(LowCardinalityIndexLiveRuleTests.Task, database => database.Table("Task").SetIndex("Task_done_idx", "pred", "(NOT done)")).Should().ReportNothing();

    [Test]
    public void Is_silent_where_scans_find_few_rows() =>
        Lint(LowCardinalityIndexLiveRuleTests.Task, database => database.Table("Task").HasRows(50_000).SetIndex("Task_done_idx", "idx_tup_read", 5000)).Should().ReportNothing();
}
