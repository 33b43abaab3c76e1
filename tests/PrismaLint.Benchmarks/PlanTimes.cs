using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Benchmarks;

/// <summary>What a plan costs: the first one of a process, which is what a user waits for, and those after it, which show the work itself.</summary>
internal static class PlanTimes
{
    /// <summary>Milliseconds of the first plan, then the median of more, for each part: all of it, each section alone, each format.</summary>
    public static IEnumerable<(string Part, double First, double Warm)> Measure(string text)
    {
        var schema = SchemaSource.FromText("schema.prisma", text);
        PlanDocument? document = null;
        yield return Time("all sections", () => document = Planner.Create(new PlanRequest(schema)).Document);
        if (document is null)
            yield break;
        foreach (var number in Planner.SectionTitles.Keys.OrderBy(number => number))
            yield return Time(FormattableString.Invariant($"section {number} alone"), () => Planner.Create(new PlanRequest(schema) { Sections = [number] }));
        yield return Time("as Markdown", () => PlanMarkdown.Write(document));
        yield return Time("as HTML", () => PlanHtml.Write(document));
        yield return Time("as JSON", () => PlanJson.Write(document, "0"));
    }

    private static (string Part, double First, double Warm) Time(string part, Action step)
    {
        var first = Once(step);
        for (var i = 0; i < 20; i++)
            Once(step);
        double[] times = [.. Enumerable.Range(0, 11).Select(_ => Once(step)).Order()];
        return (part, first, times[times.Length / 2]);
    }

    private static double Once(Action step)
    {
        var start = Stopwatch.GetTimestamp();
        step();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
