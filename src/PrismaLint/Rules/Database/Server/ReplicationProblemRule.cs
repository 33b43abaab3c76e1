using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds replication that stands still or is late.</summary>
public sealed class ReplicationProblemRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8052", "replication-problem")
    {
        Title = "Replication that stands still or is late",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A slot keeps the write-ahead log until somebody has read it: one that nobody reads fills the disk, and then the server stops. From 10 GB on, and where the
            slot has lost what it was to keep (`wal_status` is `lost`), it is an error. `DROP` it, or set `max_slot_wal_keep_size`.

            A replica that is late gives readers old rows; a server without any has nobody to take over. Both are suggestions, and seen in one moment.
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
            // Slots belong to the whole server, which the tests share.
            Database = null,
        },
    };

    public static readonly RuleOption<int> LagSeconds = RuleOption.Number("lag_seconds", "Seconds that a replica is late from which on it is reported.", 30);

    public override IReadOnlyList<RuleOption> Options => [LagSeconds];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (context.Has(EvidenceSource.ReplicationSlots, "inactive-replication-slot"))
        {
            foreach (var diagnostic in FindSlots(context))
                yield return diagnostic with { IsOperational = true };
        }
        if (context.Snapshot.Server.IsStandby || !context.Has(EvidenceSource.Replication, "replica-lag"))
            yield break;
        foreach (var diagnostic in FindReplicas(context))
            yield return diagnostic with { Severity = DiagnosticSeverity.Suggestion, IsOperational = true };
    }

    private static IEnumerable<Diagnostic> FindSlots(LiveContext context)
    {
        foreach (var slot in context.Snapshot.Rows(EvidenceSource.ReplicationSlots))
        {
            var status = slot.Text("wal_status");
            // One that was never used keeps nothing.
            if (slot.Flag("active") || (!slot.Flag("has_lsn") && status != "lost"))
                continue;
            var retained = slot.FindReal("retained");
            var isGrave = status == "lost" || retained > 10.0 * 1024 * 1024 * 1024;
            yield return context.Report(
                context.PlaceOfDatabase(slot.Text("slot_name")),
                "inactive-replication-slot",
                $"Nobody read the {slot.Text("slot_type")} replication slot `{slot.Text("slot_name")}` when the snapshot was taken"
                    + (status == "lost" ? ", and it has lost the log that it was to keep: its reader has to begin anew" : retained is null ? "" : $", and it keeps {Figures.Size(retained.Value)} of the write-ahead log")
                    + $". `SELECT pg_drop_replication_slot('{slot.Text("slot_name")}')` where its reader is gone")
                with { Severity = isGrave ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning };
        }
    }

    private static IEnumerable<Diagnostic> FindReplicas(LiveContext context)
    {
        var replicas = context.Snapshot.Rows(EvidenceSource.Replication).ToArray();
        foreach (var replica in replicas.Where(replica => replica.FindReal("replay_lag_s") >= context.Get(LagSeconds)))
        {
            yield return context.Report(
                context.PlaceOfDatabase(replica.Text("application_name")),
                "replica-lag",
                $"The replica `{replica.Text("application_name")}` was {Figures.Duration(replica.Real("replay_lag_s"))} behind when the snapshot was taken: who reads there sees old rows");
        }
        if (replicas.Length == 0 && !ManagedService.IsOne(context.Snapshot) && !context.Snapshot.Rows(EvidenceSource.ReplicationSlots).Any(slot => slot.Text("slot_type") == "physical"))
            yield return context.Report(context.PlaceOfDatabase("pg_stat_replication"), "no-replica", "No replica was connected when the snapshot was taken: nobody takes over where this server fails");
    }
}
