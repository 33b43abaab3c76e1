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
public sealed class HeldBackVacuumHorizonRuleTests : LiveRuleTests<HeldBackVacuumHorizonRule>
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

    private static SnapshotBuilder Server(SnapshotBuilder database, int age = 10) => database.Row(EvidenceSource.Activity, ("hidden", 0), ("oldest_xmin_age", age));

    [Test]
    public void Reports_a_session_that_looks_far_back() =>
        Lint(Schema, database => Server(database, 3_000_000).Row(EvidenceSource.ReplicationSlots, ("slot_name", "a"), ("active", true)).Row(EvidenceSource.PreparedTransactions, ("age_s", 2.0))).Should().Report(
            "A session looks back over 3,000,000 transactions: VACUUM removes no row that died since. End it, and set `idle_in_transaction_session_timeout`");

    [Test]
    public void Reports_a_slot_that_nobody_reads() =>
        Lint(Schema, database => Server(database).Row(EvidenceSource.ReplicationSlots, ("slot_name", "cdc"), ("active", false), ("catalog_xmin_age", 2_000_000))).Should().Report(
            "The replication slot `cdc` looks back over 2,000,000 transactions and nobody reads it: VACUUM removes no row that died since");

    [Test]
    public void Reports_prepared_transactions_that_nobody_ends() =>
        Lint(Schema, database => Server(database).Row(EvidenceSource.PreparedTransactions, ("age_s", 700.0)).Row(EvidenceSource.PreparedTransactions, ("age_s", 5.0))).Should().Report(
            "1 prepared transaction waits to be finished, the oldest for 11 min: it holds its locks and keeps VACUUM from its work. `COMMIT PREPARED` or `ROLLBACK PREPARED` them");

    [Test]
    public void Says_nothing_of_young_ones() =>
        Lint(Unmarked, database => Server(database, 999_999).Row(EvidenceSource.ReplicationSlots, ("slot_name", "cdc"), ("active", false), ("xmin_age", 900_000)).Row(EvidenceSource.PreparedTransactions, ("age_s", 500.0))).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_evidence()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Activity).Without(EvidenceSource.ReplicationSlots).Without(EvidenceSource.PreparedTransactions)).Should().ReportNothing();

        NotJudged.Should().Equal("oldest-xmin: the role may not read the activity of sessions", "oldest-xmin: the role may not read replication slots", "oldest-xmin: the role may not read prepared transactions");
    }
}
