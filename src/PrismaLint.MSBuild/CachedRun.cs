using System;
using System.Collections.Generic;

namespace PrismaLint.MSBuild;

/// <summary>What one run found, and what it depended on.</summary>
/// <param name="Fingerprint">Of everything the run depended on.</param>
/// <param name="Elsewhere">Files that were read and that <see cref="InputFiles"/> does not find by itself, sorted.</param>
/// <param name="Findings">In the order of the report, before severity properties; suppressed ones left out.</param>
internal sealed record CachedRun(string Fingerprint, IReadOnlyList<string> Elsewhere, IReadOnlyList<Finding> Findings)
{
    /// <summary>When the snapshot of the database was taken; <see langword="null"/> without one.</summary>
    public DateTimeOffset? SnapshotTakenAt { get; init; }

    /// <summary>The checks of the database that lacked their evidence, in words; empty where there are none.</summary>
    public string NotJudged { get; init; } = "";
}
