using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using PrismaLint.Diagnostics;
using PrismaLint.Loading;

namespace PrismaLint.MSBuild;

/// <summary>The build task: checks the Prisma schemas of a project and logs what it finds as the compiler logs.</summary>
[MSBuildMultiThreadableTask]
public sealed class LintSchemas : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    private HelpPages Pages => field ??= new HelpPages(HelpBase, HelpFolder);

    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string CacheFile { get; set; } = "";

    /// <summary>Schema files and folders; none means discovery below the project's folder.</summary>
    public ITaskItem[] Schemas { get; set; } = [];

    public string Preset { get; set; } = "";

    public string PrismaVersion { get; set; } = "";

    public ITaskItem[] ConfigurationFiles { get; set; } = [];

    public ITaskItem? Baseline { get; set; }

    public ITaskItem? Snapshot { get; set; }

    public string Migrations { get; set; } = "";

    public ITaskItem? SarifFile { get; set; }

    /// <summary>The folder with the pages of the rules.</summary>
    public string HelpFolder { get; set; } = "";

    /// <summary>What a rule's id is appended to for its help link; wins over <see cref="HelpFolder"/>.</summary>
    public string HelpBase { get; set; } = "";

    public bool SuggestionsAsWarnings { get; set; }

    public string NoWarn { get; set; } = "";

    public string WarningsAsErrors { get; set; } = "";

    public string WarningsNotAsErrors { get; set; } = "";

    public bool TreatWarningsAsErrors { get; set; }

    public override bool Execute()
    {
        try
        {
            LintAndLog();
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // Whatever goes wrong in a linter, the build goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFault(exception);
        }
        return !Log.HasLoggedErrors;
    }

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    // A method of its own, so that a failure to load the library is caught above.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LintAndLog()
    {
        var policy = CreatePolicy();
        var (run, isReplayed) = CachedLinter.Run(CreateRequest(policy), CacheFile, _cancellation.Token);
        foreach (var finding in run.Findings)
            LogFinding(finding, policy);
        if (run.SnapshotTakenAt is { } takenAt)
            LogSnapshot(takenAt, run.NotJudged, policy);
        Log.LogMessage(
            MessageImportance.Low, isReplayed ? "PrismaLint: nothing has changed, {0} findings replayed" : "PrismaLint: {0} findings", run.Findings.Count);
    }

    // How old it is changes without any file.
    private void LogSnapshot(DateTimeOffset takenAt, string notJudged, SeverityPolicy policy)
    {
        if (LoadedSnapshot.FindAge(FullPath(Snapshot), takenAt, DateTimeOffset.UtcNow) is { } old)
            LogFinding(Finding.From(old) with { Line = 0, Column = 0 }, policy);
        if (notJudged.Length > 0)
            Log.LogMessage(MessageImportance.Low, "PrismaLint: not judged for lack of evidence: {0}", notJudged);
    }

    // Speaks no type of the library.
    private void LogFault(Exception exception)
    {
        if (!CodeList.Parse(NoWarn).Names(Fault.Id, Fault.Name))
            Log.LogWarning(null, Fault.Id, null, Pages.FindLink(Fault.Id), ProjectFile, 0, 0, 0, 0, Fault.Describe(exception));
        Log.LogMessage(MessageImportance.Low, "{0}", exception);
    }

    private LintRequest CreateRequest(SeverityPolicy policy) => new(ProjectFile, Path.GetDirectoryName(ProjectFile) ?? "")
    {
        Schemas = [.. Schemas.Select(FullPath).Distinct(StringComparer.Ordinal)],
        ConfigurationFiles = [.. ConfigurationFiles.Select(FullPath)],
        Preset = Preset,
        PrismaVersion = PrismaVersion,
        Baseline = FullPath(Baseline),
        Snapshot = FullPath(Snapshot),
        Migrations = Migrations,
        SarifFile = FullPath(SarifFile),
        Policy = policy,
    };

    private SeverityPolicy CreatePolicy() => new()
    {
        NoWarn = CodeList.Parse(NoWarn),
        WarningsAsErrors = CodeList.Parse(WarningsAsErrors),
        WarningsNotAsErrors = CodeList.Parse(WarningsNotAsErrors),
        TreatWarningsAsErrors = TreatWarningsAsErrors,
        SuggestionsAsWarnings = SuggestionsAsWarnings,
    };

    // No subcategory, no end and no help keyword: log matchers of editors and build servers know lines without the first two,
    // and a keyword would become a link to a page of Microsoft's. No arguments either: a message may hold braces.
    private void LogFinding(Finding finding, SeverityPolicy policy)
    {
        var path = finding.Path.Replace('/', Path.DirectorySeparatorChar);
        switch (policy.Resolve(finding))
        {
            case DiagnosticSeverity.Error:
                Log.LogError(null, finding.Id, null, Pages.FindLink(finding.Id), path, finding.Line, finding.Column, 0, 0, finding.Message);
                break;
            case DiagnosticSeverity.Warning:
                Log.LogWarning(null, finding.Id, null, Pages.FindLink(finding.Id), path, finding.Line, finding.Column, 0, 0, finding.Message);
                break;
            case DiagnosticSeverity.Suggestion:
                Log.LogMessage(null, finding.Id, null, path, finding.Line, finding.Column, 0, 0, MessageImportance.High, finding.Message);
                break;
        }
    }

    // The metadata starts from the project's folder; the process's folder may be another.
    private static string FullPath(ITaskItem? item) => item?.GetMetadata("FullPath") ?? "";
}
