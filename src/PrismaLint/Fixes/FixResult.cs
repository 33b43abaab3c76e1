using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Fixes;

/// <summary>What fixing came to.</summary>
/// <param name="Schemas">The schemas with their fixed texts.</param>
/// <param name="Report">What remains, found in those texts.</param>
/// <param name="Changes">The files that changed, sorted by path.</param>
/// <param name="FixCount">How many fixes were applied.</param>
/// <param name="PassCount">How often the texts were fixed, at most <see cref="FixApplier.MaxPasses"/>: some fixes make room for others.</param>
public sealed record FixResult(IReadOnlyList<SchemaSource> Schemas, LintReport Report, IReadOnlyList<FileChange> Changes, int FixCount, int PassCount)
{
    /// <summary>The findings whose fixes were applied, in the order of application.</summary>
    public IReadOnlyList<Diagnostic> Fixed { get; init; } = [];
}
