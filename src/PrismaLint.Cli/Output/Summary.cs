using System.Collections.Generic;
using System.Linq;
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
        sink.Write("\n");
        WriteHints(report, sink);
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
