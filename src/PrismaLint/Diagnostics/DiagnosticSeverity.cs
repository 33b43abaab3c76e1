namespace PrismaLint.Diagnostics;

/// <summary>How much a finding matters, in the words of <c>.editorconfig</c>.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The rule does not run.</summary>
    None,

    /// <summary>Found, but shown nowhere except in JSON and SARIF.</summary>
    Silent,

    /// <summary>Advice; MSBuild shows it as a message.</summary>
    Suggestion,

    Warning,

    Error,
}
