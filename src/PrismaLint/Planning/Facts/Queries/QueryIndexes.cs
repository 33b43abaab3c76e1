using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>Which index serves a query, and which one would: columns of one value first, then the range, then the order.</summary>
internal static class QueryIndexes
{
    /// <summary>The index of the model that serves best; of equal ones the one with fewer columns.</summary>
    public static QueryService ServiceOf(QueryShape shape) => shape.Model.Indexes
        .Where(index => index is { Kind: not IndexKind.Fulltext, Method: IndexMethod.BTree, Predicate: null, Columns.Count: > 0 })
        .Select(index => new QueryService(index, Judge(index, shape)))
        .Where(service => service.Kind > QueryServiceKind.None)
        .OrderByDescending(service => service.Kind)
        .ThenBy(service => service.Index?.Columns.Count)
        .FirstOrDefault();

    /// <summary>The columns of the index that serves the query whole.</summary>
    public static IReadOnlyList<QueryOrder> Wanted(QueryShape shape)
    {
        var columns = new List<QueryOrder>();
        foreach (var field in shape.Equal.Distinct())
            columns.Add(new QueryOrder(field, false));
        if (shape.Range is { } range && columns.All(column => column.Field != range))
            columns.Add(new QueryOrder(range, shape.OrderBy.Any(order => order.Field == range && order.IsDescending) && IsMixed(shape)));
        foreach (var order in shape.OrderBy.Where(order => columns.All(column => column.Field != order.Field)))
            columns.Add(new QueryOrder(order.Field, order.IsDescending && IsMixed(shape)));
        return columns;
    }

    /// <summary>The index as the schema would declare it.</summary>
    public static string Declaration(IReadOnlyList<QueryOrder> columns) =>
        $"@@index([{string.Join(", ", columns.Select(column => column.Field.Name + (column.IsDescending ? "(sort: Desc)" : "")))}])";

    /// <summary>An index of no more than these columns that finds rows by the first of them, and does nothing else.</summary>
    public static bool IsBeginning(IndexSymbol index, IReadOnlyList<QueryOrder> columns) =>
        index is { Kind: IndexKind.Index, Method: IndexMethod.BTree, Predicate: null, Columns.Count: > 0 } && index.Columns.Count <= columns.Count
        && index.Columns.Select(column => new QueryOrder(column.Field, column.IsDescending)).Zip(columns, (left, right) => left.Field.Name == right.Field.Name && left.IsDescending == right.IsDescending).All(same => same);

    // Read backwards, an index gives the opposite order: only directions that differ must be declared.
    private static bool IsMixed(QueryShape shape) => shape.OrderBy.Any(order => order.IsDescending) && shape.OrderBy.Any(order => !order.IsDescending);

    private static QueryServiceKind Judge(IndexSymbol index, QueryShape shape)
    {
        var equal = shape.Equal.Distinct().ToArray();
        if (index.IsUnique && index.Fields.All(field => equal.Contains(field)))
            return QueryServiceKind.Full;
        var leading = index.Columns.TakeWhile(column => equal.Contains(column.Field)).Count();
        var rest = index.Columns.Skip(leading).ToArray();
        if (leading < equal.Length)
            return leading > 0 ? QueryServiceKind.Part : QueryServiceKind.None;
        if (shape.Range is { } range)
        {
            if (rest.Length == 0 || rest[0].Field != range)
                return leading > 0 ? QueryServiceKind.Values : OrderOf(rest, shape) is QueryServiceKind.None ? QueryServiceKind.None : QueryServiceKind.Part;
            if (shape.OrderBy.Count == 0)
                return QueryServiceKind.Full;
            if (shape.OrderBy[0].Field != range)
                return QueryServiceKind.Values;
        }
        if (shape.OrderBy.Count == 0)
            return leading > 0 ? QueryServiceKind.Full : QueryServiceKind.None;
        var order = OrderOf(rest, shape);
        return order != QueryServiceKind.None ? order : leading > 0 ? QueryServiceKind.Values : QueryServiceKind.None;
    }

    private static QueryServiceKind OrderOf(IndexColumn[] columns, QueryShape shape)
    {
        var orders = shape.OrderBy.Where(order => !shape.Equal.Contains(order.Field)).ToArray();
        var count = 0;
        while (count < orders.Length && count < columns.Length && columns[count].Field == orders[count].Field
            && (columns[count].IsDescending == orders[count].IsDescending) == (columns[0].IsDescending == orders[0].IsDescending))
        {
            count++;
        }
        return count == orders.Length ? QueryServiceKind.Full
            : count > 0 && count == orders.Length - 1 ? QueryServiceKind.AllButLast
            : QueryServiceKind.None;
    }
}
