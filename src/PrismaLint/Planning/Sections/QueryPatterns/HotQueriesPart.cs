using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>The queries that were told to count.</summary>
internal static class HotQueriesPart
{
    private const int Page = 50;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Critical queries");
        var queries = HotQueryFact.Find(context);
        if (queries.Count == 0)
        {
            writer.Text("No query was told to be critical. `hot_queries` of the inputs takes model, fields compared, order and rate; each is then given an index, or a proposal of one. What follows is what the relations of the schema allow.");
            return;
        }
        foreach (var query in queries)
        {
            writer.Heading(query.Query.Name);
            if (query.Shape is { } shape)
                Write(context, writer, query, shape);
            else
                writer.Text($"The schema has no {PlanText.Code(query.Unknown ?? query.Query.Model)}, so that nothing can be said of it (line {query.Query.Line} of the inputs).");
        }
    }

    private static void Write(PlanContext context, SectionWriter writer, HotQueryFact query, QueryShape shape)
    {
        var rate = query.Query.PerSecond is { } perSecond ? $", {PlanFigures.Rate(perSecond)} at the peak" : "";
        writer.Text($"Reads {PlanText.Code(shape.Model.Name)}{Where(shape)}{rate}. {Verdict(context, query, shape)}");
        writer.Code("ts", Client(shape));
        if (context.IsPostgreSql)
            writer.Sql(SqlRole.Query, Sql(context, shape));
    }

    private static string Where(QueryShape shape)
    {
        var parts = new List<string>();
        if (shape.Equal.Count > 0)
            parts.Add("one value of " + PlanText.CodeList(shape.Equal.Select(field => field.Name)));
        if (shape.Range is { } range)
            parts.Add("a range of " + PlanText.Code(range.Name));
        return parts.Count == 0 ? "" : " by " + string.Join(" and ", parts);
    }

    public static string Verdict(PlanContext context, HotQueryFact query, QueryShape shape)
    {
        var index = query.Service.Index is { } found ? PlanText.Code(ClientText.Quote(found)) : "";
        var wanted = PlanText.Code(QueryIndexes.Declaration(QueryIndexes.Wanted(shape)));
        var rows = context.Volumes.Of(shape.Model).Rows is { } count ? FormattableString.Invariant($"{count:N0}") : "all";
        return query.Service.Kind switch
        {
            QueryServiceKind.Full => $"{index} serves it whole.",
            QueryServiceKind.AllButLast => $"{index} serves it; rows that agree in all columns of the index are sorted by {PlanText.Code(shape.OrderBy[shape.OrderBy.Count - 1].Field.Name)} as they come.",
            QueryServiceKind.Values => $"{index} finds the rows, and {(shape.Range is null ? "then they are sorted" : "the range or the order is worked out from what it finds")}. {wanted} serves it whole.",
            QueryServiceKind.Part => $"{index} serves a part of it: rows that it finds are thrown away one by one. {wanted} serves it whole.",
            _ => shape.Equal.Count == 0 && shape.Range is null && shape.OrderBy.Count == 0 ? $"It reads {rows} rows, and no index changes that: it needs a condition or `take`." : $"No index serves it: it reads {rows} rows of the table. {wanted} does.",
        };
    }

    public static string Client(QueryShape shape)
    {
        var where = shape.Equal.Select(field => field.Name).Concat(shape.Range is { } range ? [$"{range.Name}: {{ gte: from, lt: to }}"] : []).ToArray();
        var lines = new List<string>();
        if (where.Length > 0)
            lines.Add($"  where: {{ {string.Join(", ", where)} }},");
        if (shape.OrderBy.Count > 0)
            lines.Add($"  orderBy: {Orders(shape.OrderBy)},");
        lines.Add(FormattableString.Invariant($"  take: {Page},"));
        return $"await {ClientText.Delegate(shape.Model)}.findMany({{\n{string.Join("\n", lines)}\n}})";
    }

    public static string Orders(IReadOnlyList<QueryOrder> orders)
    {
        var parts = orders.Select(order => $"{{ {order.Field.Name}: '{(order.IsDescending ? "desc" : "asc")}' }}").ToArray();
        return parts.Length == 1 ? parts[0] : "[" + string.Join(", ", parts) + "]";
    }

    private static string Sql(PlanContext context, QueryShape shape)
    {
        var number = 0;
        var conditions = shape.Equal.Select(field => $"{TableSql.Column(field)} = {context.Sql.Parameter(++number, field)}").ToList();
        if (shape.Range is { } range)
        {
            conditions.Add($"{TableSql.Column(range)} >= {context.Sql.Parameter(++number, range)}");
            conditions.Add($"{TableSql.Column(range)} < {context.Sql.Parameter(++number, range)}");
        }
        var order = shape.OrderBy.Count == 0 ? "" : "\nORDER BY " + string.Join(", ", shape.OrderBy.Select(part => TableSql.Column(part.Field) + (part.IsDescending ? " DESC" : "")));
        return FormattableString.Invariant($"SELECT * FROM {context.Sql.Table(shape.Model)}{(conditions.Count == 0 ? "" : "\nWHERE " + string.Join(" AND ", conditions))}{order}\nLIMIT {Page};");
    }
}
