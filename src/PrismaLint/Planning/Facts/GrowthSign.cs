using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>A model that may get many rows, as its shape and its name tell.</summary>
/// <param name="Model">The model.</param>
/// <param name="Reasons">What tells, each as words without a full stop.</param>
/// <param name="Weight">How much it tells: what comes first in lists.</param>
internal sealed record GrowthSign(ModelSymbol Model, IReadOnlyList<string> Reasons, int Weight)
{
    /// <summary>Rows are added and, as far as the columns tell, not changed.</summary>
    public bool IsAppendOnly { get; init; }

    /// <summary>The column that says when a row came; <see langword="null"/> without one.</summary>
    public FieldSymbol? TimeColumn { get; init; }
}
