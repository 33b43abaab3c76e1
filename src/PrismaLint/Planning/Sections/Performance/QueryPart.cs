using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Which statements to look at, with which plan in mind.</summary>
internal static class QueryPart
{
    private const int Shown = 10;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Query optimisation");
        WriteHot(context, writer);
        WriteLive(context, writer);
        writer.List(FindingTexts.Of(context, 12, "PL8025", "PL8058", "PL8055", "PL8056", "PL8057", "PL8059", "PL8060", "PL8010"));
        LockPart.Write(context, writer);
    }

    private static void WriteHot(PlanContext context, SectionWriter writer)
    {
        var queries = HotQueryFact.Find(context);
        if (queries.Count == 0)
        {
            writer.Text("Which queries count is not told (`hot_queries`)" + (!context.IsPostgreSql ? "." : context.Live?.Snapshot.Statements.Count > 0 ? "; what the database counts comes next."
                : ", and no statement counters were seen: the first query of the monitoring part names them on the server, to be put behind `EXPLAIN (ANALYZE, BUFFERS)`."));
            return;
        }
        writer.Table(
            [SectionWriter.Column("Query"), SectionWriter.Column("Finds rows by"), SectionWriter.Column("Index today"), SectionWriter.Column(context.IsPostgreSql ? "What its plan shows" : "What it wants"), SectionWriter.Figure("A second")],
            queries.Select(query => HotRow(query)));
        if (!context.IsPostgreSql)
            return;
        writer.Details("The queries, to be run behind `EXPLAIN (ANALYZE, BUFFERS)` with values of the largest tenant or parent", inner =>
        {
            foreach (var query in queries)
            {
                if (query.Shape is { } shape)
                    inner.Sql(SqlRole.Query, Sql(context, shape), PlanText.Words(query.Query.Name) + ":");
            }
        });
    }

    private static IReadOnlyList<string> HotRow(HotQueryFact fact)
    {
        var query = fact.Query;
        var name = $"{PlanText.Words(query.Name)} on {PlanText.Code(query.Model)}";
        var rate = query.PerSecond is { } perSecond ? Figures.Real(perSecond) : "–";
        if (fact.Shape is not { } shape)
            return [name, $"{PlanText.Code(fact.Unknown ?? query.Model)} is not in the schema", "–", "–", rate];
        var by = string.Join(", ", shape.Equal.Select(field => PlanText.Code(field.Name)).Concat(shape.Range is { } range ? [$"a range of {PlanText.Code(range.Name)}"] : []));
        var order = shape.OrderBy.Count > 0 ? $"ordered by {PlanText.CodeList(shape.OrderBy.Select(part => part.Field.Name + (part.IsDescending ? " desc" : "")))}" : "";
        var wanted = PlanText.Code(QueryIndexes.Declaration(QueryIndexes.Wanted(shape)));
        var plan = fact.Service.Kind switch
        {
            QueryServiceKind.Full => "an index scan, and no Sort",
            QueryServiceKind.AllButLast => "an index scan, and at most a Sort of rows that agree in all but the last field",
            QueryServiceKind.Values => $"an index scan; the Sort or the filter behind it goes with {wanted}",
            QueryServiceKind.Part => $"rows removed by a filter, until {wanted} is there",
            _ => $"a Seq Scan, until {wanted} is there",
        };
        return [name, string.Join(", ", new[] { by, order }.Where(part => part.Length > 0)), fact.Service.Index is { } index ? PlanText.Code(index.Quote) : "none", plan, rate];
    }

    private static string Sql(PlanContext context, QueryShape shape)
    {
        var conditions = shape.Equal.Select((field, i) => $"{TableSql.Column(field)} = {context.Sql.Parameter(i + 1, field)}")
            .Concat(shape.Range is { } range ? [$"{TableSql.Column(range)} >= {context.Sql.Parameter(shape.Equal.Count + 1, range)}"] : [])
            .ToArray();
        return $"SELECT * FROM {context.Sql.Table(shape.Model)}"
            + (conditions.Length > 0 ? " WHERE " + string.Join(" AND ", conditions) : "")
            + (shape.OrderBy.Count > 0 ? " ORDER BY " + string.Join(", ", shape.OrderBy.Select(part => TableSql.Column(part.Field) + (part.IsDescending ? " DESC" : ""))) : "")
            + " LIMIT 50;";
    }

    private static void WriteLive(PlanContext context, SectionWriter writer)
    {
        if (context.Live is not { Snapshot.Statements.Count: > 0 } live)
            return;
        var shapes = live.Workload.Statements.SelectMany(group => group.QueryIds.Select(id => (Id: id, group.Shape))).ToLookup(pair => pair.Id, pair => pair.Shape, StringComparer.Ordinal);
        var all = live.Snapshot.Statements.Where(statement => statement.IsTopLevel && shapes.Contains(statement.QueryId)).ToArray();
        if (all.Length == 0)
            return;
        var time = all.Sum(statement => statement.TotalTime);
        writer.Text($"The statements about tables that take most time{(live.Snapshot.StatementHours is { } hours ? $" in {Figures.Duration(hours * 3600)}" : "")}; {PlanText.Code("SELECT query FROM pg_stat_statements WHERE queryid = …")} has their texts. The server keeps mean, deviation and maximum, and no percentiles.");
        writer.Table(
            [SectionWriter.Column("Statement"), SectionWriter.Column("Its id"), SectionWriter.Figure("Share of time"), SectionWriter.Figure("Calls"), SectionWriter.Figure("Mean"), SectionWriter.Figure("Deviation"), SectionWriter.Figure("Maximum"), SectionWriter.Figure("Rows a call"), SectionWriter.Figure("Pages from outside")],
            all.OrderByDescending(statement => statement.TotalTime).ThenBy(statement => statement.QueryId, StringComparer.Ordinal).Take(Shown).Select(statement => (IReadOnlyList<string>)
            [
                PlanText.Code(StatementWords.Of(live, shapes[statement.QueryId].First())), PlanText.Code(statement.QueryId), Figures.Percent(time <= 0 ? 0 : statement.TotalTime / time), Numbers.Text(statement.Calls), Figures.Milliseconds(statement.MeanTime), Figures.Milliseconds(statement.DeviationTime),
                Figures.Milliseconds(statement.MaximumTime), Figures.Real(statement.Calls == 0 ? 0 : (double)statement.Rows / statement.Calls), Figures.Percent(statement.BlocksHit + statement.BlocksRead == 0 ? 0 : (double)statement.BlocksRead / (statement.BlocksHit + statement.BlocksRead)),
            ]));
    }
}
