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
public sealed class NoBackupEvidenceRuleTests : LiveRuleTests<NoBackupEvidenceRule>
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

    private static SnapshotBuilder Server(SnapshotBuilder database, string mode, string command = "false")
    {
        database.Setting("archive_mode", mode).Setting("archive_command", command).Setting("archive_library", "false").Row(EvidenceSource.Archiver, ("archived_count", 0), ("failed_count", 0));
        return database.Row(EvidenceSource.ReplicationSlots, ("slot_name", "cdc"), ("slot_type", "logical"));
    }

    private static SnapshotBuilder Alone(SnapshotBuilder database, string mode, string command = "false") => Replicas(Server(database, mode, command));

    // A source without rows has to be named all the same.
    private static SnapshotBuilder Replicas(SnapshotBuilder database) => database.Empty(EvidenceSource.Replication);

    [Test]
    public void Reports_a_server_that_shows_no_backup()
    {
        var result = Lint(Schema, database => Alone(database, "off"));

        result.Should().Report("The server shows no evidence of backups: `archive_mode` is off, and nobody reads the write-ahead log. Dumps and the backups of a managed service would not show here");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Suggestion);
    }

    [Test]
    public void Reports_an_archiver_without_a_command() =>
        Lint(Schema, database => Alone(database, "on")).Found.Single().Message.Should().Contain("`archive_command` is empty");

    [Test]
    public void Reports_an_archiver_that_fails()
    {
        var result = Lint(Schema, database => Alone(database, "on", "true").Set(EvidenceSource.Archiver, ("failed_count", 12), ("last_failed_time", "2026-10-31T23:00:00Z"), ("last_archived_time", "2026-10-30T00:00:00Z")));

        result.Should().Report("Archiving the write-ahead log fails: 12 failures, the last 60 min before the snapshot, and no success since");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Error);
        result.Found[0].Detail.Should().Be("archiver-failing");
    }

    [Test]
    public void Says_nothing_of_an_archiver_that_got_over_it() =>
        Lint(Unmarked, database => Alone(database, "on", "true").Set(EvidenceSource.Archiver, ("failed_count", 12), ("last_failed_time", "2026-10-31T23:00:00Z"), ("last_archived_time", "2026-10-31T23:30:00Z"))).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_somebody_reads_the_log()
    {
        Lint(Unmarked, database => Server(database, "off").Row(EvidenceSource.Replication, ("application_name", "barman"))).Should().ReportNothing();
        Lint(Unmarked, database => Alone(database, "off").Row(EvidenceSource.ReplicationSlots, ("slot_name", "b"), ("slot_type", "physical"))).Should().ReportNothing();
    }

    [Test]
    public void Says_nothing_of_a_standby_or_a_managed_service()
    {
        Lint(Unmarked, database => Alone(database, "off").Set(EvidenceSource.Server, ("recovery", true))).Should().ReportNothing();
        Lint(Unmarked, database => Alone(database, "off").Role("rds_superuser")).Should().ReportNothing();
    }

    [TestCase(EvidenceSource.Archiver, "the archiver")]
    [TestCase(EvidenceSource.ReplicationSlots, "replication slots")]
    [TestCase(EvidenceSource.Replication, "the replicas")]
    public void Says_that_nothing_is_known_without(string source, string words)
    {
        Lint(Unmarked, database => Alone(database, "off").Without(source)).Should().ReportNothing();

        NotJudged.Should().Equal($"no-backup-evidence: the role may not read {words}");
    }
}
