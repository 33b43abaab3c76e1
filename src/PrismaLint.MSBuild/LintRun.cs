using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrismaLint.Diagnostics;
using PrismaLint.Loading;
using PrismaLint.Rules;

namespace PrismaLint.MSBuild;

/// <summary>One run of the linter for a request.</summary>
internal static class LintRun
{
    public static LintReport Execute(LintRequest request, CancellationToken cancellationToken)
    {
        var loaded = SchemaLoader.Load(request.Schemas.Count == 0 ? [request.ProjectFolder] : request.Schemas, request.ProjectFolder);
        var options = new LintOptions
        {
            Preset = RulePreset.Recommended,
            Configuration = ConfigurationLoader.Load(loaded.Schemas, request.ConfigurationFiles, request.ProjectFolder),
        };
        var report = Linter.Lint(loaded.Schemas, options, cancellationToken);
        return new LintReport(report.Schemas, [.. loaded.Diagnostics, .. report.Diagnostics]);
    }

    /// <summary>The findings worth keeping: what a comment or a baseline suppresses stays hidden, whatever the properties say.</summary>
    public static IReadOnlyList<Finding> Keep(LintReport report) =>
    [
        .. report.Diagnostics
            .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity != DiagnosticSeverity.None)
            .Select(Finding.From),
    ];

    /// <summary>The files that the report speaks of.</summary>
    public static IEnumerable<string> Files(LintReport report) =>
        report.Schemas.SelectMany(schema => schema.Files)
            .Concat(report.Diagnostics.Select(diagnostic => diagnostic.Location.Path))
            .Distinct(StringComparer.Ordinal);
}
