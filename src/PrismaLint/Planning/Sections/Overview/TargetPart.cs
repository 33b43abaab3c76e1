using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Overview;

/// <summary>How fast answers have to come.</summary>
internal static class TargetPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Performance requirements");
        writer.List(Lines(context));
    }

    private static IEnumerable<string> Lines(PlanContext context)
    {
        var inputs = context.Inputs;
        if (inputs.LatencyP95 is not null || inputs.LatencyP99 is not null)
        {
            var parts = new List<string>();
            if (inputs.LatencyP95 is { } p95)
                parts.Add(FormattableString.Invariant($"95 of 100 requests within {p95:0.##} ms ({inputs.PlaceOf("latency.p95_ms")})"));
            if (inputs.LatencyP99 is { } p99)
                parts.Add(FormattableString.Invariant($"99 of 100 within {p99:0.##} ms ({inputs.PlaceOf("latency.p99_ms")})"));
            yield return "Told: " + PlanFigures.Join(parts) + ".";
        }
        else
        {
            yield return "Latency that 95 and 99 of 100 requests may take: ____ (" + PlanText.Code("latency.p95_ms") + ", " + PlanText.Code("latency.p99_ms") + "). " + WhatLatencyDecides(context);
        }
        if (inputs.PeakQueriesPerSecond is { } peak)
            yield return FormattableString.Invariant($"Told: {PlanFigures.Count(peak)} queries a second at the peak ({inputs.PlaceOf("traffic.peak_queries_per_second")})") + (inputs.ReadsPerWrite is { } ratio ? FormattableString.Invariant($", {ratio:0.##} reads for each write ({inputs.PlaceOf("traffic.reads_per_write")}): {peak / (1 + ratio):0.#} writes a second.") : ".");
        else
            yield return "Queries a second at the peak: ____ (" + PlanText.Code("traffic.peak_queries_per_second") + "). Section 5 computes the pool from it.";
        if (inputs.ReadsPerWrite is null && MostIndexed(context) is { } model)
            yield return FormattableString.Invariant($"Reads for each write: ____ ({PlanText.Code("traffic.reads_per_write")}). It decides whether the {model.Indexes.Count} indexes of {PlanText.Code(model.Name)} pay: each insert there writes all of them.");
    }

    private static string WhatLatencyDecides(PlanContext context)
    {
        var deepest = context.Models.Select(model => (Model: model, Chain: context.Growth.ChainOf(model))).OrderByDescending(pair => pair.Chain.Count).ThenBy(pair => pair.Model.Name, StringComparer.Ordinal).FirstOrDefault();
        return deepest.Chain is { Count: > 1 } chain
            ? FormattableString.Invariant($"It decides whether a read from {PlanText.Code(deepest.Model.Name)} up to {PlanText.Code(chain[chain.Count - 1].Target.Name)} may take its {chain.Count} steps one after the other, which no other way over required one-to-many keys exceeds here.")
            : "Without it no query is too slow or fast enough.";
    }

    private static ModelSymbol? MostIndexed(PlanContext context) =>
        context.Models.Where(model => model.Indexes.Count > 2).OrderByDescending(model => model.Indexes.Count).ThenBy(model => model.Name, StringComparer.Ordinal).FirstOrDefault();
}
