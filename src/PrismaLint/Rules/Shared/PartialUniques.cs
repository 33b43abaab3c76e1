using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Columns that are unique under a condition only.</summary>
internal static class PartialUniques
{
    /// <summary>
    /// The partial unique over exactly these columns, in any order, where no full one is: <see langword="null"/> where
    /// the columns are unique over all rows, or not at all.
    /// </summary>
    public static IndexSymbol? FindOnlyCover(ModelSymbol model, IReadOnlyList<FieldSymbol> columns)
    {
        IndexSymbol? partial = null;
        foreach (var index in model.Indexes)
        {
            if (!index.IsUnique || index.Columns.Count != columns.Count || !index.Fields.All(columns.Contains))
                continue;
            if (IsFull(index))
                return null;
            partial ??= index;
        }
        return partial;
    }

    // A condition that only says that the index's own columns are not null leaves out no row that the index is about.
    private static bool IsFull(IndexSymbol index) => index.Predicate is not { } predicate
        || (predicate.Raw is { } sql
            ? sql.Contains("not null", StringComparison.OrdinalIgnoreCase)
            : predicate.IsOnlyNotNull && predicate.Conditions.All(condition => index.Columns.Any(column => column.Path == condition.Name)));
}
