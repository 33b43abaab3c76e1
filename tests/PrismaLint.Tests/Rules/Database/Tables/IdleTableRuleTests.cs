using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class IdleTableRuleTests : LiveRuleTests<IdleTableRule>
{
    private const string Coupon = """
        model [|Coupon|] {
          id Int @id
        }
        """;

    [Test]
    public void Reports_a_table_that_nobody_uses() =>
        Lint(Coupon, database => database.Table("Coupon").Set("tuples", 12.0))
        .Should().Report("`public.Coupon` was neither read nor written in 90 days and holds 12 rows");

    [Test]
    public void The_building_of_its_index_is_no_use() =>
        Lint(Coupon, database => database.Table("Coupon").Count("seq_scan", 1)).Should().ReportAtTheMarks();

    [TestCase("seq_scan", 2)]
    [TestCase("seq_tup_read", 1)]
    [TestCase("idx_scan", 1)]
    [TestCase("n_tup_ins", 1)]
    public void Accepts_a_table_in_use(string column, int value) =>
        Lint(Coupon, database => database.Table("Coupon").Count(column, value)).Should().ReportNothing();

    [Test]
    public void Counts_the_partitions_together() =>
        Lint(Coupon, database => database.AddTable("Coupon_1").Set("is_partition", true).Set("parent", database.Table("Coupon").Set("kind", "p").Oid).Count("n_tup_ins", 5)).Should().ReportNothing();

    [Test]
    public void Says_once_that_nobody_uses_the_database() =>
        Lint(Coupon, database =>
        {
            for (var i = 0; i < 6; i++)
                database.AddTable("t" + i);
        }).Found.Single().Message.Should().Be("7 of 7 tables were neither read nor written in 90 days: this may not be the database that is in use");

    [Test]
    public void Waits_for_thirty_days_of_statistics()
    {
        Lint(Coupon, database => database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-10T00:00:00Z"))).Should().ReportNothing();

        NotJudged.Should().Equal("idle-table: the statistics cover 22 days, and it needs 30 days");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_counters()
    {
        Lint(Coupon, database => database.Without(EvidenceSource.TableStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("idle-table: the role may not read the statistics of tables");
    }
}
