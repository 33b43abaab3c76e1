using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds what keeps VACUUM from removing dead rows.</summary>
public sealed class HeldBackVacuumHorizonRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8049", "held-back-vacuum-horizon")
    {
        Title = "Something keeps VACUUM from removing dead rows",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            VACUUM removes row versions that no one can see any more. The oldest transaction that somebody may still look back to is the horizon, and four things hold it
            back: a session with an old snapshot, a transaction that was prepared (`PREPARE TRANSACTION`) and never finished, a replication slot that nobody
            reads, and a replica with `hot_standby_feedback`. Tables and indexes swell meanwhile, and the age of transaction ids grows towards the limit (PostgreSQL
            manual, "Preventing Transaction ID Wraparound Failures").

            Reported from one million transactions on, and prepared transactions from ten minutes on: Prisma makes none.
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
            // It takes a million transactions, or a server with max_prepared_transactions.
            Database = null,
        },
    };

    public static readonly RuleOption<int> MinimumAge = RuleOption.Number("min_age", "Transactions that the horizon lies back from which on it is reported.", 1_000_000, minimum: 1);

    public override IReadOnlyList<RuleOption> Options => [MinimumAge];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        const string Check = "oldest-xmin";
        var limit = context.Get(MinimumAge);
        if (SessionEvidence.IsVisible(context, Check) && context.Snapshot.FirstRow(EvidenceSource.Activity).FindNumber("oldest_xmin_age") is { } age && age >= limit)
            yield return Report("pg_stat_activity", $"A session looks back over {Figures.Count(age, "transaction")}: VACUUM removes no row that died since. End it, and set `idle_in_transaction_session_timeout`");
        if (context.Has(EvidenceSource.ReplicationSlots, Check))
        {
            foreach (var slot in context.Snapshot.Rows(EvidenceSource.ReplicationSlots))
            {
                var back = System.Math.Max(slot.Number("xmin_age"), slot.Number("catalog_xmin_age"));
                if (back >= limit)
                    yield return Report(slot.Text("slot_name"), $"The replication slot `{slot.Text("slot_name")}` looks back over {Figures.Count(back, "transaction")}{(slot.Flag("active") ? "" : " and nobody reads it")}: VACUUM removes no row that died since");
            }
        }
        if (context.Has(EvidenceSource.PreparedTransactions, Check))
        {
            var ages = context.Snapshot.Rows(EvidenceSource.PreparedTransactions).Select(row => row.Real("age_s")).Where(seconds => seconds >= 600).ToArray();
            if (ages.Length > 0)
                yield return Report("pg_prepared_xacts", $"{Figures.Count(ages.Length, "prepared transaction")} {Figures.Verb(ages.Length, "waits", "wait")} to be finished, the oldest for {Figures.Duration(ages.Max())}: {Figures.Verb(ages.Length, "it holds its locks and keeps", "they hold their locks and keep")} VACUUM from its work. `COMMIT PREPARED` or `ROLLBACK PREPARED` them");
        }

        Diagnostic Report(string what, string message) =>
            context.Report(context.PlaceOfDatabase(what), Check, message) with { Severity = DiagnosticSeverity.Warning, IsOperational = true };
    }
}
