using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds servers that show no trace of a backup that goes on.</summary>
public sealed class NoBackupEvidenceRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8051", "no-backup-evidence")
    {
        Title = "No evidence of backups",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A server that archives its write-ahead log, or streams it to somebody, can be restored to any minute. This one shows neither. That is no proof:
            a nightly dump, snapshots of the disk and what a managed service does leave no trace in the catalogs, so it is a suggestion to look, and on
            services that are known by their roles nothing is said. An archiver that fails is an error: the log piles up, and what is not archived cannot be restored.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }
                """,
            Clean: """
                model User {
                  id Int @id
                }
                """)
        {
            // It depends on how the server was started.
            Database = null,
        },
        WhenNotToUse = """
            Where backups are made in a way that the server does not know of.
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        const string Check = "no-backup-evidence";
        // What a standby archives is the primary's business.
        if (context.Snapshot.Server.IsStandby || !context.Has(EvidenceSource.Settings, Check) || !context.Has(EvidenceSource.Archiver, Check))
            yield break;
        var archiver = context.Snapshot.FirstRow(EvidenceSource.Archiver);
        var archives = context.Snapshot.FindSetting("archive_mode") is "on" or "always";
        if (archives && archiver.Number("failed_count") > 0 && archiver.FindTime("last_failed_time") is { } failed && !(archiver.FindTime("last_archived_time") > failed))
        {
            yield return context.Report(
                context.PlaceOfDatabase("archive_command"),
                "archiver-failing",
                $"Archiving the write-ahead log fails: {Figures.Count(archiver.Number("failed_count"), "failure")}, the last {Figures.Duration((context.Snapshot.Server.At - failed).TotalSeconds)} before the snapshot, and no success since") with { Severity = DiagnosticSeverity.Error, IsOperational = true };
            yield break;
        }
        var hasCommand = !(context.Snapshot.FindSetting("archive_command") is "false" && context.Snapshot.FindSetting("archive_library") is "false" or null);
        if ((archives && hasCommand) || ManagedService.IsOne(context.Snapshot))
            yield break;
        if (!context.Has(EvidenceSource.ReplicationSlots, Check) || !context.Has(EvidenceSource.Replication, Check))
            yield break;
        if (context.Snapshot.Rows(EvidenceSource.Replication).Any() || context.Snapshot.Rows(EvidenceSource.ReplicationSlots).Any(slot => slot.Text("slot_type") == "physical"))
            yield break;
        yield return context.Report(
            context.PlaceOfDatabase("archive_mode"),
            Check,
            $"The server shows no evidence of backups: {(archives ? "`archive_command` is empty" : "`archive_mode` is off")}, and nobody reads the write-ahead log. Dumps and the backups of a managed service would not show here")
            with { Severity = DiagnosticSeverity.Suggestion, IsOperational = true };
    }
}
