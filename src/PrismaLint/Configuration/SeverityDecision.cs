using PrismaLint.Diagnostics;

namespace PrismaLint.Configuration;

/// <summary>A severity in force for a file, and what decided it.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Origin">What it comes from.</param>
/// <param name="Setting">The line that decided, if one did.</param>
public sealed record SeverityDecision(DiagnosticSeverity Severity, SeverityOrigin Origin, EffectiveSetting? Setting)
{
    /// <summary>The line speaks of a whole category or of all rules.</summary>
    public bool IsForMany { get; init; }
}
