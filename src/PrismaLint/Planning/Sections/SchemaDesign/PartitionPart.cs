using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Which tables are large enough for partitions, and what stands in the way.</summary>
internal static class PartitionPart
{
    private static string[] Row(ModelSymbol model, FieldSymbol? time)
    {
        string[] without = [.. time is null ? [] : PartitionFacts.UniquesWithout(model, time).Select(index => string.Join(", ", index.Columns.Select(column => column.Path)))];
        string[] referring = [.. model.ReferencingKeys.Select(key => key.Model.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        return
        [
            PlanText.Code(model.Name), time is null ? "—" : PlanText.Code(time.Name) + (time.IsOptional ? ", may be null" : ""),
            without.Length == 0 ? "—" : PlanFigures.Names(without, 6), referring.Length == 0 ? "—" : PlanFigures.Names(referring, 6),
        ];
    }

    private static string Retention(PlanContext context) => context.Inputs.RetentionMonths is { } months
        ? FormattableString.Invariant($" Partitions by month end with the {months:0.##} months that personal data may be kept ({context.Inputs.PlaceOf("retention_months")}): `DROP TABLE` of the oldest takes its rows at once, where a `DELETE` leaves dead ones.")
        : "";

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Partitioning");
        if (!context.IsPostgreSql)
        {
            writer.Text($"Not planned for {context.Schema.Connector.DisplayName}: thresholds and rules here are those of PostgreSQL.");
            return;
        }
        var known = context.Models.Count(model => context.Sizes.Of(model).TotalBytes is not null);
        ModelSymbol[] asked = [.. context.Models.Where(model => PartitionFacts.IsAsked(context, model) || PartitionFacts.IsPartitioned(context, model)).OrderByDescending(model => context.Sizes.Of(model).HorizonBytes).ThenBy(model => model.Name, StringComparer.Ordinal)];
        GrowthSign[] unknown = [.. context.Growth.All.Where(sign => context.Sizes.Of(sign.Model).TotalBytes is null && sign.TimeColumn is not null && (sign.IsAppendOnly || known > 0)).Take(12)];
        var candidates = unknown.Length == 0 ? "" : " What the tables that may become large bring along; every unique key of a partitioned table has to contain its time column:";
        writer.Text(FormattableString.Invariant($"Threshold: {PlanFigures.Bytes(PartitionFacts.Bytes)} of table and indexes, or {PlanFigures.Count(PartitionFacts.Rows)} rows, within {PlanFigures.Count(context.Inputs.HorizonMonths, "month")}. ") + (asked.Length > 0
            ? $"{PlanFigures.Names(asked.Select(model => model.Name))} {(asked.Length == 1 ? "is" : "are")} over it or partitioned already."
            : known == context.Models.Count ? "No table reaches it."
            : known == 0 ? "Rows are unknown, so nothing is recommended." + candidates
            : FormattableString.Invariant($"{PlanFigures.NoneOf(known, "table")} whose rows are known reaches it.") + candidates));
        writer.List(asked.Select(model => PlanText.Code(model.Name) + ": " + PartitionFacts.Judge(context, model)));
        if (asked.Length > 0)
            writer.Text("Prisma declares no partitions: the table is made by hand in a migration, and the schema keeps the model as it is, with the time column in its key." + Retention(context));
        if (asked.Length > 0 && unknown.Length > 0)
            writer.Text("What others whose rows are unknown, and which may become large, bring along:");
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("Time column"), SectionWriter.Column("Uniques without it"), SectionWriter.Column("Models that refer to it")],
            unknown.Select(sign => Row(sign.Model, sign.TimeColumn)));
    }
}
