using System;
using System.Text;
using PrismaLint.Diagnostics;

namespace PrismaLint.Reporting;

/// <summary>The visible findings in the form that MSBuild, Visual Studio and many editors read: a line each.</summary>
public static class MSBuildReport
{
    public static string Write(LintReport report)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in report.Visible)
            text.Append(Line(diagnostic)).Append('\n');
        return text.ToString();
    }

    /// <summary><c>schema.prisma(20,3): warning PL3001: message</c>.</summary>
    public static string Line(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.Start;
        var message = diagnostic.Message.Replace('\r', ' ').Replace('\n', ' ');
        return FormattableString.Invariant(
            $"{diagnostic.Location.Path}({start.Line + 1},{start.Character + 1}): {Word(diagnostic.SeverityInBuilds)} {diagnostic.Id}: {message}");
    }

    // The canonical form knows errors and warnings; `message` is what MSBuild's own loggers print for the rest.
    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "message",
    };
}
