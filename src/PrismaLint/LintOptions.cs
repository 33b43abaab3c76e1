using System.Collections.Generic;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint;

/// <summary>How a run is to be done.</summary>
public sealed record LintOptions
{
    public static LintOptions Default { get; } = new();

    /// <summary>The rules that are on where configuration says nothing.</summary>
    public RulePreset Preset { get; init; } = RulePreset.Recommended;

    /// <summary>The rules are those that a configuration of prisma-lint lists; a schema that none counts for is worth a word (PL0012).</summary>
    public bool ExpectsPrismaLintRules { get; init; }

    /// <summary>The line of Prisma to follow; <see cref="PrismaVersion.Unknown"/> accepts what either accepts.</summary>
    public PrismaVersion PrismaVersion { get; init; }

    /// <summary>Severities and options, from files and from the command line.</summary>
    public LintConfiguration Configuration { get; init; } = LintConfiguration.Empty;

    /// <summary>The findings that are known and not to be reported; <see langword="null"/>: none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>
    /// The database to judge with the schema; <see langword="null"/>: none. Of several schemas for PostgreSQL it is that one's whose tables it
    /// holds.
    /// </summary>
    public DatabaseSnapshot? Snapshot { get; init; }

    /// <summary>Which migrations of a schema are judged (PL9xxx).</summary>
    public MigrationScope Migrations { get; init; }

    /// <summary>
    /// The severity that a kind of finding has by the preset alone, where configuration says nothing. Who asks for
    /// <see cref="RulePreset.Strict"/> takes suggestions for warnings.
    /// </summary>
    public DiagnosticSeverity GetDefaultSeverity(DiagnosticDescriptor descriptor)
    {
        if (descriptor is not RuleDescriptor rule)
            return descriptor.DefaultSeverity;
        if (rule.Preset == RulePreset.None || rule.Preset > Preset)
            return DiagnosticSeverity.None;
        return Preset >= RulePreset.Strict && rule.DefaultSeverity == DiagnosticSeverity.Suggestion ? DiagnosticSeverity.Warning : rule.DefaultSeverity;
    }
}
