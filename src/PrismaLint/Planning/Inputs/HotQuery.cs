using System.Collections.Generic;

namespace PrismaLint.Planning.Inputs;

/// <summary>A query that counts.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Model">The model that it reads.</param>
public sealed record HotQuery(string Name, string Model)
{
    /// <summary>The fields compared with one value each.</summary>
    public IReadOnlyList<string> Equal { get; init; } = [];

    /// <summary>The field compared with a range; <see langword="null"/>: none.</summary>
    public string? Range { get; init; }

    /// <summary>The fields that order the result; a minus in front: downwards.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>How often a second at the peak; <see langword="null"/>: unknown.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Where it stands in the inputs, one-based.</summary>
    public int Line { get; init; }
}
