using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PrismaLint.Cli.Output;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Loading;
using PrismaLint.Migrations;
using PrismaLint.Reporting;

namespace PrismaLint.Cli.Commands;

/// <summary>One run of <c>check</c> or <c>inspect</c>: load, lint, fix, write, judge.</summary>
/// <param name="request">What to do.</param>
/// <param name="terminal">Where to write.</param>
/// <param name="inspection">The look at a database that goes before; <see langword="null"/>: none.</param>
internal sealed class CheckRun(CheckRequest request, Terminal terminal, Inspection? inspection = null)
{
    private const string StandardInput = "-";

    private readonly List<Diagnostic> _unreadable = [];
    private readonly List<string> _problems = [];
    private int _failure = ExitCode.Clean;

    public int Run()
    {
        if (request.WritesBaseline && request.IsDryRun)
            throw new UsageException("`--write-baseline` writes a file, and `--dry-run` changes nothing: one of the two");
        if (request.WritesBaseline && request.Paths.Contains(StandardInput))
            throw new UsageException("Standard input has no path, so no baseline can hold its findings");
        IReadOnlyList<SchemaSource> schemas = Load();
        var options = new LintOptions
        {
            Preset = request.Preset,
            ExpectsPrismaLintRules = request.ExpectsPrismaLintRules,
            PrismaVersion = request.PrismaVersion,
            Migrations = request.Migrations,
            Configuration = Configure(request, schemas),
            Snapshot = FindSnapshot(schemas),
            Baseline = request.BaselineFile is { } file ? BaselineLoader.Load(file, mayBeMissing: request.WritesBaseline) : null,
        };

        LintReport report;
        if (request.Fixes is { } safety)
        {
            var result = FixApplier.Apply(schemas, options, safety);
            report = result.Report;
            schemas = result.Schemas;
            Keep(result);
        }
        else
        {
            report = Linter.Lint(schemas, options);
        }
        // What is left to report is what the next run would.
        if (request.WritesBaseline && KeepBaseline(report, options.Baseline) is { } baseline)
            report = Linter.Lint(schemas, options with { Baseline = baseline });

        var checkedFiles = report.Schemas.SelectMany(schema => schema.Files).ToHashSet(StringComparer.Ordinal);
        bool IsOfTheRun(Diagnostic diagnostic) =>
            !checkedFiles.Contains(diagnostic.Location.Path)
            && (diagnostic.Id == ConfigurationDescriptors.UnreadableInput.Id || diagnostic.Id == ConfigurationDescriptors.ConfigurationProblem.Id);

        foreach (var diagnostic in _unreadable.Concat(report.Visible.Where(IsOfTheRun)))
        {
            if (diagnostic.Severity < DiagnosticSeverity.Warning)
                terminal.Note(MSBuildReport.Line(diagnostic));
            else
                Complain(diagnostic.Id == ConfigurationDescriptors.UnreadableInput.Id ? diagnostic.Message : MSBuildReport.Line(diagnostic));
        }
        report = report.With(_unreadable);
        if (options.Snapshot is not null && report.Snapshot is null)
            terminal.Note("None of the schemas is for PostgreSQL: the database is judged with none");

        if (!request.IsDryRun)
            Write(report, report.Visible.Where(diagnostic => !IsOfTheRun(diagnostic)));
        if (_failure != ExitCode.Clean)
            return _failure;
        if (request.RequiresComplete && !IsComplete(report))
            return ExitCode.Incomplete;
        return request.FailOn is { } least && report.Visible.Any(diagnostic => diagnostic.MayFail && diagnostic.Severity >= least) ? ExitCode.Findings : ExitCode.Clean;
    }

    // Tables that another session has locked are missing, whether or not a check asks for them.
    private static bool IsComplete(LintReport report) =>
        report.Snapshot is { } snapshot && report.NotJudged.Count == 0 && snapshot.StateOf(EvidenceSource.Relations).Kind == EvidenceStateKind.Ok;

    private DatabaseSnapshot? FindSnapshot(IReadOnlyList<SchemaSource> schemas)
    {
        if (inspection is not null)
        {
            var snapshot = inspection.Take(schemas);
            if (inspection.Failure is { } failure)
                Complain(failure, ExitCode.Unreachable);
            else if (snapshot is not null && inspection.SaveFile is { } file)
                TryWriteFile(file, SnapshotFile.Write(snapshot, ToolVersion.Text));
            return snapshot;
        }
        if (request.SnapshotFile is not { } path)
            return null;
        var loaded = SnapshotLoader.Load(path);
        _unreadable.AddRange(loaded.Diagnostics);
        if (loaded.FindAge(DateTimeOffset.UtcNow) is { } old && request.Verbosity != Verbosity.Quiet)
            terminal.Note(old.Message);
        return loaded.Snapshot;
    }

    private List<SchemaSource> Load()
    {
        var schemas = new List<SchemaSource>();
        var paths = request.Paths.Where(path => path != StandardInput).ToArray();
        if (paths.Length < request.Paths.Count)
        {
            if (request.Fixes is not null && !request.IsDryRun)
                throw new UsageException("Standard input cannot be fixed in place; `--dry-run` prints the changes");
            using var input = Console.OpenStandardInput();
            Take(SchemaLoader.Load(input, StandardInput));
        }
        if (paths.Length > 0)
            Take(SchemaLoader.Load(paths));
        return schemas;

        void Take(LoadedSchemas loaded)
        {
            _unreadable.AddRange(loaded.Diagnostics);
            foreach (var folder in loaded.EmptyFolders)
                Complain($"`{folder}` holds no Prisma schema");
            schemas.AddRange(loaded.Schemas.Select(schema => SchemaInput.MarkMigrations(schema, request.Migrations, request.Since)));
        }
    }

    public static LintConfiguration Configure(CheckRequest request, IReadOnlyList<SchemaSource> schemas)
    {
        var configuration = ConfigurationLoader.Load(schemas, request.ConfigurationFiles);
        foreach (var (name, severity) in request.Rules)
            configuration = configuration.WithRule(name, severity) ?? throw new UsageException($"`{name}` names no rule");
        foreach (var (option, value) in request.Values)
            configuration = configuration.WithOption(option, value) ?? throw new UsageException($"`{value}` is no value of `{option.Name}`");
        return configuration;
    }

    private void Keep(FixResult result)
    {
        if (request.IsDryRun)
        {
            WriteOut(string.Concat(result.Changes.Select(change => UnifiedDiff.Write(change.Before, change.After))));
            return;
        }
        var written = 0;
        foreach (var change in result.Changes)
        {
            if (TryWriteFile(change.After.Path, change.After.Content))
                written++;
        }
        if (request.Verbosity != Verbosity.Quiet && result.FixCount > 0)
        {
            var passes = request.Verbosity == Verbosity.Detailed ? $", in {Summary.Count(result.PassCount, "pass")}" : "";
            terminal.Note($"{Summary.Count(result.FixCount, "fix")} applied in {Summary.Count(written, "file")}{passes}");
        }
    }

    // Never over a file that is no baseline: it may be a schema, or one with conflicts to settle.
    private Baseline? KeepBaseline(LintReport report, Baseline? before)
    {
        if (report.NextBaseline is not { } next || before is null or { IsBroken: true })
        {
            Complain($"`{request.BaselineFile}` holds no baseline that can be read and is left as it is");
            return null;
        }
        if (!TryWriteFile(next.Source.Path, BaselineReport.Write(next)))
            return null;
        if (request.Verbosity != Verbosity.Quiet)
        {
            var count = Summary.Count(next.Entries.Sum(entry => entry.Count), "finding");
            terminal.Note($"{count} in `{next.Source.Path}`; `--baseline {next.Source.Path}` hides them from now on");
        }
        return next;
    }

    private void Write(LintReport report, IEnumerable<Diagnostic> findings)
    {
        switch (request.Format)
        {
            case "json":
                WriteOut(JsonReport.Write(report, ToolVersion.Text, HelpPages.NamedOrShipped));
                break;
            case "sarif":
                WriteOut(SarifReport.Write(report, new SarifOptions
                {
                    ToolVersion = ToolVersion.Text,
                    RootFolder = Directory.GetCurrentDirectory(),
                    Help = HelpPages.Named,
                    Problems = _problems,
                }));
                break;
            case "github":
                WriteOut(GitHubReport.Write(report));
                break;
            case "msbuild":
                WriteOut(MSBuildReport.Write(report));
                break;
            default:
                WriteText(report, findings);
                break;
        }
    }

    private void WriteText(LintReport report, IEnumerable<Diagnostic> findings)
    {
        if (request.OutputFile is not null)
        {
            using var text = new StringWriter();
            new TextReport(new PlainSink(text), request.Verbosity, HelpPages.Named).Write(findings, report.NotJudged);
            WriteOut(text.ToString());
        }
        else
        {
            var isColored = request.AllowsColor && Terminal.ShowsColors(Console.IsOutputRedirected);
            ITextSink sink = isColored ? new ColorSink(terminal.Output) : new PlainSink(terminal.Output);
            new TextReport(sink, request.Verbosity, HelpPages.Named).Write(findings, report.NotJudged);
            terminal.Output.Flush();
        }
        if (request.Verbosity != Verbosity.Quiet && report.Schemas.Count > 0)
        {
            var isColored = request.AllowsColor && Terminal.ShowsColors(Console.IsErrorRedirected);
            Summary.Write(report, isColored ? new ColorSink(terminal.ErrorOutput) : new PlainSink(terminal.ErrorOutput));
        }
    }

    private void WriteOut(string text)
    {
        if (request.OutputFile is { } path)
            TryWriteFile(path, text);
        else
            terminal.Output.Write(text);
    }

    private bool TryWriteFile(string path, string text)
    {
        if (TextFile.TryWrite(path, text))
            return true;
        Complain($"`{path}` cannot be written");
        return false;
    }

    private void Complain(string problem, int exitCode = ExitCode.Error)
    {
        if (_failure != ExitCode.Error)
            _failure = exitCode;
        _problems.Add(problem);
        terminal.Error(problem);
    }
}
