using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Semantics;

/// <summary>
/// Whether one index does the work of another. Only plain indexes are ever called superfluous: a unique or a primary key
/// is a promise about the data, and another access method answers other questions.
/// </summary>
public static class IndexRedundancy
{
    /// <summary>The first index does nothing that the second does not do over the very same columns.</summary>
    public static bool IsDuplicate(IndexShape index, IndexShape other) =>
        index is { Kind: IndexKind.Index, IsClustered: false }
        && other.Kind != IndexKind.Fulltext
        && index.Columns.Count == other.Columns.Count
        && SameWork(index, other);

    /// <summary>The first index is the beginning of the second, which is longer and serves all that the first serves.</summary>
    public static bool IsPrefix(IndexShape index, IndexShape other) =>
        index is { Kind: IndexKind.Index, IsClustered: false, Method: IndexMethod.BTree }
        && other.Kind != IndexKind.Fulltext
        && index.Columns.Count < other.Columns.Count
        && SameWork(index, other);

    /// <summary>Both say that rows are unique over the same columns, in the same order.</summary>
    public static bool IsSamePromise(IndexShape unique, IndexShape other) =>
        unique.Kind == IndexKind.Unique
        && other.IsUnique
        && !unique.IsClustered
        && unique.Predicate == other.Predicate
        && unique.Columns.Count == other.Columns.Count
        && unique.Columns.Zip(other.Columns, (left, right) => left.Name == right.Name && left.Length == right.Length).All(same => same);

    /// <summary>
    /// Equal for indexes that may be duplicates: look-ups by it keep comparisons off indexes that share no column.
    /// </summary>
    public static string ColumnKey(IndexShape index, int count) => count == 1
        ? index.Columns[0].Name
        : string.Join(",", index.Columns.Take(count).Select(column => column.Name));

    private static bool SameWork(IndexShape index, IndexShape other)
    {
        if (index.Method != other.Method || index.Predicate != other.Predicate)
            return false;
        var reversed = index.Columns[0].IsDescending != other.Columns[0].IsDescending;
        for (var i = 0; i < index.Columns.Count; i++)
        {
            var left = index.Columns[i];
            var right = other.Columns[i];
            // A B-tree is read in both directions: all columns reversed is the same index.
            if (!left.Name.Equals(right.Name, StringComparison.Ordinal)
                || left.Length != right.Length
                || left.OperatorClass != right.OperatorClass
                || (left.IsDescending != right.IsDescending) != reversed)
            {
                return false;
            }
        }
        return true;
    }
}
