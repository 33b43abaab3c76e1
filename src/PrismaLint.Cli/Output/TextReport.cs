using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Output;

/// <summary>The findings for people: by file, each with its line, what is meant underlined, and what repairs it.</summary>
internal sealed class TextReport(ITextSink sink, Verbosity verbosity, HelpLinks help)
{
    public void Write(IEnumerable<Diagnostic> diagnostics)
    {
        var isFirst = true;
        foreach (var file in diagnostics.GroupBy(diagnostic => diagnostic.Location.Path, StringComparer.Ordinal))
        {
            if (verbosity != Verbosity.Quiet)
            {
                sink.Write((isFirst ? "" : "\n") + CodeFrame.Show(file.Key) + "\n", Tone.Strong);
                isFirst = false;
            }
            foreach (var diagnostic in file)
                Write(diagnostic);
        }
    }

    private void Write(Diagnostic diagnostic)
    {
        if (verbosity == Verbosity.Quiet)
        {
            WriteLine(diagnostic, CodeFrame.Show(diagnostic.Location.Path) + ":");
            return;
        }
        sink.Write("\n");
        WriteLine(diagnostic, "  ");
        var frame = CodeFrame.Create(diagnostic.Location);
        var number = frame?.LineNumber.ToString(CultureInfo.InvariantCulture) ?? "";
        var gutter = new string(' ', number.Length + 4);
        if (frame is not null)
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

    private static string Place(Text.Location location) =>
        string.Create(CultureInfo.InvariantCulture, $"{location.Start.Line + 1}:{location.Start.Character + 1}");

    private static Tone ToneOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Tone.Error,
        DiagnosticSeverity.Warning => Tone.Warning,
        _ => Tone.Suggestion,
    };
}
