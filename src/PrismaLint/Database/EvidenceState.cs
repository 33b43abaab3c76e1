using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>Whether a source of evidence could be read, and why not.</summary>
/// <param name="Kind">What became of it.</param>
public sealed record EvidenceState(EvidenceStateKind Kind)
{
    public static EvidenceState Ok { get; } = new(EvidenceStateKind.Ok);

    public static EvidenceState Missing { get; } = new(EvidenceStateKind.NotAsked);

    /// <summary>The server's code for what went wrong: <c>42501</c>; <see langword="null"/> without one.</summary>
    public string? SqlState { get; init; }

    /// <summary>The objects that are left out of a source that is there otherwise, sorted.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>There is something to judge: all of it, or a part.</summary>
    public bool IsUsable => Kind is EvidenceStateKind.Ok or EvidenceStateKind.Partial;
}
