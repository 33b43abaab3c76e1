using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;

namespace PrismaLint.MSBuild;

/// <summary>
/// The severity properties of a project, applied as the C# compiler applies them. The engine would map only some of them,
/// and none in the outer build of a project with several target frameworks.
/// </summary>
internal sealed class SeverityPolicy
{
    public CodeList NoWarn { get; init; } = CodeList.Parse("");

    public CodeList WarningsAsErrors { get; init; } = CodeList.Parse("");

    public CodeList WarningsNotAsErrors { get; init; } = CodeList.Parse("");

    public bool TreatWarningsAsErrors { get; init; }

    public bool SuggestionsAsWarnings { get; init; }

    /// <summary>The codes that are errors whatever the configuration says; sorted.</summary>
    public IEnumerable<string> RaisedCodes => WarningsAsErrors.Codes.Except(WarningsNotAsErrors.Codes);

    /// <summary>The severity to log with; <see cref="DiagnosticSeverity.Silent"/> and below are not logged.</summary>
    public DiagnosticSeverity Resolve(Finding finding)
    {
        if (NoWarn.Names(finding.Id, finding.Name))
            return DiagnosticSeverity.None;
        // Last on the compiler's command line, so it wins over the two that raise.
        if (WarningsNotAsErrors.Names(finding.Id, finding.Name))
            return finding.Severity == DiagnosticSeverity.Error ? DiagnosticSeverity.Warning : Advice(finding);
        // A code that is named is an error whatever the configuration says, as for the compiler's own warnings.
        if (WarningsAsErrors.Names(finding.Id, finding.Name))
            return DiagnosticSeverity.Error;
        var severity = Advice(finding);
        return severity == DiagnosticSeverity.Warning && TreatWarningsAsErrors && !IsFault(finding) ? DiagnosticSeverity.Error : severity;
    }

    private DiagnosticSeverity Advice(Finding finding) =>
        finding is { Severity: DiagnosticSeverity.Suggestion, IsOnlyShown: false } && SuggestionsAsWarnings ? DiagnosticSeverity.Warning : finding.Severity;

    // A fault of the linter is no reason to stop somebody's build.
    private static bool IsFault(Finding finding) => finding.Id.Equals(Fault.Id, StringComparison.Ordinal);
}
