using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>What indexes cost: those that do nothing of their own, entries for each write, updates that have to write to all of them.</summary>
internal static class IndexCostPart
{
    private const int ShownTables = 12;

    private const int ManyIndexes = 4;

    private static readonly string[] s_rules = ["PL3002", "PL3003", "PL3004", "PL3005", "PL3006", "PL3011", "PL8003", "PL8004", "PL8020", "PL8021", "PL8022", "PL8024"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("What indexes cost");
        if (!context.Models.Any(model => model.Indexes.Count > 0))
        {
            writer.Text("The schema declares no index.");
            return;
        }
        var surplus = FindingTexts.Of(context, 25, s_rules);
        if (surplus.Count == 0)
            writer.Text("No index is a duplicate or the beginning of another one" + Unread(context) + ".");
        else
            writer.Text("Indexes that do little or nothing of their own" + Unread(context) + ":").List(surplus);
        WriteAmplification(context, writer);
        WriteChanging(context, writer);
        WriteChart(context, writer);
    }

    private static string Unread(PlanContext context) =>
        context.IsPostgreSql && context.Live is null ? "; which ones nobody reads only a database in use can tell (PL8004)" : "";

    private static void WriteAmplification(PlanContext context, SectionWriter writer)
    {
        var counts = context.Models
            .Select(model => (Model: model, Now: IndexesNow(context, model), Planned: context.Indexes.Of(model).Count(index => !index.IsReplacement), PerMonth: context.Volumes.Of(model).PerMonth, Written: Written(context, model)))
            .Where(row => row.Now + row.Planned >= ManyIndexes)
            .OrderByDescending(row => (row.Now + row.Planned) * (row.PerMonth ?? 0))
            .ThenByDescending(row => row.Now + row.Planned)
            .ToArray();
        if (counts.Length == 0)
            return;
        writer.Text($"{Figures.Count(counts.Length, "model")} {(counts.Length == 1 ? "has" : "have")} {ManyIndexes} indexes or more once the planned ones are there, primary keys included. An insert writes an entry into each; so does an update that changes an indexed column.");
        writer.Table(
            [
                SectionWriter.Column("Model"), SectionWriter.Figure("Columns"), SectionWriter.Figure("Indexes now"), SectionWriter.Figure("Planned"), SectionWriter.Figure("Rows a month"), SectionWriter.Figure("Entries a month"),
                .. context.Live is null ? Array.Empty<TableColumn>() : [SectionWriter.Figure("Rows written since the counters began")],
            ],
            counts.Take(ShownTables).Select(row => (IReadOnlyList<string>)
            [
                PlanText.Code(row.Model.Name), Numbers.Text(row.Model.Columns.Count()), Numbers.Text(row.Now), Numbers.Text(row.Planned), row.PerMonth is { } rows ? Numbers.Text(rows) : "–",
                row.PerMonth is { } month ? Numbers.Text(month * (row.Now + row.Planned)) : "–", .. context.Live is null ? Array.Empty<string>() : [row.Written is { } written ? Numbers.Text(written) : "–"],
            ]));
        if (counts.Length > ShownTables)
            writer.Text($"and {Numbers.Text(counts.Length - ShownTables)} more models with {ManyIndexes} indexes or more.");
    }

    // Those that the schema does not know cost as much.
    private static int IndexesNow(PlanContext context, ModelSymbol model) =>
        context.Live is { IsReplayed: false } live && live.Map.TableOf(model) is { IsView: false } table ? table.Indexes.Count : model.Indexes.Count;

    private static double? Written(PlanContext context, ModelSymbol model) => context.Live?.Map.TableOf(model)?.Statistics?.Writes;

    // Without a room to stay in place, each change of such a column costs an entry in every index (a heap-only update is impossible).
    private static void WriteChanging(PlanContext context, SectionWriter writer)
    {
        if (!context.IsPostgreSql)
            return;
        var rows = new List<string>();
        foreach (var model in context.Models)
        {
            var shape = context.Shapes.Of(model);
            foreach (var column in StorageTunings.IndexedColumns(shape))
            {
                var indexes = StorageTunings.IndexesOver(column).ToArray();
                var planned = context.Indexes.Of(model).Count(index => !index.IsReplacement);
                var all = IndexesNow(context, model) + planned;
                if (all < 2)
                    continue;
                rows.Add($"{PlanText.Code(column.DisplayName)} {How(shape, column)} and is part of {PlanText.CodeList(indexes.Select(index => index.Quote))}: each change of it writes an entry into all {Numbers.Text(all)} indexes of {PlanText.Code(model.Name)}{(planned > 0 ? $", {Numbers.Text(planned)} of them planned" : "")}{Live(context, model)}");
            }
        }
        if (rows.Count == 0)
            return;
        writer.Heading("Columns that change and are indexed");
        writer.Text("An update that changes no indexed column can stay on its page and leave the indexes alone (a heap-only tuple). Changes of these columns cannot:");
        if (rows.Count <= ShownTables)
            writer.List(rows);
        else
            writer.List(rows.Take(ShownTables)).Details($"{Numbers.Text(rows.Count - ShownTables)} more", inner => inner.List(rows.Skip(ShownTables)));
    }

    private static string How(TableShape shape, FieldSymbol column) =>
        column == shape.Columns.Changed ? "changes with every update" : shape.Columns.Counters.Contains(column) ? "counts" : shape.Columns.Touched.Contains(column) ? "moves on" : "tells a status";

    private static string Live(PlanContext context, ModelSymbol model) => context.Live?.Map.TableOf(model)?.Statistics is { Updated: > 0 } statistics
        ? $"; of {Figures.Count(statistics.Updated, "update")} counted, {Figures.Percent((double)statistics.HotUpdated / statistics.Updated)} stayed on their page"
        : "";

    private static void WriteChart(PlanContext context, SectionWriter writer)
    {
        var bars = new List<(double Share, ChartBar Bar)>();
        foreach (var model in context.Models)
        {
            if (!context.IsPostgreSql || context.Storage.Of(model) is not { } storage)
                continue;
            var now = storage.Indexes.Sum(index => index.EntryBytes);
            var planned = context.Indexes.Of(model).Where(index => !index.IsReplacement).Sum(index => index.EntryBytes);
            bars.Add((now + planned, new ChartBar(model.Name, [storage.RowBytes, now, planned], $"{Numbers.Text(storage.RowBytes)} + {Numbers.Text(now)} + {Numbers.Text(planned)} bytes")));
        }
        if (bars.Count > 0)
            writer.Add(new ChartBlock("Bytes for each row: the row, its entries in the indexes of today, those in planned ones (the twelve models with most bytes in indexes)", ["row", "indexes", "planned"],
                [.. bars.OrderByDescending(bar => bar.Share).Take(ShownTables).Select(bar => bar.Bar).OrderByDescending(bar => bar.Values.Sum())]));
    }
}
