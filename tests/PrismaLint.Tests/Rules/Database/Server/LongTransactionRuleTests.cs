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
public sealed class LongTransactionRuleTests : LiveRuleTests<LongTransactionRule>
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

    private static SnapshotBuilder Activity(SnapshotBuilder database, params (string, object?)[] values) => database.Row(EvidenceSource.Activity, [("hidden", 0), .. values]).Row(EvidenceSource.Blocked, ("wait_s", 0.5));

    [Test]
    public void Reports_sessions_that_are_idle_in_transaction()
    {
        var result = Lint(Schema, database => Activity(database, ("idle_in_tx", 2), ("oldest_idle_in_tx_s", 400.0), ("oldest_xact_s", 900.0))
            .Row(EvidenceSource.Clients, ("app", "worker"), ("idle_in_tx", 2)).Row(EvidenceSource.Clients, ("app", "psql"), ("idle_in_tx", 0)));

        result.Should().Report("2 sessions were idle in transaction when the snapshot was taken, the longest for 6 min (`worker`): they hold locks and keep VACUUM from its work. Set `idle_in_transaction_session_timeout`");
        result.Found[0].Detail.Should().Be("idle-in-transaction");
        result.Found[0].IsOperational.Should().BeTrue();
    }

    [Test]
    public void Reports_a_transaction_that_runs_and_runs() =>
        Lint(Schema, database => Activity(database, ("oldest_active_xact_s", 3700.0))).Should().Report("A transaction had run for 61 min when the snapshot was taken: VACUUM removes no row that was alive when it began");

    [TestCase("oldest_idle_in_tx_s", 299.0)]
    [TestCase("oldest_active_xact_s", 599.0)]
    // Of dumps, index builds and the like alone.
    [TestCase("oldest_xact_s", 9000.0)]
    public void Says_nothing_of_short_ones(string column, double seconds) => Lint(Unmarked, database => Activity(database, (column, seconds), ("idle_in_tx", 1))).Should().ReportNothing();

    [Test]
    public void Reports_the_model_whose_rows_are_waited_for() =>
        Lint(
            """
            datasource db {
              provider = "postgresql"
            }

            model [|User|] {
              id Int @id
            }
            """,
            database => Activity(database)
                .Row(EvidenceSource.Blocked, ("wait_s", 12.0), ("rel", new[] { "public.\"User_pkey\"" }), ("blockers", new[] { 7 }))
                .Row(EvidenceSource.Blocked, ("wait_s", 45.0), ("rel", new[] { "public.\"User\"" }), ("blockers", new[] { 7, 8 }))).Should().Report(
            "2 sessions waited for a lock on `public.User` when the snapshot was taken, the longest for 45 s, behind 2 others: shorten the transactions that write there, and set `lock_timeout`");

    [Test]
    public void Reports_others_at_the_datasource() =>
        Lint(Schema, database => Activity(database).Row(EvidenceSource.Blocked, ("wait_s", 12.0), ("blockers", new[] { 7 }))).Should().ReportAtTheMarks();

    [Test]
    public void Says_nothing_of_a_short_wait() => Lint(Unmarked, database => Activity(database).Row(EvidenceSource.Blocked, ("wait_s", 9.0))).Should().ReportNothing();

    [Test]
    public void Has_thresholds() => Lint(Schema, database => Activity(database, ("oldest_active_xact_s", 30.0)), (LongTransactionRule.TransactionSeconds, "20")).Should().ReportAtTheMarks();

    [Test]
    public void Says_that_nothing_is_known_of_sessions_that_are_hidden()
    {
        Lint(Unmarked, database => Activity(database, ("oldest_active_xact_s", 3700.0)).Set(EvidenceSource.Activity, ("hidden", 4)).Set(EvidenceSource.Server, ("monitor", false))).Should().ReportNothing();
        NotJudged.Should().Equal("long-transaction: the role does not see the sessions of others", "blocked-session: the role does not see the sessions of others");

        Lint(Unmarked, database => database.Without(EvidenceSource.Activity).Without(EvidenceSource.Blocked)).Should().ReportNothing();
        NotJudged.Should().Equal("long-transaction: the role may not read the activity of sessions", "blocked-session: the role may not read blocked sessions");
    }
}
