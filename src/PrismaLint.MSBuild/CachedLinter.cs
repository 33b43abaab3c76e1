using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace PrismaLint.MSBuild;

/// <summary>Runs the linter where something has changed, and answers from the cache where nothing has.</summary>
internal static class CachedLinter
{
    public static (CachedRun Run, bool IsReplayed) Run(LintRequest request, string cacheFile, CancellationToken cancellationToken)
    {
        var cached = FindingCache.Read(cacheFile);
        var inputs = InputFiles.Find(request, cached?.Elsewhere ?? []);
        var fingerprint = Fingerprint.Compute(request, inputs);
        if (cached?.Fingerprint == fingerprint && (request.SarifFile.Length == 0 || File.Exists(request.SarifFile)))
        {
            FindingCache.Touch(cacheFile, inputs);
            return (cached, true);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var (report, migrationFolders) = LintRun.Execute(request, cancellationToken);
        IEnumerable<Finding> problems = ProjectProperties.FindProblems(request);
        if (request.SarifFile.Length > 0 && !SarifOutput.TryWrite(report, request))
            problems = problems.Append(ProjectProperties.Problem(request, $"`{request.SarifFile}`, the value of `PrismaLintSarif`, cannot be written"));
        var elsewhere = FindElsewhere(report, migrationFolders, request);
        // Taken before the run, so that an edit during the run is seen by the next build; again only where the run has shown
        // other files than were known.
        if (!elsewhere.SequenceEqual(cached?.Elsewhere ?? [], StringComparer.Ordinal))
            fingerprint = Fingerprint.Compute(request, InputFiles.Find(request, elsewhere));
        var run = new CachedRun(fingerprint, elsewhere, [.. problems, .. LintRun.Keep(report)])
        {
            SnapshotTakenAt = report.Snapshot?.Server.At,
            NotJudged = LintRun.Describe(report.NotJudged),
        };
        FindingCache.Write(cacheFile, run);
        return (run, false);
    }

    private static IReadOnlyList<string> FindElsewhere(LintReport report, IReadOnlyList<string> migrationFolders, LintRequest request)
    {
        var found = InputFiles.Find(request, []);
        return
        [
            .. LintRun.Files(report)
                .Select(file => file.Replace('/', Path.DirectorySeparatorChar))
                .Where(file => !found.Contains(file))
                .Concat(migrationFolders.Where(folder => !InputFiles.HoldsMigrations(folder, found)))
                .Distinct(StringComparer.Ordinal)
                .OrderBy(file => file, StringComparer.Ordinal),
        ];
    }
}
