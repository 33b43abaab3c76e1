using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Configuration.Suppressions;

/// <summary>A comment that hides findings.</summary>
/// <param name="Source">Its file.</param>
/// <param name="Span">The whole comment.</param>
/// <param name="Ids">What it hides; empty stands for every rule that may be hidden unnamed.</param>
/// <param name="NamesUnknown">It also names what does not exist.</param>
/// <param name="Reason">What stands behind the colon.</param>
internal sealed record Suppression(SourceText Source, TextSpan Span, IReadOnlyList<SuppressedId> Ids, bool NamesUnknown, string? Reason)
{
    /// <summary>It is a comment of prisma-lint, which goes by the place of a finding alone and not by what is related to it.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The fields or values that it is limited to; <see langword="null"/>: none in particular.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>A comment without ids hid a finding.</summary>
    public bool IsUsed { get; private set; }

    public bool HidesAll => Ids.Count == 0 && !NamesUnknown;

    /// <summary>Secrets, refusals of Prisma and faults of the run are too dear to be hidden by the way.</summary>
    public static bool MustBeNamed(string id) => id.StartsWith("PL0", StringComparison.Ordinal) || id is "PL6001" or "PL6004";

    /// <summary>Takes note of a finding in reach; the answer is whether it is hidden.</summary>
    public bool Hide(Diagnostic diagnostic)
    {
        var id = diagnostic.Id;
        if (Members is not null && (diagnostic.Object is not { } name || !Members.Contains(name.Substring(name.IndexOf('.') + 1))))
            return false;
        if (HidesAll)
        {
            var hides = !MustBeNamed(id);
            IsUsed |= hides;
            return hides;
        }
        var hidesId = false;
        foreach (var named in Ids.Where(named => named.Id == id && (named.Origin is null || diagnostic.Origin is null || named.Origin == diagnostic.Origin)))
            hidesId = named.IsUsed = true;
        return hidesId;
    }
}
