using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Evidence;

/// <summary>What the rule that reads the schema alone makes of a database.</summary>
public sealed class TooManyIndexesEvidenceTests : LiveRuleTests<TooManyIndexesRule>
{
    private const string Wide = """
        model [|Wide|] {
          id Int @id
          a  Int
          b  Int

          @@index([a])
          @@index([b])
        }
        """;

    [Test]
    public void Points_at_the_indexes_that_nobody_asks() =>
        Lint(Wide, database => database.Table("Wide").SetIndex("Wide_b_idx", "idx_scan", 0L), (TooManyIndexesRule.Max, "2"))
        .Should().ReportAtTheMarks().Found.Single().Related.Select(related => related.Message).Should().Equal("No query has used `@@index([b])` in 90 days");

    [Test]
    public void Points_at_none_while_the_counters_are_young() =>
        Lint(Wide, database =>
        {
            database.Table("Wide").SetIndex("Wide_b_idx", "idx_scan", 0L);
            database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-30T00:00:00Z"));
        }, (TooManyIndexesRule.Max, "2")).Found.Single().Related.Should().BeEmpty();
}
