using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Database;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>The latest row of each parent.</summary>
internal static class LatestPart
{
    private const int Shown = 3;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Latest row of each parent");
        var pairs = LatestPair.Find(context);
        if (pairs.Count == 0)
        {
            writer.Text($"{PlanFigures.NoneOf(context.Models.Count, "model")} looks like the history of a parent: a telling name, a required moment or number that orders its rows, and a foreign key of one column.");
            return;
        }
        writer.Text(FormattableString.Invariant($"{Figures.Count(pairs.Count, "foreign key")} {Figures.Verb(pairs.Count, "leads", "lead")} from rows that follow one another to their parent. `include` with `take: 1` asks for the latest of one parent; {(context.IsPostgreSql ? "for a list of parents a window or `DISTINCT ON` reads one row each in one statement" : context.Schema.Connector.IsSql ? "for a list of parents a window function in raw SQL reads one row each in one statement" : "for a list of parents an aggregation by way of `aggregateRaw` does")}."));
        foreach (var (pair, i) in pairs.GroupBy(pair => pair.Model).Select(group => group.First()).Take(Shown).Select((pair, i) => (pair, i)))
            Write(context, writer, pair, i);
        writer.Details(FormattableString.Invariant($"All {pairs.Count}"), details => details.Table(
            [SectionWriter.Column("Rows"), SectionWriter.Column("Of each"), SectionWriter.Column("Latest by"), SectionWriter.Column("Index")],
            pairs.Select(pair => new[]
            {
                PlanText.Code(pair.Model.Name),
                $"{PlanText.Code(pair.Key.Target.Name)} ({PlanText.Code(pair.Key.Fields[0].Name)})",
                PlanText.Code(pair.Order.Name),
                QueryIndexes.ServiceOf(pair.Shape) is { IsServed: true, Index: { } index } ? PlanText.Code(ClientText.Quote(index)) : $"none; {PlanText.Code(QueryIndexes.Declaration(QueryIndexes.Wanted(pair.Shape)))} would",
            })));
    }

    private static void Write(PlanContext context, SectionWriter writer, LatestPair pair, int number)
    {
        writer.Heading($"{PlanText.Code(pair.Model.Name)} of each {PlanText.Code(pair.Key.Target.Name)}, by {PlanText.Code(pair.Order.Name)}");
        var service = QueryIndexes.ServiceOf(pair.Shape);
        writer.Text(service is { IsServed: true, Index: { } index }
            ? $"{PlanText.Code(ClientText.Quote(index))} finds the latest row of a parent at once."
            : $"No index finds the latest row of a parent at once: {PlanText.Code(QueryIndexes.Declaration(QueryIndexes.Wanted(pair.Shape)))} does.");
        if (context.IsPostgreSql)
            writer.Sql(SqlRole.Query, number switch { 0 => DistinctOn(context, pair), 1 => Lateral(context, pair), _ => Window(context, pair) }, number switch
            {
                0 => "The latest row of each parent in a list:",
                1 => "The latest three of each, one look into the index for each parent:",
                _ => "The latest three of each, by a window: better where the parents are most of the table.",
            });
        else
            writer.Code("ts", $"await {ClientText.Delegate(pair.Model)}.findMany({{ distinct: ['{pair.Key.Fields[0].Name}'], orderBy: {{ {pair.Order.Name}: 'desc' }} }})  // the client drops the other rows in memory");
    }

    private static string DistinctOn(PlanContext context, LatestPair pair)
    {
        var parent = TableSql.Column(pair.Key.Fields[0]);
        return $"SELECT DISTINCT ON ({parent}) *\nFROM {context.Sql.Table(pair.Model)}\nWHERE {parent} = ANY ({context.Sql.Parameters(1, pair.Key.Fields[0])})\nORDER BY {parent}, {Order(null, pair)};";
    }

    private static string Lateral(PlanContext context, LatestPair pair) =>
        $"SELECT l.*\nFROM unnest({context.Sql.Parameters(1, pair.Key.Fields[0])}) AS p(id)\nCROSS JOIN LATERAL (\n  SELECT c.* FROM {context.Sql.Table(pair.Model)} AS c\n  WHERE {TableSql.Column("c", pair.Key.Fields[0])} = p.id\n  ORDER BY {Order("c", pair)}\n  LIMIT 3\n) AS l;";

    private static string Window(PlanContext context, LatestPair pair) =>
        $"SELECT * FROM (\n  SELECT c.*, row_number() OVER (PARTITION BY {TableSql.Column("c", pair.Key.Fields[0])} ORDER BY {Order("c", pair)}) AS place\n  FROM {context.Sql.Table(pair.Model)} AS c\n) AS ranked\nWHERE place <= 3;";

    private static string Order(string? alias, LatestPair pair) =>
        string.Join(", ", pair.Shape.OrderBy.Select(order => (alias is null ? TableSql.Column(order.Field) : TableSql.Column(alias, order.Field)) + " DESC"));
}
