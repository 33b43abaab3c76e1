using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds migrations that failed, were changed afterwards, or are known to only one side.</summary>
public sealed class MigrationHistoryProblemRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8019", "migration-history-problem")
    {
        Title = "Migrations that do not agree with the database",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            `_prisma_migrations` remembers what was applied. A migration that began and never ended stops each further `prisma migrate deploy` (P3009) until it is marked with
            `prisma migrate resolve`. One whose file was changed afterwards is not what the database got: `migrate dev` wants to reset the database for it. One that the database
            knows and the folder lacks comes from another branch, or was deleted; one that the folder has and the database lacks waits for `migrate deploy`.

            The rows are read only where that was asked for, without their logs; names, checksums and times are all that is looked at.
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
            // The table is read only where that was asked for.
            Database = null,
        },
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        const string Check = "migration-history";
        if (context.Snapshot.StateOf(EvidenceSource.Migrations).Kind == EvidenceStateKind.NotAsked || !context.Has(EvidenceSource.Migrations, Check))
            yield break;
        // A migration that was tried again has a row for each try.
        var rows = context.Snapshot.Rows(EvidenceSource.Migrations)
            .GroupBy(row => row.Text("migration_name"))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.OrderBy(row => row.FindTime("started_at") ?? DateTimeOffset.MinValue).Last())
            .ToArray();
        foreach (var row in rows.Where(row => IsUnfinished(row) && !MayRun(context, row)))
        {
            yield return Report(row.Text("migration_name"), "failed-migration", DiagnosticSeverity.Error,
                $"The migration `{row.Text("migration_name")}` began and neither ended nor was rolled back: `prisma migrate deploy` stops at it. Repair the database, then `prisma migrate resolve`");
        }
        if (context.MigrationFiles is not { } files)
        {
            context.Note(Check, "no folder of migrations was found beside the schema, so files and database were not compared", null);
            yield break;
        }
        var applied = rows.Where(row => row.FindText("rolled_back_at") is null).ToDictionary(row => row.Text("migration_name"), StringComparer.Ordinal);
        foreach (var file in files.Where(file => applied.TryGetValue(file.Name, out var row) && row.FindText("finished_at") is not null && row.Text("checksum").Length > 0 && !file.Checksums.Contains(row.Text("checksum"), StringComparer.OrdinalIgnoreCase)))
            yield return Report(file.Name, "edited-migration", DiagnosticSeverity.Warning, $"The file of the migration `{file.Name}` was changed after it was applied: the database got another one. Take the change back, and write a new migration");
        string[] missing = [.. applied.Keys.Where(name => !files.Any(file => file.Name == name)).OrderBy(name => name, StringComparer.Ordinal)];
        if (missing.Length > 0)
            yield return Report(missing[0], "missing-migration", DiagnosticSeverity.Warning, $"{Describe(missing)} in the database and not in the folder of migrations: the schema comes from another branch, or files were deleted");
        string[] waiting = [.. files.Select(file => file.Name).Where(name => !applied.ContainsKey(name))];
        if (waiting.Length > 0)
            yield return Report(waiting[0], "pending-migration", DiagnosticSeverity.Suggestion, $"{Describe(waiting)} in the folder of migrations and not applied: `prisma migrate deploy`");

        Diagnostic Report(string migration, string check, DiagnosticSeverity severity, string message) =>
            context.Report(context.PlaceOfDatabase(migration), check, message) with { Severity = severity };
    }

    private static bool IsUnfinished(CatalogRow row) => row.FindText("finished_at") is null && row.FindText("rolled_back_at") is null;

    // It began a moment ago and somebody is at work: it may well be running.
    private static bool MayRun(LiveContext context, CatalogRow row) =>
        row.FindTime("started_at") is { } started
        && (context.Snapshot.Server.At - started).TotalMinutes is >= 0 and < 10
        && context.Snapshot.FirstRow(EvidenceSource.Activity).Number("active") > 0;

    private static string Describe(string[] names) =>
        string.Join(", ", names.Take(3).Select(name => $"`{name}`")) + (names.Length > 3 ? $" and {names.Length - 3} more" : "") + (names.Length == 1 ? " is" : " are");
}
