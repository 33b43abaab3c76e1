using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Testing;

/// <summary>Load scenarios and the figures that they are measured by.</summary>
internal static class LoadPart
{
    private const int Hubs = 3;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Load testing scenarios");
        var hot = HotQueryFact.Find(context).Where(query => query.Shape is not null).ToArray();
        var rows = new List<IReadOnlyList<string>>();
        foreach (var query in hot)
            rows.Add([PlanText.Code(query.Query.Name), $"reads {PlanText.Code(query.Query.Model)}", Rate(query.Query.PerSecond, "hot_queries"), "section 4"]);
        var lists = context.Models.Select(model => new ModelReads(context, model)).Where(reads => reads.Lists.Count > 1).OrderByDescending(reads => reads.Lists.Count).Take(Hubs).ToArray();
        foreach (var reads in lists)
            rows.Add([$"one row of {PlanText.Code(reads.Model.Name)}", $"with pages of {PlanText.CodeList(reads.Lists.Take(3).Select(list => list.Field.Name))}", Rate(null, "hot_queries"), FormattableString.Invariant($"{reads.Lists.Count} lists lead from it")]);
        foreach (var table in StatisticsTable.Find(context).Take(2))
            rows.Add([$"writes to {PlanText.Code(table.Model.Name)}", $"`createMany` for one {PlanText.Code(table.Group.Target.Name)}", Writes(context, table.Model), FormattableString.Invariant($"{table.Counters.Count(counter => !Models.TypesPart.IsComputed(counter))} counters in each row")]);
        if (rows.Count == 0)
        {
            writer.Text($"No query was told, and no model{(context.Models.Count > 1 ? $" of {context.Models.Count}" : "")} has several lists: there is no path that load would meet first.");
            return;
        }
        writer.Table([SectionWriter.Column("Scenario"), SectionWriter.Column("What it does"), SectionWriter.Column("Per second"), SectionWriter.Column("Why")], rows);
        writer.Text(Mix(context));
        Benchmarks(context, writer);
    }

    private static string Rate(double? perSecond, string key) => perSecond is { } rate ? FormattableString.Invariant($"{rate:0.###}") : $"not told (`{key}`)";

    // A month has 730 hours; the peak is more.
    private static string Writes(PlanContext context, ModelSymbol model) => context.Volumes.Of(model).PerMonth is { } rows
        ? $"{PlanFigures.Count(Math.Round(rows / 730))} rows an hour on the average, from {PlanFigures.Count(rows)} a month"
        : $"not told (`models.{model.Name}`)";

    private static string Mix(PlanContext context)
    {
        var reads = context.Inputs.ReadsPerWrite is { } ratio ? FormattableString.Invariant($"{ratio:0.##} reads for each write ({context.Inputs.PlaceOf("traffic.reads_per_write")})") : "the share of writes is not told (`traffic.reads_per_write`)";
        var peak = context.Inputs.PeakQueriesPerSecond is { } queries ? FormattableString.Invariant($"the peak is {PlanFigures.Count(queries)} queries a second ({context.Inputs.PlaceOf("traffic.peak_queries_per_second")}{Share(context, queries)}); the test goes to twice that") : "the peak is not told (`traffic.peak_queries_per_second`)";
        return $"The mix: {reads}; {peak}. The rows are those of the seed below.";
    }

    private static string Share(PlanContext context, double peak) => context.Inputs.HotQueries.Sum(query => query.PerSecond ?? 0) is > 0 and var told
        ? FormattableString.Invariant($", {PlanFigures.Count(told)} of them the queries above")
        : "";

    private static void Benchmarks(PlanContext context, SectionWriter writer)
    {
        writer.Part("Performance benchmarks");
        if (context.Inputs.LatencyP95 is null && context.Inputs.LatencyP99 is null)
        {
            writer.Text("No target is told (`latency.p95_ms`, `latency.p99_ms`), so that a run can be compared with the last one alone: 20 % more time for one of the scenarios above is worth a look.");
            return;
        }
        var targets = new[] { ("95", context.Inputs.LatencyP95, "latency.p95_ms"), ("99", context.Inputs.LatencyP99, "latency.p99_ms") }
            .Where(target => target.Item2 is not null)
            .Select(target => FormattableString.Invariant($"{target.Item1} of 100 requests within {target.Item2:0.###} ms ({context.Inputs.PlaceOf(target.Item3)})"));
        writer.Text($"A scenario passes with {string.Join(" and ", targets)}, measured at the client. Of that time the database has what the network and the code leave: each scenario also notes the time of its statements in `pg_stat_statements`.");
    }
}
