using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Inputs;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Which index answers a query that was told.</summary>
internal static class HotIndex
{
    /// <summary>The index that begins with all fields compared with one value, and then, if there is one, with the field that a range or the order asks for.</summary>
    public static IndexSymbol? Find(HotQuery query, ModelSymbol model) => model.Indexes
        .Where(index => index is { Method: IndexMethod.BTree, Predicate: null, Kind: not IndexKind.Fulltext } && Begins(query, index))
        .OrderByDescending(index => GivesOrder(query, index))
        .FirstOrDefault();

    /// <summary>Rows come out of the index in the order that the query wants, or in its reverse.</summary>
    public static bool GivesOrder(HotQuery query, IndexSymbol index)
    {
        var rest = index.Columns.Skip(query.Equal.Count).ToArray();
        if (query.OrderBy.Count > rest.Length)
            return query.OrderBy.Count == 0;
        for (var i = 0; i < query.OrderBy.Count; i++)
        {
            if (rest[i].Field.Name != query.OrderBy[i].TrimStart('-') || rest[i].IsDescending == rest[0].IsDescending != (IsDown(query.OrderBy[i]) == IsDown(query.OrderBy[0])))
                return false;
        }
        return true;
    }

    /// <summary>The index that the query wants, as the schema writes it.</summary>
    public static string Wanted(HotQuery query)
    {
        var fields = query.Equal.ToList();
        foreach (var field in query.OrderBy)
        {
            if (!fields.Contains(field.TrimStart('-')))
                fields.Add(IsDown(field) ? field.TrimStart('-') + "(sort: Desc)" : field);
        }
        if (query.Range is { } range && !fields.Exists(field => field == range || field.StartsWith(range + "(", StringComparison.Ordinal)))
            fields.Add(range);
        return $"@@index([{string.Join(", ", fields)}])";
    }

    private static bool Begins(HotQuery query, IndexSymbol index)
    {
        var count = query.Equal.Count;
        if (count == 0)
            return index.Columns.Count > 0 && (query.Range ?? query.OrderBy.FirstOrDefault()?.TrimStart('-')) == index.Columns[0].Field.Name;
        return index.Columns.Count >= count && index.Columns.Take(count).All(column => query.Equal.Contains(column.Field.Name));
    }

    private static bool IsDown(string field) => field.StartsWith("-", StringComparison.Ordinal);
}
