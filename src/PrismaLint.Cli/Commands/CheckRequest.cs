using System.Collections.Generic;
using PrismaLint.Cli.Output;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Cli.Commands;

/// <summary>What one run of <c>check</c> is to do.</summary>
internal sealed record CheckRequest
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required string Format { get; init; }

    public string? OutputFile { get; init; }

    public required IReadOnlyList<string> ConfigurationFiles { get; init; }

    /// <summary>The file of known findings; <see langword="null"/>: none.</summary>
    public string? BaselineFile { get; init; }

    /// <summary>The baseline is to be written.</summary>
    public bool WritesBaseline { get; init; }

    public RulePreset Preset { get; init; }

    /// <summary>The preset is that of prisma-lint's configuration.</summary>
    public bool ExpectsPrismaLintRules { get; init; }

    public required IReadOnlyList<(string Name, DiagnosticSeverity? Severity)> Rules { get; init; }

    /// <summary><see langword="null"/>: never.</summary>
    public DiagnosticSeverity? FailOn { get; init; }

    public PrismaVersion PrismaVersion { get; init; }

    /// <summary>The least safe fixes to apply; <see langword="null"/>: none.</summary>
    public FixSafety? Fixes { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>Which migrations are judged.</summary>
    public MigrationScope Migrations { get; init; }

    /// <summary>The git revision with the deployed migrations; <see langword="null"/>: the main branch.</summary>
    public string? Since { get; init; }

    /// <summary>A database saved by <c>inspect --save</c>; <see langword="null"/>: none.</summary>
    public string? SnapshotFile { get; init; }

    /// <summary>What could not be judged for lack of evidence fails the run.</summary>
    public bool RequiresComplete { get; init; }

    /// <summary>Values of options for this run, above configuration files.</summary>
    public IReadOnlyList<(RuleOption Option, string Value)> Values { get; init; } = [];

    public bool AllowsColor { get; init; }

    public Verbosity Verbosity { get; init; }
}
