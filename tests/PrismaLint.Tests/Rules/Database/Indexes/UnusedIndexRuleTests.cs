using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class UnusedIndexRuleTests : LiveRuleTests<UnusedIndexRule>
{
    private const string User = """
        model User {
          id    Int    @id
          email String

          [|@@index([email])|]
        }
        """;

    [Test]
    public void Reports_an_index_that_was_never_scanned_and_deletes_it() =>
        Lint(User, Unused)
        .Should().Report("`User_email_idx` on `public.User` (8 MB) was not scanned once in 90 days: `DROP INDEX CONCURRENTLY \"public\".\"User_email_idx\"`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              email String
            }
            """);

    [Test]
    public void An_undeclared_one_is_an_affair_of_the_model() =>
        Lint("""
            model [|User|] {
              id    Int    @id
              email String
            }
            """, database =>
            {
                database.Table("User").Count("n_tup_ins", 10).AddIndex("by_hand", ["email"])["idx_scan"] = 0L;
            }).Should().ReportAtTheMarks();

    [TestCase("uniq", true)]
    [TestCase("prim", true)]
    [TestCase("excl", true)]
    [TestCase("replident", true)]
    [TestCase("clustered", true)]
    [TestCase("valid", false)]
    [TestCase("size", 1_048_575L)]
    [TestCase("idx_scan", 1L)]
    [TestCase("idx_scan", null)]
    public void Leaves_alone_what_is_bound_small_or_used(string property, object? value) =>
        Lint(User, database =>
        {
            Unused(database);
            database.Table("User").SetIndex("User_email_idx", property, value);
        }).Should().ReportNothing();

    [Test]
    public void Leaves_alone_what_backs_a_constraint() =>
        Lint(User, database =>
        {
            Unused(database);
            database.Table("User").AddConstraint("User_email_key", "x", "email")["index"] = database.Table("User").Index("User_email_idx")["oid"];
        }).Should().ReportNothing();

    [TestCase(false)]
    [TestCase(true)]
    public void Leaves_alone_the_only_index_of_a_foreign_key(bool hasAnother) =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id])

              @@index([authorId])
            }
            """, database =>
            {
                database.Table("Post").Count("n_tup_ins", 10).SetIndex("Post_authorId_idx", "idx_scan", 0L);
                if (hasAnother)
                    database.Table("Post").AddIndex("by_hand", ["authorId"], method: "hash");
            }).Found.Count.Should().Be(hasAnother ? 1 : 0);

    [Test]
    public void Leaves_surplus_indexes_to_their_rule() =>
        Lint(User, database =>
        {
            Unused(database);
            database.Table("User").AddIndex("User_email_key", ["email"], IndexKind.Unique);
        }).Should().ReportNothing();

    [TestCase(0L, 0L, true)]
    [TestCase(0L, 5L, false)]
    public void Counts_the_partitions_together(long first, long second, bool isReported) =>
        Lint(User, database =>
        {
            Unused(database);
            var table = database.Table("User").Set("kind", "p").SetIndex("User_email_idx", "idx_scan", null).SetIndex("User_email_idx", "size", 0L);
            foreach (var (name, scans) in new[] { ("User_1", first), ("User_2", second) })
            {
                var partition = database.AddTable(name).Set("is_partition", true).Set("parent", table.Oid).Count("n_tup_ins", 5);
                partition.AddColumn("email", "text");
                var index = partition.AddIndex(name + "_email_idx", ["email"]);
                (index["is_partition"], index["parent"], index["idx_scan"]) = (true, table.Index("User_email_idx")["oid"], scans);
            }
        }).Found.Count.Should().Be(isReported ? 1 : 0);

    [Test]
    public void Says_that_the_table_is_idle_too()
    {
        var found = Lint(User, database => database.Table("User").SetIndex("User_email_idx", "idx_scan", 0L)).Should().ReportAtTheMarks().Found.Single();

        found.Severity.ToString().Should().Be("Suggestion");
        found.Message.Should().Contain("nobody uses the table either");
    }

    [Test]
    public void Says_that_others_may_count_elsewhere()
    {
        Lint(User, database =>
        {
            Unused(database);
            database.Set(EvidenceSource.Server, ("recovery", true));
        }).Found.Single().Message.Should().Contain("on this standby");
        Lint(User, database =>
        {
            Unused(database);
            database.Row(EvidenceSource.Replication, ("state", "streaming"));
        }).Found.Single().Message.Should().Contain("look at its replicas as well");
    }

    [TestCase("2026-10-30T00:00:00Z", false)]
    [TestCase("2026-07-01T00:00:00Z", true)]
    public void Takes_the_date_of_the_last_scan_from_16_on(string date, bool isReported) =>
        Lint(User, database =>
        {
            Unused(database);
            database.Table("User").SetIndex("User_email_idx", "idx_scan", 12L).SetIndex("User_email_idx", "last_scan", date);
        }).Found.Count.Should().Be(isReported ? 1 : 0);

    [Test]
    public void Waits_for_two_weeks_of_statistics()
    {
        Lint(User, database =>
        {
            Unused(database);
            database.Set(EvidenceSource.StatisticsSince, ("db", "2026-10-20T00:00:00Z"));
        }).Should().ReportNothing();

        NotJudged.Should().Equal("unused-index: the statistics cover 12 days, and it needs 14 days");
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(User, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("unused-index: the role may not read indexes");
    }

    private static void Unused(SnapshotBuilder database) => database.Table("User").Count("n_tup_ins", 10).SetIndex("User_email_idx", "idx_scan", 0L);
}
