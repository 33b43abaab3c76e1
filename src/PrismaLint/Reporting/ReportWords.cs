using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Reporting;

/// <summary>Values as reports spell them.</summary>
public static class ReportWords
{
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Suggestion => "suggestion",
        DiagnosticSeverity.Silent => "silent",
        _ => "none",
    };

    public static string Of(FixSafety safety) => safety == FixSafety.Safe ? "safe" : "unsafe";

    public static string Of(PrismaVersion version) => version switch
    {
        PrismaVersion.V6 => "6",
        PrismaVersion.V7 => "7",
        PrismaVersion.V8 => "8",
        _ => "auto",
    };

    internal static string Count(int count, string thing) =>
        System.FormattableString.Invariant($"{count} {thing}{(count == 1 ? "" : "s")}");
}
