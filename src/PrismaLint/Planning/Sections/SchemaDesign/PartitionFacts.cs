using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Whether a table asks for partitions, and what stands in the way.</summary>
internal static class PartitionFacts
{
    /// <summary>Below so many bytes of table and indexes, and so many rows, nothing is gained.</summary>
    public const double Bytes = 50.0 * 1024 * 1024 * 1024;

    public const double Rows = 100e6;

    /// <summary>It is partitioned already.</summary>
    public static bool IsPartitioned(PlanContext context, ModelSymbol model) => TableOf(context, model)?.Kind == DatabaseTableKind.PartitionedTable;

    /// <summary>It is over one of the thresholds by the end of the time that the plan looks ahead.</summary>
    public static bool IsAsked(PlanContext context, ModelSymbol model) => context.Sizes.Of(model) is { TotalBytes: not null } size
        && (size.HorizonBytes >= Bytes || (size.HorizonRows ?? size.Volume.Rows) >= Rows);

    /// <summary>One sentence.</summary>
    public static string Judge(PlanContext context, ModelSymbol model)
    {
        if (IsPartitioned(context, model) && TableOf(context, model) is { } table)
            return $"Partitioned by {PlanText.Code(table.PartitionKey ?? "")}, {PlanFigures.Count(table.Children.Count, "partition")}.";
        var size = context.Sizes.Of(model);
        if (size.TotalBytes is null)
        {
            return context.Growth.Of(model) is null
                ? "Partitioning: no sign of volume asks for it."
                : FormattableString.Invariant($"Partitioning: rows are unknown; from {PlanFigures.Bytes(Bytes)} or {PlanFigures.Count(Rows)} rows on it pays. {Obstacles(model)}");
        }
        return IsAsked(context, model)
            ? "Partitioning: volume asks for it. " + Obstacles(model)
            : FormattableString.Invariant($"Partitioning: not at {PlanFigures.Bytes(size.HorizonBytes ?? 0)}; it pays from {PlanFigures.Bytes(Bytes)} or {PlanFigures.Count(Rows)} rows on.");
    }

    /// <summary>The column to part by, and which unique constraints leave it out.</summary>
    public static string Obstacles(ModelSymbol model)
    {
        if (GrowthSigns.TimeColumnOf(model) is not { } time)
            return "No column says when a row came, so nothing parts it by time.";
        string[] without = [.. UniquesWithout(model, time).Select(index => index.DatabaseName)];
        var parts = new List<string>
        {
            $"{PlanText.Code(time.Name)} says when a row came{(time.IsOptional ? ", and may be null, which a partition key by range may not" : "")}",
        };
        if (without.Length > 0)
            parts.Add($"every unique key of a partitioned table has to contain it, and {PlanFigures.Names(without, 6)} {(without.Length == 1 ? "does" : "do")} not");
        string[] referring = [.. model.ReferencingKeys.Select(key => key.Model.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        if (referring.Length > 0 && without.Length > 0)
            parts.Add($"{PlanFigures.Names(referring, 4)} would have to refer to it by both columns");
        return string.Join("; ", parts) + ".";
    }

    public static IEnumerable<IndexSymbol> UniquesWithout(ModelSymbol model, FieldSymbol time) => model.Indexes.Where(index => index.IsUnique && !index.Fields.Contains(time));

    private static DatabaseTable? TableOf(PlanContext context, ModelSymbol model) => context.Live is { IsReplayed: false } live ? live.Map.TableOf(model) : null;
}
