using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Loading;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.MSBuild;

/// <summary>One run of the linter for a request.</summary>
internal static class LintRun
{
    /// <returns>What was found, and the folders of the migrations that were read, absolute.</returns>
    public static (LintReport Report, IReadOnlyList<string> MigrationFolders) Execute(LintRequest request, CancellationToken cancellationToken)
    {
        var loaded = request.Schemas.Count == 0
            ? SchemaLoader.Load([request.ProjectFolder], request.ProjectFolder)
            : SchemaLoader.LoadListed(request.Schemas, request.ProjectFolder);
        cancellationToken.ThrowIfCancellationRequested();
        var configuration = ConfigurationLoader.Load(loaded.Schemas, request.ConfigurationFiles, request.ProjectFolder);
        var snapshot = request.Snapshot.Length == 0 ? null : SnapshotLoader.Load(request.Snapshot, request.ProjectFolder);
        var options = CreateOptions(request, configuration) with { Snapshot = snapshot?.Snapshot };
        var schemas = loaded.Schemas;
        if (options.Migrations == MigrationScope.New)
            schemas = [.. schemas.Select(schema => schema with { Migrations = Mark(schema.Migrations, request.ProjectFolder) })];
        cancellationToken.ThrowIfCancellationRequested();
        var report = Linter.Lint(schemas, options, cancellationToken).With([.. loaded.Diagnostics, .. snapshot?.Diagnostics ?? []]);
        return (report, [.. schemas.Select(schema => schema.Migrations).OfType<MigrationHistory>().Select(history => Path.GetFullPath(Path.Combine(request.ProjectFolder, history.Folder)))]);
    }

    private static MigrationHistory? Mark(MigrationHistory? history, string folder) =>
        history is { Files.Count: > 0 } ? GitMigrations.Mark(history, since: null, folder, out _) : history;

    private static LintOptions CreateOptions(LintRequest request, LintConfiguration configuration)
    {
        // Named as an error, a rule runs even where it is off; codes of other tools have no rule.
        foreach (var code in request.Policy.RaisedCodes)
            configuration = configuration.WithRule(code, DiagnosticSeverity.Error) ?? configuration;
        return new LintOptions
        {
            Preset = ProjectProperties.FindPreset(request.Preset) ?? RulePreset.Recommended,
            ExpectsPrismaLintRules = ProjectProperties.ExpectsPrismaLintRules(request.Preset),
            PrismaVersion = ProjectProperties.FindPrismaVersion(request.PrismaVersion) ?? PrismaVersion.Unknown,
            Migrations = ProjectProperties.FindMigrations(request.Migrations) ?? MigrationScope.New,
            Configuration = configuration,
            Baseline = request.Baseline.Length == 0 ? null : BaselineLoader.Load(request.Baseline, request.ProjectFolder),
        };
    }

    /// <summary>The findings worth keeping: no mere consequences, and what a comment or a baseline suppresses stays hidden, whatever the properties say.</summary>
    public static IReadOnlyList<Finding> Keep(LintReport report) =>
    [
        .. report.Diagnostics
            .Where(diagnostic => diagnostic is { IsSuppressed: false, IsConsequence: false, Severity: not DiagnosticSeverity.None })
            .Select(Finding.From),
    ];

    /// <summary>The checks that lacked their evidence, and why.</summary>
    public static string Describe(IReadOnlyList<NotJudged> notJudged) =>
        string.Join("; ", notJudged
            .GroupBy(missing => missing.Reason, StringComparer.Ordinal)
            .Select(group => string.Join(", ", group.Select(missing => $"{missing.RuleId} {missing.Check}")) + ": " + group.Key));

    /// <summary>The files that the report speaks of.</summary>
    public static IEnumerable<string> Files(LintReport report) =>
        report.Schemas.SelectMany(schema => schema.Files)
            .Concat(report.Diagnostics.Select(diagnostic => diagnostic.Location.Path))
            .Distinct(StringComparer.Ordinal);
}
