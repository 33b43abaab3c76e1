using PrismaLint.Diagnostics;

namespace PrismaLint.MSBuild;

/// <summary>What the cache keeps of a diagnostic: all that a log line needs, before severity properties are applied.</summary>
/// <param name="Path">Absolute, <c>/</c>-separated.</param>
/// <param name="Line">One-based; zero where the finding is about the file as a whole.</param>
/// <param name="Column">One-based; zero where the finding is about the file as a whole.</param>
internal readonly record struct Finding(
    string Id, string Name, DiagnosticSeverity Severity, string Path, int Line, int Column, string Message)
{
    /// <summary>It is a matter of operation that nobody has configured: a message whatever is made of warnings, unless its code is named.</summary>
    public bool IsOnlyShown { get; init; }

    public static Finding From(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.Start;
        return new Finding(
            diagnostic.Id,
            diagnostic.Descriptor.Name,
            diagnostic.SeverityInBuilds,
            diagnostic.Location.Path,
            start.Line + 1,
            start.Character + 1,
            diagnostic.Message)
        {
            IsOnlyShown = !diagnostic.MayFail,
        };
    }
}
