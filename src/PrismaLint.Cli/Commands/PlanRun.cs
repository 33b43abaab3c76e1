using System;
using System.IO;
using System.Linq;
using PrismaLint.Cli.Output;
using PrismaLint.Configuration;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Loading;
using PrismaLint.Planning;
using PrismaLint.Planning.Inputs;
using PrismaLint.Reporting;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Cli.Commands;

/// <summary>One run of <c>plan</c>: load, plan, write.</summary>
/// <param name="request">What to do.</param>
/// <param name="terminal">Where to write.</param>
/// <param name="inspection">The look at a database that goes before; <see langword="null"/>: none.</param>
internal sealed class PlanRun(PlanRunRequest request, Terminal terminal, Inspection? inspection)
{
    private const string StandardInput = "-";

    private int _failure = ExitCode.Clean;

    private bool IsQuiet => request.Check.Verbosity == Verbosity.Quiet;

    public int Run()
    {
        var schema = Load();
        if (request.Initializes)
            return Initialize(schema);
        if (!request.Format.IsForTerminals && request.OutputFile is null && !Console.IsOutputRedirected)
            throw new UsageException($"`--format {request.Format.Name}` is not for a terminal: `--output FILE` writes it into a file");
        var inputs = ReadInputs(schema);
        var snapshot = FindSnapshot(schema);
        // A plan without what it was to be made of would be taken for one with it.
        if (inputs is null || _failure == ExitCode.Unreachable || (request.Check.SnapshotFile is not null && snapshot is null))
            return _failure;
        var result = Planner.Create(new PlanRequest(schema) { Options = OptionsOf(schema, snapshot), Inputs = inputs, Sections = request.Sections });
        foreach (var problem in result.Problems)
            Say(problem);
        if (result.Document is not { } document)
        {
            foreach (var error in result.Errors)
                terminal.Error(MSBuildReport.Line(error));
            terminal.Note("A schema that Prisma refuses has no plan: `prismalint check` tells more");
            return ExitCode.Error;
        }
        Write(request.Format.Write(document));
        return _failure;
    }

    private SchemaSource Load()
    {
        LoadedSchemas loaded;
        if (request.Path == StandardInput)
        {
            using var input = Console.OpenStandardInput();
            loaded = SchemaLoader.Load(input, StandardInput);
        }
        else
        {
            loaded = SchemaLoader.Load([request.Path]);
        }
        var schema = SchemaInput.One(loaded, request.Path, "a plan is made of one");
        return SchemaInput.MarkMigrations(schema, request.Check.Migrations, request.Check.Since);
    }

    // Never over a file that is there: somebody has filled it in.
    private int Initialize(SchemaSource schema)
    {
        var path = request.OutputFile ?? request.InputsFile ?? PlanInputsLoader.DefaultPath(schema);
        if (File.Exists(path))
            throw new UsageException($"`{path}` is there already, and stays as it is; `--output FILE` writes another one");
        if (!TextFile.TryWrite(path, PlanInputsTemplate.Write(Bind(schema))))
            throw new UsageException($"`{path}` cannot be written");
        var schemaPath = request.Path == "." ? "" : " " + request.Path;
        var option = request.OutputFile is null && request.InputsFile is null ? "" : $" --inputs {path}";
        terminal.Note($"`{path}` is written: fill in what is known and leave the rest empty, then `prismalint plan{schemaPath}{option}` makes the plan");
        return ExitCode.Clean;
    }

    private PlanInputs? ReadInputs(SchemaSource schema)
    {
        if ((request.InputsFile ?? PlanInputsLoader.Find(schema)) is not { } path)
        {
            if (!IsQuiet)
                terminal.Note("Nothing is told of volumes, targets and tenants: `prismalint plan --init` writes the file for it");
            return PlanInputs.None;
        }
        var reading = PlanInputsLoader.Load(path, schema);
        foreach (var problem in reading.Diagnostics)
            Say(problem);
        if (reading.Inputs is not null && request.InputsFile is null && !IsQuiet)
            terminal.Note($"The plan follows the inputs in `{path}`");
        return reading.Inputs;
    }

    private DatabaseSnapshot? FindSnapshot(SchemaSource schema)
    {
        if (inspection is not null)
        {
            var snapshot = inspection.Take([schema]);
            if (inspection.Failure is { } failure)
                Complain(failure, ExitCode.Unreachable);
            return snapshot;
        }
        if (request.Check.SnapshotFile is not { } path)
            return null;
        var loaded = SnapshotLoader.Load(path);
        foreach (var problem in loaded.Diagnostics)
            Say(problem);
        if (loaded.FindAge(DateTimeOffset.UtcNow) is { } old && !IsQuiet)
            terminal.Note(old.Message);
        if (loaded.Snapshot is not null && Bind(schema).Provider != Provider.PostgreSql)
            terminal.Note("The schema is not for PostgreSQL: the plan is made without the database");
        return loaded.Snapshot;
    }

    private LintOptions OptionsOf(SchemaSource schema, DatabaseSnapshot? snapshot) => new()
    {
        Preset = request.Check.Preset,
        ExpectsPrismaLintRules = request.Check.ExpectsPrismaLintRules,
        PrismaVersion = request.Check.PrismaVersion,
        Migrations = request.Check.Migrations,
        Configuration = CheckRun.Configure(request.Check, [schema]),
        Snapshot = snapshot,
    };

    private void Write(string text)
    {
        if (request.OutputFile is not { } path)
            terminal.Output.Write(text);
        else if (!TextFile.TryWrite(path, text))
            Complain($"`{path}` cannot be written");
    }

    private void Say(Diagnostic problem)
    {
        if (problem.Severity < DiagnosticSeverity.Warning)
            terminal.Note(MSBuildReport.Line(problem));
        else
            Complain(problem.Id == ConfigurationDescriptors.UnreadableInput.Id ? problem.Message : MSBuildReport.Line(problem));
    }

    private void Complain(string problem, int exitCode = ExitCode.Error)
    {
        if (_failure != ExitCode.Error)
            _failure = exitCode;
        terminal.Error(problem);
    }

    private static SemanticModel Bind(SchemaSource schema) => SemanticModel.Create([.. schema.Files.Select(SyntaxTree.Parse)]);
}
