using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Cli.Output;

/// <summary>The last line of a run.</summary>
internal static class Summary
{
    public static void Write(LintReport report, ITextSink sink)
    {
        var files = Count(report.Schemas.SelectMany(schema => schema.Files).Distinct().Count(), "file");
        var schemas = Count(report.Schemas.Count, "schema");
        var parts = new List<(string Text, Tone Tone)>();
        if (report.ErrorCount > 0)
            parts.Add((Count(report.ErrorCount, "error"), Tone.Error));
        if (report.WarningCount > 0)
            parts.Add((Count(report.WarningCount, "warning"), Tone.Warning));
        if (report.SuggestionCount > 0)
            parts.Add((Count(report.SuggestionCount, "suggestion"), Tone.Suggestion));
        if (parts.Count == 0)
        {
            sink.Write("No findings", Tone.Good);
        }
        else
        {
            sink.Write("\n");
            for (var i = 0; i < parts.Count; i++)
            {
                sink.Write(i == 0 ? "" : ", ");
                sink.Write(parts[i].Text, parts[i].Tone);
            }
        }
        sink.Write($" in {schemas} ({files})");
        if (report.SuppressedCount > 0)
            sink.Write($", {report.SuppressedCount} suppressed");
        if (report.OperationalCount > 0)
            sink.Write($"; {report.OperationalCount} of operation, which fail no run unless configured");
        sink.Write("\n");
        if (report.Snapshot is { } snapshot)
            WriteDatabase(snapshot, report.NotJudged.Count, sink);
        WriteHints(report, sink);
    }

    // What the findings rest on.
    private static void WriteDatabase(DatabaseSnapshot snapshot, int notJudged, ITextSink sink)
    {
        var tables = Count(snapshot.Tables.Count(table => table.IsTable), "table");
        sink.Write($"PostgreSQL {snapshot.Server.VersionText.Split(' ')[0]}{(snapshot.Server.IsStandby ? ", a standby" : "")}, {tables} in {string.Join(", ", snapshot.Schemas.Select(schema => $"`{schema}`"))}");
        if (snapshot.StatisticsDays is { } days)
            sink.Write($", statistics of {(days * 24 < 1 ? "less than an hour" : days < 2 ? Count((int)(days * 24), "hour") : Count((int)days, "day"))}");
        if (snapshot.StateOf(EvidenceSource.Relations).Names is { Count: > 0 } locked)
            sink.Write($"; left out, since another session holds them locked: {string.Join(", ", locked.Select(name => $"`{name}`"))}");
        if (notJudged > 0)
            sink.Write($"; {Count(notJudged, "check")} not judged");
        sink.Write("\n");
    }

    private static void WriteHints(LintReport report, ITextSink sink)
    {
        var visible = report.Visible.ToArray();
        var safe = visible.Count(diagnostic => diagnostic.Fixes.Any(fix => fix.Safety == FixSafety.Safe));
        var unsafeOnly = visible.Count(diagnostic => diagnostic.Fixes.Count > 0) - safe;
        if (safe > 0)
            sink.Write($"{Count(safe, "finding")} can be fixed with `--fix`{(unsafeOnly > 0 ? $", {unsafeOnly} more with `--fix-unsafe`" : "")}\n", Tone.Dim);
        else if (unsafeOnly > 0)
            sink.Write($"{Count(unsafeOnly, "finding")} can be fixed with `--fix-unsafe`\n", Tone.Dim);
        if (visible.FirstOrDefault() is { } first)
            sink.Write($"`prismalint explain {first.Id}` tells more\n", Tone.Dim);
    }

    public static string Count(int count, string thing) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : thing[^1] is 's' or 'x' ? "es" : "s")}");
}
