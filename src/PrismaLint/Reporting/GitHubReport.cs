using System;
using System.Text;
using PrismaLint.Diagnostics;

namespace PrismaLint.Reporting;

/// <summary>The visible findings as workflow commands: annotations at the lines of a pull request.</summary>
public static class GitHubReport
{
    public static string Write(LintReport report)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in report.Visible)
        {
            var start = diagnostic.Location.Start;
            var end = diagnostic.Location.End;
            text.Append("::").Append(Command(diagnostic.SeverityInBuilds))
                .Append(" file=").Append(EscapeProperty(diagnostic.Location.Path))
                .Append(FormattableString.Invariant($",line={start.Line + 1},endLine={end.Line + 1}"));
            // Columns count only within one line.
            if (start.Line == end.Line)
                text.Append(FormattableString.Invariant($",col={start.Character + 1},endColumn={Math.Max(end.Character, start.Character + 1)}"));
            text.Append(",title=").Append(EscapeProperty($"{diagnostic.Id}: {diagnostic.Descriptor.Name}"))
                .Append("::").Append(EscapeData(diagnostic.Message)).Append('\n');
        }
        return text.ToString();
    }

    private static string Command(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "notice",
    };

    private static string EscapeData(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => EscapeData(text).Replace(":", "%3A").Replace(",", "%2C");
}
