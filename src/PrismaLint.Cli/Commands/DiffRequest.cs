using System.Collections.Generic;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;

namespace PrismaLint.Cli.Commands;

/// <summary>What one run of <c>diff</c> is to do.</summary>
internal sealed record DiffRequest
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Where git has the old schema; <see langword="null"/>: it is a path.</summary>
    public string? Since { get; init; }

    public required string Format { get; init; }

    public string? OutputFile { get; init; }

    /// <summary><see langword="null"/>: never.</summary>
    public ChangeClass? FailOn { get; init; }

    public PrismaVersion PrismaVersion { get; init; }

    public bool AllowsColor { get; init; }
}
