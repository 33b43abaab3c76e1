using PrismaLint.Configuration;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint;

/// <summary>How a run is to be done.</summary>
public sealed record LintOptions
{
    public static LintOptions Default { get; } = new();

    /// <summary>The rules that are on where configuration says nothing.</summary>
    public RulePreset Preset { get; init; } = RulePreset.Recommended;

    /// <summary>The line of Prisma to follow; <see cref="PrismaVersion.Unknown"/> accepts what either accepts.</summary>
    public PrismaVersion PrismaVersion { get; init; }

    /// <summary>Severities and options, from files and from the command line.</summary>
    public LintConfiguration Configuration { get; init; } = LintConfiguration.Empty;
}
