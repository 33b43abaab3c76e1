using System;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;

namespace PrismaLint.Planning.Sections.QueryPatterns;

/// <summary>Sums over statistics, as queries and as materialised views.</summary>
internal static class AggregatesPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Aggregates and materialised views");
        var tables = StatisticsTable.Find(context);
        if (tables.Count == 0)
        {
            writer.Text($"{PlanFigures.NoneOf(context.Models.Count, "model")} is a table of counters that are added up: `groupBy` and `aggregate` of the client serve what there is to count.");
            return;
        }
        writer.Text($"{PlanText.CodeList(tables.Take(12).Select(table => table.Model.Name))} {(tables.Count == 1 ? "is a table" : "are tables")} of counters: totals add up the rows of one {PlanText.Code(tables[0].Group.Target.Name)}{(tables.Count > 1 ? " and the like" : "")} at each read.");
        if (!context.IsPostgreSql)
            return;
        foreach (var table in tables.Take(AggregateView.Shown))
        {
            var view = AggregateView.Of(context, table);
            writer.Heading($"Totals of {PlanText.Code(table.Model.Name)} for each {PlanText.Code(table.Group.Target.Name)}");
            writer.Text(Reads(context, table));
            writer.Sql(SqlRole.Query, view.Query(context, isOne: true), "For one, at the moment of asking:");
        }
        writer.Text($"A materialised view keeps such totals and is as old as its last `REFRESH`. It pays where totals of many rows are read far more often than counters are written; section 7 has the steps for {PlanText.CodeList(tables.Take(AggregateView.Shown).Select(table => AggregateView.Of(context, table).Name))}, under that condition. Prisma migrates no materialised view: its SQL goes into a migration by hand, and a {PlanText.Code("view")} block of the schema makes it readable by the client.");
    }

    private static string Reads(PlanContext context, StatisticsTable table)
    {
        var counters = FormattableString.Invariant($"{table.Counters.Count} counters");
        var index = ModelReads.IsIndexed(context, table.Group) ? $"an index finds the rows of one {PlanText.Code(table.Group.Fields[0].Name)}" : $"no index finds the rows of one {PlanText.Code(table.Group.Fields[0].Name)}, so that each total scans the table";
        var live = context.Live is { IsReplayed: false } evidence ? evidence.Map.TableOf(table.Model)?.Statistics : null;
        var ratio = live is { Writes: > 0 } ? FormattableString.Invariant($" The database counts {live.SequentialScans + live.IndexScans:N0} scans and {live.Writes:N0} writes of rows.") : " How often totals are read, nobody told.";
        return $"{counters}; {index}.{ratio}";
    }
}
