using System;
using PrismaLint.Diagnostics;

namespace PrismaLint.Configuration;

/// <summary>Severities as configuration files write them.</summary>
public static class SeverityWords
{
    /// <summary>For messages.</summary>
    internal const string Description = "one of `error`, `warning`, `suggestion`, `silent`, `none`, `default`";

    /// <summary>Reads a severity in any case; <see langword="null"/> for anything else, <c>default</c> included.</summary>
    public static DiagnosticSeverity? Parse(string text) => text.ToUpperInvariant() switch
    {
        "ERROR" => DiagnosticSeverity.Error,
        "WARNING" => DiagnosticSeverity.Warning,
        "SUGGESTION" => DiagnosticSeverity.Suggestion,
        // The compiler takes the second word for the first.
        "SILENT" or "REFACTORING" => DiagnosticSeverity.Silent,
        "NONE" => DiagnosticSeverity.None,
        _ => null,
    };

    internal static bool IsDefault(string text) => text.Equals("default", StringComparison.OrdinalIgnoreCase);
}
