using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds servers that remember nothing of their statements.</summary>
public sealed class MissingQueryEvidenceRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8054", "missing-query-evidence")
    {
        Title = "Nothing tells which statements are slow",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            When the application is slow, two things tell why: the log of slow statements (`log_min_duration_statement`) and the extension pg_stat_statements, which
            adds up calls, rows and time. Both cost next to nothing, and both must be on before. The rules about N+1, missing indexes and slow statements have nothing to judge without the
            extension. Where its table is too small for the forms of statements that there are, the server throws entries away, and the counts are worth little.
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
    };

    public static readonly RuleOption<int> Evictions = RuleOption.Number("min_evictions", "How often entries were thrown away from which on it is reported.", 10, minimum: 1);

    public override IReadOnlyList<RuleOption> Options => [Evictions];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (context.Has(EvidenceSource.Settings, "slow-query-log-off") && context.Snapshot.FindSetting("log_min_duration_statement") == "-1" && context.Snapshot.FindSetting("log_min_duration_sample") is null or "-1" && !IsAutoExplained(context))
            yield return Report("log_min_duration_statement", "slow-query-log-off", "`log_min_duration_statement` is -1: the log says nothing of slow statements. `ALTER SYSTEM SET log_min_duration_statement = '1s'`");
        if (context.Has(EvidenceSource.Extensions, "no-pg-stat-statements"))
        {
            var isInstalled = context.Snapshot.Extensions.Any(extension => extension.Name == "pg_stat_statements");
            var libraries = context.Snapshot.FindSetting("shared_preload_libraries");
            var isLoaded = libraries is null ? (bool?)null : libraries.Contains("pg_stat_statements", StringComparison.Ordinal);
            if (!isInstalled)
                yield return Report("pg_stat_statements", "no-pg-stat-statements", $"pg_stat_statements is not installed: nothing tells which statements cost the time. {(isLoaded == true ? "" : "Name it in `shared_preload_libraries`, start the server anew, and ")}`CREATE EXTENSION pg_stat_statements`");
            else if (isLoaded == false && !context.Snapshot.StateOf(EvidenceSource.Statements).IsUsable)
                yield return Report("pg_stat_statements", "no-pg-stat-statements", "pg_stat_statements is installed and not loaded: name it in `shared_preload_libraries`, and start the server anew");
        }
        if (context.Snapshot.FirstRow(EvidenceSource.StatementsInfo).Number("dealloc") is var evictions && evictions >= context.Get(Evictions))
            yield return Report("pg_stat_statements.max", "statements-evicted", $"pg_stat_statements has thrown entries away {Figures.Count(evictions, "time")}{Since(context)}: its window is not reliable. Raise `pg_stat_statements.max` ({context.Snapshot.FindSetting("pg_stat_statements.max") ?? "unknown"})");

        Diagnostic Report(string what, string check, string message) =>
            context.Report(context.PlaceOfDatabase(what), check, message) with { Severity = DiagnosticSeverity.Suggestion, IsOperational = true };
    }

    private static bool IsAutoExplained(LiveContext context) =>
        context.Snapshot.FindSetting("shared_preload_libraries") is { } libraries && libraries.Contains("auto_explain", StringComparison.Ordinal);

    private static string Since(LiveContext context) => context.Snapshot.StatementHours is { } hours ? " in " + Figures.Duration(hours * 3600) : "";
}
