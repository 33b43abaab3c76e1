using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds sessions that hold the others up.</summary>
public sealed class LongTransactionRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8048", "long-transaction")
    {
        Title = "Sessions that hold others up",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            A transaction that stays open keeps its locks, its connection of the pool, and every row version that was dead since it began: VACUUM removes none of
            them, in no table. `idle in transaction` is the worst kind, since nobody works for it: an interactive transaction (`$transaction(async …)`) that waits
            for a call over the network, or a client that is gone. `idle_in_transaction_session_timeout` ends such sessions, `lock_timeout` those that wait.

            Reported is what was seen in one moment: idle in transaction for 5 min, a transaction of 10 min (dumps, index builds, VACUUM and replication left
            out), a session that waits for a lock for 10 s (advisory locks, which are waited for on purpose, left out). The text of statements is not read.
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
            // It takes two sessions and minutes.
            Database = null,
        },
    };

    public static readonly RuleOption<int> IdleSeconds = RuleOption.Number("idle_seconds", "Seconds idle in transaction from which on it is reported.", 300);

    public static readonly RuleOption<int> TransactionSeconds = RuleOption.Number("transaction_seconds", "Seconds of a transaction from which on it is reported.", 600);

    public static readonly RuleOption<int> WaitSeconds = RuleOption.Number("wait_seconds", "Seconds that a session waits for a lock from which on it is reported.", 10);

    public override IReadOnlyList<RuleOption> Options => [IdleSeconds, TransactionSeconds, WaitSeconds];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        foreach (var diagnostic in FindTransactions(context).Concat(FindBlocked(context)))
            yield return diagnostic with { IsOperational = true };
    }

    private static IEnumerable<Diagnostic> FindTransactions(LiveContext context)
    {
        if (!SessionEvidence.IsVisible(context, "long-transaction"))
            yield break;
        var activity = context.Snapshot.FirstRow(EvidenceSource.Activity);
        if (activity.FindReal("oldest_idle_in_tx_s") is { } idle && idle >= context.Get(IdleSeconds))
        {
            var applications = context.Snapshot.Rows(EvidenceSource.Clients).Where(row => row.Number("idle_in_tx") > 0).Select(row => row.Text("app")).Where(name => name.Length > 0).Distinct().OrderBy(name => name, StringComparer.Ordinal).Take(3).ToArray();
            var sessions = Math.Max(1, activity.Number("idle_in_tx"));
            yield return context.Report(
                context.PlaceOfDatabase("pg_stat_activity"),
                "idle-in-transaction",
                $"{Figures.Count(sessions, "session")} {Figures.Verb(sessions, "was", "were")} idle in transaction when the snapshot was taken, the longest for {Figures.Duration(idle)}"
                    + $"{(applications.Length > 0 ? " (" + string.Join(", ", applications.Select(name => $"`{name}`")) + ")" : "")}: {Figures.Verb(sessions, "it holds locks and keeps", "they hold locks and keep")} VACUUM from its work. Set `idle_in_transaction_session_timeout`");
        }
        if (activity.FindReal("oldest_active_xact_s") is { } age && age >= context.Get(TransactionSeconds))
        {
            yield return context.Report(
                context.PlaceOfDatabase("pg_stat_activity"),
                "long-transaction",
                $"A transaction had run for {Figures.Duration(age)} when the snapshot was taken: VACUUM removes no row that was alive when it began");
        }
    }

    private static IEnumerable<Diagnostic> FindBlocked(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Blocked, "blocked-session") || !SessionEvidence.IsVisible(context, "blocked-session"))
            yield break;
        var waiting = context.Snapshot.Rows(EvidenceSource.Blocked)
            .Where(row => row.Real("wait_s") >= context.Get(WaitSeconds))
            .GroupBy(row => FindTable(context, row))
            .OrderBy(group => group.Key?.QualifiedName ?? "", StringComparer.Ordinal);
        foreach (var group in waiting)
        {
            var place = group.Key is { } table ? context.PlaceOf(table) : context.PlaceOfDatabase("pg_locks");
            var (waiters, blockers) = (group.Count(), group.SelectMany(row => row.Numbers("blockers")).Distinct().Count());
            yield return context.Report(
                place,
                "blocked-session",
                $"{Figures.Count(group.Count(), "session")} waited for a lock{(group.Key is null ? "" : $" on `{group.Key.QualifiedName}`")} when the snapshot was taken, the longest for {Figures.Duration(group.Max(row => row.Real("wait_s")))}, "
                    + $"behind {Figures.Count(group.SelectMany(row => row.Numbers("blockers")).Distinct().Count(), "other")}: shorten the transactions that write there, and set `lock_timeout`");
        }
    }

    // An index stands for its table.
    private static DatabaseTable? FindTable(LiveContext context, CatalogRow row)
    {
        foreach (var name in row.Texts("rel"))
        {
            var parts = SqlText.Names(name);
            if (parts.Count == 0)
                continue;
            var schema = parts.Count > 1 ? parts[parts.Count - 2] : context.Map.DefaultSchema;
            var last = parts[parts.Count - 1];
            var found = context.Snapshot.FindTable(schema, last)
                ?? context.Snapshot.Tables.FirstOrDefault(table => table.Schema == schema && table.Indexes.Any(index => index.Name == last));
            if (found is not null)
                return found;
        }
        return null;
    }
}
