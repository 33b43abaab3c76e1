using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Semantics;

/// <summary>Whether an index finds the rows of a foreign key.</summary>
public static class IndexCoverage
{
    /// <summary>The index answers <c>column = value AND …</c> over the key's columns without reading the whole table.</summary>
    /// <param name="index">The index.</param>
    /// <param name="key">The key's columns, in its order.</param>
    /// <param name="mode">How its columns must agree.</param>
    public static bool Covers(IndexShape index, IReadOnlyList<string> key, CoverageMode mode = CoverageMode.Set)
    {
        if (index.Kind == IndexKind.Fulltext || index.Columns.Count == 0 || key.Count == 0)
            return false;
        // A null in the key refers to nothing and is never looked up, so an index without such rows is as good.
        // (PostgreSQL uses `WHERE a IS NOT NULL` for `a = 1`.)
        if (index.Predicate is not null && index.NotNullColumns?.All(column => Contains(key, column)) != true)
            return false;
        return index.Method switch
        {
            IndexMethod.BTree => HasLeadingColumns(index, key, mode) || IsUniqueWithin(index, key),
            // A hash index looks up its one column.
            IndexMethod.Hash => key.Count == 1 && index.Columns.Count == 1 && index.Columns[0].Name == key[0],
            _ => false,
        };
    }

    private static bool HasLeadingColumns(IndexShape index, IReadOnlyList<string> key, CoverageMode mode)
    {
        if (mode == CoverageMode.Leading)
            return Contains(key, index.Columns[0].Name);
        if (index.Columns.Count < key.Count)
            return false;
        for (var i = 0; i < key.Count; i++)
        {
            var agrees = mode == CoverageMode.Strict ? index.Columns[i].Name == key[i] : Contains(key, index.Columns[i].Name);
            if (!agrees)
                return false;
        }
        return true;
    }

    // Unique over a part of the key: at most one row has the key's values, and the index finds it.
    private static bool IsUniqueWithin(IndexShape index, IReadOnlyList<string> key) =>
        index.IsUnique && index.Columns.All(column => Contains(key, column.Name));

    private static bool Contains(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Equals(name, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
