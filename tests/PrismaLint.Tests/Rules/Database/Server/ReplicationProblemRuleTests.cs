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
public sealed class ReplicationProblemRuleTests : LiveRuleTests<ReplicationProblemRule>
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

    private static SnapshotBuilder Server(SnapshotBuilder database, params (string, object?)[] slot) => database
        .Row(EvidenceSource.Replication, ("application_name", "r1"), ("replay_lag_s", 0.1))
        .Row(EvidenceSource.ReplicationSlots, [("slot_name", "spare"), ("slot_type", "physical"), ("has_lsn", true), .. slot]);

    [Test]
    public void Reports_a_slot_that_nobody_reads()
    {
        var result = Lint(Schema, database => Server(database, ("active", false), ("retained", 300.0 * 1024 * 1024)));

        result.Should().Report("Nobody read the physical replication slot `spare` when the snapshot was taken, and it keeps 300 MB of the write-ahead log. `SELECT pg_drop_replication_slot('spare')` where its reader is gone");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Warning);
    }

    [TestCase(11e9, "extended")]
    [TestCase(1e6, "lost")]
    public void Is_an_error_where_the_disk_fills_or_the_log_is_lost(double retained, string status) =>
        Lint(Schema, database => Server(database, ("active", false), ("retained", retained), ("wal_status", status))).Found.Single().Severity.Should().Be(DiagnosticSeverity.Error);

    [Test]
    public void Says_nothing_of_slots_that_are_read_or_never_were() =>
        Lint(Unmarked, database => Server(database, ("active", true), ("retained", 20e9)).Row(EvidenceSource.ReplicationSlots, ("slot_name", "new"), ("active", false), ("has_lsn", false))).Should().ReportNothing();

    [Test]
    public void Reports_a_replica_that_is_late()
    {
        var result = Lint(Schema, database => Server(database, ("active", true)).Set(EvidenceSource.Replication, ("replay_lag_s", 95.0)));

        result.Should().Report("The replica `r1` was 95 s behind when the snapshot was taken: who reads there sees old rows");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Suggestion);
    }

    [Test]
    public void Reports_a_server_without_replicas()
    {
        Lint(Schema, database => database.Empty(EvidenceSource.Replication).Empty(EvidenceSource.ReplicationSlots)).Should().Report("No replica was connected when the snapshot was taken: nobody takes over where this server fails");
        Lint(Unmarked, database => database.Empty(EvidenceSource.Replication).Empty(EvidenceSource.ReplicationSlots).Role("cloudsqlsuperuser")).Should().ReportNothing();
        Lint(Unmarked, database => database.Empty(EvidenceSource.Replication).Empty(EvidenceSource.ReplicationSlots).Set(EvidenceSource.Server, ("recovery", true))).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_evidence()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Replication).Without(EvidenceSource.ReplicationSlots)).Should().ReportNothing();

        NotJudged.Should().Equal("inactive-replication-slot: the role may not read replication slots", "replica-lag: the role may not read the replicas");
    }
}
