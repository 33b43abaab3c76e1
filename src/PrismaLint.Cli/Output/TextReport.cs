using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Reporting;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Cli.Output;

/// <summary>
/// The findings for people: by file, each with its line, what is meant underlined, and what repairs it. What the database shows stands
/// in sections of its own: what the schema or a migration settles, what is a matter of operation, what could not be judged.
/// </summary>
internal sealed class TextReport(ITextSink sink, Verbosity verbosity, HelpLinks help)
{
    private bool _isFirst = true;

    public void Write(IEnumerable<Diagnostic> diagnostics, IReadOnlyList<NotJudged> notJudged)
    {
        var all = diagnostics.ToArray();
        if (verbosity == Verbosity.Quiet)
        {
            foreach (var diagnostic in all)
                WriteLine(diagnostic, CodeFrame.Show(diagnostic.Location.Path) + ":");
            return;
        }
        foreach (var file in Files(all.Where(diagnostic => !IsLive(diagnostic))))
        {
            WriteHeading(CodeFrame.Show(file.Key));
            foreach (var diagnostic in file)
                Write(diagnostic);
        }
        foreach (var file in Files(all.Where(diagnostic => IsLive(diagnostic) && !diagnostic.IsOperational)))
        {
            WriteHeading($"Database ({CodeFrame.Show(file.Key)})");
            Location? last = null;
            foreach (var diagnostic in file)
            {
                Write(diagnostic, isSamePlace: diagnostic.Location == last);
                last = diagnostic.Location;
            }
        }
        WriteOperations([.. all.Where(diagnostic => diagnostic.IsOperational)]);
        if (notJudged.Count > 0)
        {
            WriteHeading("Not judged");
            NotJudgedList.Write(notJudged, sink);
        }
    }

    private static bool IsLive(Diagnostic diagnostic) => diagnostic.IsOperational || diagnostic.Descriptor.Category == DiagnosticCategory.Database;

    private static IEnumerable<IGrouping<string, Diagnostic>> Files(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.GroupBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal);

    private void WriteHeading(string text)
    {
        sink.Write((_isFirst ? "" : "\n") + text + "\n", Tone.Strong);
        _isFirst = false;
    }

    // The lines of the schema say little of them: a list, what is of one kind together.
    private void WriteOperations(Diagnostic[] diagnostics)
    {
        if (diagnostics.Length == 0)
            return;
        WriteHeading("Operations: no change of the schema settles these");
        sink.Write("\n");
        var isOneFile = Files(diagnostics).Count() == 1;
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal))
            WriteLine(diagnostic, isOneFile ? "  " : $"  {CodeFrame.Show(diagnostic.Location.Path)}:");
    }

    // What several findings have in common is shown once.
    private void Write(Diagnostic diagnostic, bool isSamePlace = false)
    {
        if (!isSamePlace)
            sink.Write("\n");
        WriteLine(diagnostic, "  ");
        var frame = CodeFrame.Create(diagnostic.Location);
        var number = frame?.LineNumber.ToString(CultureInfo.InvariantCulture) ?? "";
        var gutter = new string(' ', number.Length + 4);
        if (frame is not null && !isSamePlace)
        {
            sink.Write($"    {number} | ", Tone.Dim);
            sink.Write(frame.Text + "\n");
            sink.Write(gutter + " | ", Tone.Dim);
            sink.Write(new string(' ', frame.MarkStart) + new string('^', frame.MarkLength) + "\n", ToneOf(diagnostic.Severity));
        }
        foreach (var related in diagnostic.Related.Take(verbosity == Verbosity.Detailed ? int.MaxValue : 2))
        {
            sink.Write(gutter + " = ", Tone.Dim);
            var place = related.Location.Path == diagnostic.Location.Path ? "" : CodeFrame.Show(related.Location.Path) + ":";
            sink.Write($"{place}{Place(related.Location)}: {CodeFrame.Show(related.Message)}\n", Tone.Dim);
        }
        foreach (var fix in diagnostic.Fixes.Take(verbosity == Verbosity.Detailed ? int.MaxValue : 1))
        {
            sink.Write(gutter + " = ", Tone.Dim);
            sink.Write(fix.Safety == FixSafety.Safe ? "fix: " : "fix (unsafe): ", Tone.Fix);
            sink.Write(CodeFrame.Show(fix.Title) + "\n");
        }
        if (verbosity == Verbosity.Detailed)
        {
            sink.Write(gutter + " = ", Tone.Dim);
            sink.Write($"why: {help.Find(diagnostic.Id) ?? $"prismalint explain {diagnostic.Id}"}\n", Tone.Dim);
        }
    }

    private void WriteLine(Diagnostic diagnostic, string start)
    {
        sink.Write(start + Place(diagnostic.Location) + " ");
        sink.Write(ReportWords.Of(diagnostic.Severity), ToneOf(diagnostic.Severity));
        sink.Write(" " + CodeFrame.Show(diagnostic.Message));
        sink.Write($" [{diagnostic.Id} {diagnostic.Descriptor.Name}]\n", Tone.Dim);
    }

    private static string Place(Location location) =>
        string.Create(CultureInfo.InvariantCulture, $"{location.Start.Line + 1}:{location.Start.Character + 1}");

    private static Tone ToneOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Tone.Error,
        DiagnosticSeverity.Warning => Tone.Warning,
        _ => Tone.Suggestion,
    };
}
