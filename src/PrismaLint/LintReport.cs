using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;

namespace PrismaLint;

/// <summary>What a run found.</summary>
public sealed class LintReport
{
    public LintReport(IReadOnlyList<LintedSchema> schemas, IEnumerable<Diagnostic> diagnostics)
    {
        Schemas = schemas;
        Diagnostics =
        [
            .. diagnostics
                .OrderBy(diagnostic => diagnostic.Location.Path, System.StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.Span.Start)
                .ThenBy(diagnostic => diagnostic.Id, System.StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.Span.Length)
                .ThenBy(diagnostic => diagnostic.Message, System.StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<LintedSchema> Schemas { get; }

    /// <summary>Every finding, suppressed ones included, sorted by file, start and id.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// The baseline of the run brought up to date: with what is visible of the findings that it may hold, without entries that
    /// nothing matches any more. <see langword="null"/> for a run without a baseline.
    /// </summary>
    public Baseline? NextBaseline { get; init; }

    /// <summary>The findings that are neither suppressed nor silent, nor a mere consequence of another one.</summary>
    public IEnumerable<Diagnostic> Visible =>
        Diagnostics.Where(diagnostic => diagnostic is { IsSuppressed: false, IsConsequence: false, Severity: > DiagnosticSeverity.Silent });

    /// <summary>The checks of the database that lacked their evidence, sorted; empty without a snapshot.</summary>
    public IReadOnlyList<NotJudged> NotJudged { get; init; } = [];

    /// <summary>The database that one of the schemas was judged with; <see langword="null"/>: none.</summary>
    public DatabaseSnapshot? Snapshot { get; init; }

    /// <summary>The visible findings that no change of a schema settles.</summary>
    public int OperationalCount => Visible.Count(diagnostic => diagnostic.IsOperational);

    public int ErrorCount => Count(DiagnosticSeverity.Error);

    public int WarningCount => Count(DiagnosticSeverity.Warning);

    public int SuggestionCount => Count(DiagnosticSeverity.Suggestion);

    /// <summary>The errors that go away with another one (<see cref="Diagnostic.IsConsequence"/>); not among the <see cref="ErrorCount"/>.</summary>
    public int ConsequenceCount => Diagnostics.Count(diagnostic => diagnostic is { IsConsequence: true, Severity: DiagnosticSeverity.Error });

    public int SuppressedCount => Diagnostics.Count(diagnostic => diagnostic.IsSuppressed);

    /// <summary>The report with more findings.</summary>
    /// <param name="diagnostics">What a host found besides, such as files that cannot be read.</param>
    public LintReport With(IEnumerable<Diagnostic> diagnostics) =>
        new(Schemas, Diagnostics.Concat(diagnostics)) { NextBaseline = NextBaseline, NotJudged = NotJudged, Snapshot = Snapshot };

    private int Count(DiagnosticSeverity severity) => Visible.Count(diagnostic => diagnostic.Severity == severity);
}
