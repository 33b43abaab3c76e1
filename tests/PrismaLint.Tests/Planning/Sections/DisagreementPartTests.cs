using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning.Sections;

public sealed class DisagreementPartTests
{
    private const string Accounts = """
        model Account {
          id      Int      @id @default(autoincrement())
          profile Profile?
          posts   Post[]
          notes   Note[]
        }

        model Profile {
          id        Int     @id
          account   Account @relation(fields: [accountId], references: [id])
          accountId Int     @unique
        }

        model Post {
          id        Int     @id
          account   Account @relation(fields: [accountId], references: [id])
          accountId Int

          @@index([accountId])
        }

        model Note {
          id        Int     @id
          account   Account @relation(fields: [accountId], references: [id])
          accountId Int

          @@index([accountId])
        }
        """;

    [Test]
    public void Answers_that_agree_are_left_alone() =>
        Text(PlanInputs.None with { PeakQueriesPerSecond = 10, Replicas = 1, StalenessSeconds = 5 }).Should().NotContain("Where answers disagree");

    [Test]
    public void More_rows_than_a_unique_key_allows_are_said() =>
        Text(PlanInputs.None with { Volumes = new System.Collections.Generic.Dictionary<string, ModelVolume> { ["Account"] = new(10, null), ["Profile"] = new(12, null) } })
            .Should().Contain("but `accountId` is unique and required: a row of `Account` has one of `Profile` at most");

    [Test]
    public void More_rows_than_the_key_counts_are_said() =>
        Text(PlanInputs.None with { Volumes = new System.Collections.Generic.Dictionary<string, ModelVolume> { ["Account"] = new(2e9, 1e8) } })
            .Should().Contain("`Account` has 3.2 billion rows in 12 months, and `Account.id` ends at 2,147,483,647");

    [Test]
    public void Queries_that_run_more_often_than_all_are_said() =>
        Text(PlanInputs.None with { PeakQueriesPerSecond = 10, HotQueries = [new HotQuery("posts", "Post") { Equal = ["accountId"], PerSecond = 50 }] })
            .Should().Contain("run 50 times a second together, and all queries 10 times at the peak");

    [Test]
    public void A_replica_where_no_read_may_be_stale_or_all_are_serializable_is_said() =>
        Text(PlanInputs.None with { Replicas = 1, StalenessSeconds = 0, Isolation = "serializable" })
            .Should().Contain("and no read may be stale").And.Contain("a standby refuses that level");

    [Test]
    public void No_tenants_in_a_schema_that_looks_like_it_has_some_is_said() =>
        Text(PlanInputs.None with { HasNoTenants = true }).Should().Contain("3 models of 4 hold a key of `Account`, which looks like one");

    private static string Text(PlanInputs inputs) => PlanFixture.Text(1, Accounts, inputs);
}
