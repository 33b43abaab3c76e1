using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
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
        var queries = context.Inputs.HotQueries.Select(query => (Query: query, Model: context.Schema.FindModel(query.Model))).Where(pair => pair.Model is not null).ToArray();
        if (queries.Length == 0)
        {
            writer.Text("Which queries count is not told (`hot_queries`)" + (context.Live?.Snapshot.Statements.Count > 0 ? "; what the database counts comes next." : ", and no statement counters were seen: the first query of the monitoring part names them on the server, to be put behind `EXPLAIN (ANALYZE, BUFFERS)`."));
            return;
        }
        writer.Table(
            [SectionWriter.Column("Query"), SectionWriter.Column("Finds rows by"), SectionWriter.Column("Index today"), SectionWriter.Column("What the plan has to show"), SectionWriter.Figure("A second")],
            queries.Select(pair => HotRow(context, pair.Query, pair.Model)));
        if (!context.IsPostgreSql)
            return;
        writer.Details("The queries, to be run behind `EXPLAIN (ANALYZE, BUFFERS)` with values of the largest tenant or parent", inner =>
        {
            foreach (var (query, model) in queries)
            {
                if (Sql(context, query, model) is { } sql)
                    inner.Sql(SqlRole.Query, sql, PlanText.Words(query.Name) + ":");
            }
        });
    }

    private static IReadOnlyList<string> HotRow(PlanContext context, HotQuery query, ModelSymbol? model)
    {
        var index = model is null ? null : HotIndex.Find(query, model);
        var by = string.Join(", ", query.Equal.Select(PlanText.Code).Concat(query.Range is { } range ? [$"a range of {PlanText.Code(range)}"] : []));
        var order = query.OrderBy.Count > 0 ? $", ordered by {PlanText.CodeList(query.OrderBy)}" : "";
        var wanted = HotIndex.Wanted(query);
        return
        [
            PlanText.Words(query.Name) + " on " + PlanText.Code(query.Model), by + order,
            index is null ? "none begins with these fields" : PlanText.Code(index.Quote),
            index is null ? $"an index scan instead of a Seq Scan, once {PlanText.Code(wanted)} is there" : HotIndex.GivesOrder(query, index) ? "an index scan, and no Sort" : $"an index scan; a Sort goes with {PlanText.Code(wanted)}",
            query.PerSecond is { } rate ? Figures.Real(rate) : "–",
        ];
    }

    private static string? Sql(PlanContext context, HotQuery query, ModelSymbol? model)
    {
        if (model is null || context.Database.TableOf(model) is not { } table)
            return null;
        var conditions = new List<string>();
        foreach (var field in query.Equal)
        {
            if (Column(table, field) is not { } column)
                return null;
            conditions.Add($"{column.Sql} = ${conditions.Count + 1}::{column.Type.Sql}");
        }
        if (query.Range is { } range)
        {
            if (Column(table, range) is not { } column)
                return null;
            conditions.Add($"{column.Sql} >= ${conditions.Count + 1}::{column.Type.Sql}");
        }
        var order = query.OrderBy.Select(field => (Column: Column(table, field.TrimStart('-')), IsDown: field.StartsWith("-", StringComparison.Ordinal))).ToArray();
        if (order.Any(part => part.Column is null))
            return null;
        return $"SELECT * FROM {table.Sql}"
            + (conditions.Count > 0 ? " WHERE " + string.Join(" AND ", conditions) : "")
            + (order.Length > 0 ? " ORDER BY " + string.Join(", ", order.Select(part => part.Column?.Sql + (part.IsDown ? " DESC" : ""))) : "")
            + " LIMIT 50;";
    }

    private static ExpectedColumn? Column(ExpectedTable table, string field) => table.Columns.Find(column => column.Field.Name == field);

    private static void WriteLive(PlanContext context, SectionWriter writer)
    {
        if (context.Live is not { Snapshot.Statements.Count: > 0 } live)
            return;
        var all = live.Snapshot.Statements.Where(statement => statement.IsTopLevel).ToArray();
        var time = all.Sum(statement => statement.TotalTime);
        writer.Text($"The statements that take most time{(live.Snapshot.StatementHours is { } hours ? $" in {Figures.Duration(hours * 3600)}" : "")}; their texts stand in section 4. The server keeps mean, deviation and maximum, and no percentiles.");
        writer.Table(
            [SectionWriter.Column("Statement id"), SectionWriter.Figure("Share of time"), SectionWriter.Figure("Calls"), SectionWriter.Figure("Mean"), SectionWriter.Figure("Deviation"), SectionWriter.Figure("Maximum"), SectionWriter.Figure("Rows a call"), SectionWriter.Figure("Pages from outside")],
            all.OrderByDescending(statement => statement.TotalTime).ThenBy(statement => statement.QueryId, StringComparer.Ordinal).Take(Shown).Select(statement => (IReadOnlyList<string>)
            [
                PlanText.Code(statement.QueryId), Figures.Percent(time <= 0 ? 0 : statement.TotalTime / time), Numbers.Text(statement.Calls), Figures.Milliseconds(statement.MeanTime), Figures.Milliseconds(statement.DeviationTime),
                Figures.Milliseconds(statement.MaximumTime), Figures.Real(statement.Calls == 0 ? 0 : (double)statement.Rows / statement.Calls), Figures.Percent(statement.BlocksHit + statement.BlocksRead == 0 ? 0 : (double)statement.BlocksRead / (statement.BlocksHit + statement.BlocksRead)),
            ]));
    }
}
