using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds what went wrong in a database since the statistics began.</summary>
public sealed class DatabaseIncidentsRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8050", "database-incidents")
    {
        Title = "Deadlocks, rollbacks, spilled sorts and broken pages",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            `pg_stat_database` counts what nobody sees otherwise. Pages whose checksum is wrong mean a disk that loses data: an error, whatever the window. Deadlocks
            end one of two transactions that take the same locks in different order. Many rollbacks are failing writes, often unique violations in place of an
            `upsert`. Sorts and hashes that do not fit into `work_mem` are written to disk.

            Counted per day of the window, which must be a day at least: one deadlock, 10 % of at least 1000 transactions rolled back, 1 GB in temporary files.
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
            // It takes a day.
            Database = null,
        },
    };

    public static readonly RuleOption<int> DeadlocksPerDay = RuleOption.Number("deadlocks_per_day", "Deadlocks per day from which on they are reported.", 1);

    public static readonly RuleOption<int> TemporaryMegabytesPerDay = RuleOption.Number("temp_mb_per_day", "Megabytes per day in temporary files from which on they are reported.", 1024);

    public override IReadOnlyList<RuleOption> Options => [DeadlocksPerDay, TemporaryMegabytesPerDay];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.DatabaseStatistics, Definition.Name))
            yield break;
        var counters = context.Snapshot.FirstRow(EvidenceSource.DatabaseStatistics);
        if (counters.Number("checksum_failures") is > 0 and var failures)
            yield return Report("checksum-failures", DiagnosticSeverity.Error, $"{Figures.Count(failures, "page")} had a wrong checksum: the disk or what lies above it loses data. Check the hardware, and restore from a backup what is broken");
        if (!context.CoversDays(1, Definition.Name))
            yield break;
        var days = System.Math.Max(1, context.Snapshot.StatisticsDays ?? 1);
        var window = $"in {Figures.Duration(days * 86400)}";
        if (counters.Number("deadlocks") is > 0 and var deadlocks && deadlocks / days >= context.Get(DeadlocksPerDay))
            yield return Report("deadlocks", DiagnosticSeverity.Suggestion, $"{Figures.Count(deadlocks, "deadlock")} {window}, {Figures.Real(deadlocks / days)} per day: let all transactions write to tables and rows in one order");
        double rollbacks = counters.Number("xact_rollback"), all = rollbacks + counters.Number("xact_commit");
        if (rollbacks / days >= 1000 && rollbacks / all >= 0.1)
            yield return Report("rollbacks", DiagnosticSeverity.Suggestion, $"{Figures.Percent(rollbacks / all)} of the transactions were rolled back, {Figures.Count(rollbacks / days)} per day: statements fail, or a client opens transactions for nothing");
        double spilled = counters.Number("temp_bytes");
        if (counters.Number("temp_files") is > 0 and var files && spilled / days >= context.Get(TemporaryMegabytesPerDay) * 1024.0 * 1024)
            yield return Report("temp-files", DiagnosticSeverity.Suggestion, $"{Figures.Size(spilled)} were written to {Figures.Count(files, "temporary file")} {window}, {Figures.Size(spilled / days)} per day: sorts and joins do not fit into `work_mem` ({Memory(context)})");

        Diagnostic Report(string check, DiagnosticSeverity severity, string message) =>
            context.Report(context.PlaceOfDatabase("pg_stat_database"), check, message) with { Severity = severity, IsOperational = true };
    }

    // pg_settings counts it in kilobytes.
    private static string Memory(LiveContext context) =>
        long.TryParse(context.Snapshot.FindSetting("work_mem"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var kilobytes) ? Figures.Size(kilobytes * 1024.0) : "unknown";
}
