using System.Collections.Generic;

namespace PrismaLint.Cli.Commands;

/// <summary>What one run of <c>plan</c> is to do.</summary>
internal sealed record PlanRunRequest
{
    public required string Path { get; init; }

    public required IReadOnlyCollection<int> Sections { get; init; }

    public string? OutputFile { get; init; }
}
