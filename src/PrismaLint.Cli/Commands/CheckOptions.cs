using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using PrismaLint.Cli.Output;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Cli.Commands;

/// <summary>The options of <c>check</c> and their values.</summary>
internal sealed class CheckOptions
{
    private const string PrismaLint = "prisma-lint";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Schema files and folders; `-` is standard input, `@file` holds arguments. Default: the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _format = Choice("--format", "How findings are written.", "text", "text", "json", "sarif", "github", "msbuild");

    private readonly Option<string?> _output = new("--output") { Description = "Writes the report into a file.", HelpName = "FILE" };

    private readonly Option<string[]> _config = new("--config")
    {
        Description = "A configuration file on top of those found: `.editorconfig`, `.globalconfig` or `.prismalintrc.json`. Repeatable.",
        HelpName = "FILE",
    };

    private readonly Option<string> _preset = Choice(
        "--preset", "The rules that are on where configuration says nothing.", "recommended", "none", "recommended", "strict", "all", PrismaLint);

    private readonly Option<string[]> _rule = new("--rule")
    {
        Description = "Turns a rule on, by id or name; `=none` turns it off. Repeatable.",
        HelpName = "ID[=severity]",
    };

    private readonly Option<string> _failOn = Choice(
        "--fail-on", "The least severity that gives exit code 1.", "warning", "error", "warning", "suggestion", "never");

    private readonly Option<string> _version = Choice("--prisma-version", "The line of Prisma to follow.", "auto", "auto", "6", "7", "8");

    private readonly Option<bool> _fix = new("--fix") { Description = "Applies the safe fixes." };

    private readonly Option<bool> _fixUnsafe = new("--fix-unsafe") { Description = "Applies the unsafe fixes too." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Prints what fixing would change as a diff, and changes nothing." };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "Hides the findings that the file holds, and tells which of its entries are out of date.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _writeBaseline = new("--write-baseline")
    {
        Description = $"Writes the findings into the file of `--baseline`, by default `{Baseline.FileName}`: those mended leave it.",
    };

    private readonly Option<string> _migrations = Choice(
        "--migrations", "Which migrations beside the schema are judged: those that git's main branch does not have, none, every one.", "new", "new", "off", "all");

    private readonly Option<string?> _since = new("--since")
    {
        Description = "With `--migrations new`: the git revision that the deployed migrations are in, instead of the main branch.",
        HelpName = "REF",
    };

    private readonly Option<string?> _snapshot = new("--snapshot")
    {
        Description = "Judges with the database that `inspect --save` has kept in the file.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _requireComplete = new("--require-complete")
    {
        Description = "Exit code 4 where a check of the database lacks its evidence.",
    };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "Writes without colours, as with NO_COLOR in the environment." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Says nothing but the result; of a check, one line a finding." };

    private readonly Option<string> _verbosity = Choice("--verbosity", "How much the text format says.", "normal", "quiet", "normal", "detailed");

    /// <summary>Adds those of <c>check</c>.</summary>
    public void AddTo(Command command)
    {
        AddRunTo(command);
        _snapshot.Validators.Add(RefuseEmpty);
        command.Add(_snapshot);
    }

    /// <summary>Adds those that every run of a check has, wherever its database comes from.</summary>
    public void AddRunTo(Command command)
    {
        _config.Validators.Add(RefuseEmpty);
        _output.Validators.Add(RefuseEmpty);
        _baseline.Validators.Add(RefuseEmpty);
        command.Add(_paths);
        foreach (var option in new Option[] { _format, _output, _config, _preset, _rule, _failOn, _version, _fix, _fixUnsafe, _dryRun, _baseline, _writeBaseline, _requireComplete, _migrations, _since, _noColor, _quiet, _verbosity })
            command.Add(option);
    }

    /// <summary>Adds only those that decide on severities and options of rules; the others keep their defaults.</summary>
    public void AddSelectionTo(Command command)
    {
        _config.Validators.Add(RefuseEmpty);
        foreach (var option in new Option[] { _config, _preset, _rule, _version })
            command.Add(option);
    }

    /// <summary>Adds those that decide what a plan of a schema is made of: severities and options, the database from a file, the migrations.</summary>
    public void AddPlanTo(Command command)
    {
        AddSelectionTo(command);
        _snapshot.Validators.Add(RefuseEmpty);
        foreach (var option in new Option[] { _snapshot, _migrations, _since, _noColor, _quiet })
            command.Add(option);
    }

    public CheckRequest Read(ParseResult result) => new()
    {
        Paths = result.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."],
        Format = result.GetValue(_format) ?? "text",
        OutputFile = result.GetValue(_output),
        ConfigurationFiles = result.GetValue(_config) ?? [],
        BaselineFile = result.GetValue(_baseline) ?? (result.GetValue(_writeBaseline) ? Baseline.FileName : null),
        WritesBaseline = result.GetValue(_writeBaseline),
        Preset = PresetOf(result.GetValue(_preset)),
        ExpectsPrismaLintRules = result.GetValue(_preset) == PrismaLint,
        Rules = [.. ReadRules(result.GetValue(_rule) ?? [])],
        FailOn = result.GetValue(_failOn) switch
        {
            "error" => DiagnosticSeverity.Error,
            "suggestion" => DiagnosticSeverity.Suggestion,
            "never" => null,
            _ => DiagnosticSeverity.Warning,
        },
        PrismaVersion = result.GetValue(_version) switch
        {
            "6" => PrismaVersion.V6,
            "7" => PrismaVersion.V7,
            "8" => PrismaVersion.V8,
            _ => PrismaVersion.Unknown,
        },
        Fixes = result.GetValue(_fixUnsafe) ? FixSafety.Unsafe : result.GetValue(_fix) || result.GetValue(_dryRun) ? FixSafety.Safe : null,
        SnapshotFile = result.GetValue(_snapshot),
        RequiresComplete = result.GetValue(_requireComplete),
        IsDryRun = result.GetValue(_dryRun),
        Migrations = result.GetValue(_migrations) switch
        {
            "off" => MigrationScope.Off,
            "all" => MigrationScope.All,
            _ => MigrationScope.New,
        },
        Since = result.GetValue(_since),
        AllowsColor = !result.GetValue(_noColor),
        Verbosity = result.GetValue(_quiet) ? Verbosity.Quiet : result.GetValue(_verbosity) switch
        {
            "quiet" => Verbosity.Quiet,
            "detailed" => Verbosity.Detailed,
            _ => Verbosity.Normal,
        },
    };

    private static RulePreset PresetOf(string? name) => name switch
    {
        // What its configuration lists comes on top.
        "none" or PrismaLint => RulePreset.None,
        "strict" => RulePreset.Strict,
        "all" => RulePreset.All,
        _ => RulePreset.Recommended,
    };

    private static IEnumerable<(string Name, DiagnosticSeverity? Severity)> ReadRules(string[] values)
    {
        foreach (var value in values)
        {
            var equals = value.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? value : value[..equals];
            if (DiagnosticCatalog.Find(name) is null)
            {
                var near = DiagnosticCatalog.FindNearest(name) is { } found ? $"; did you mean `{found}`?" : "";
                throw new UsageException($"`--rule {value}` names no rule: `{name}` is unknown{near}");
            }
            if (equals < 0)
                yield return (name, null);
            else if (SeverityWords.Parse(value[(equals + 1)..]) is { } severity)
                yield return (name, severity);
            else
                throw new UsageException($"`--rule {value}` has no severity: expected `error`, `warning`, `suggestion`, `silent` or `none`");
        }
    }

    private static Option<string> Choice(string name, string description, string byDefault, params string[] choices)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => byDefault };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }

    /// <summary>An empty value is a slip, of a script mostly.</summary>
    public static void RefuseEmpty(OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.Length == 0)
                result.AddError($"`{result.Option.Name}` needs {(result.Option.HelpName == "FILE" ? "the path of a file" : "a value")}");
        }
    }
}
