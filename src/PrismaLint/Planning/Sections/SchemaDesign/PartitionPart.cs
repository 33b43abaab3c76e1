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
        writer.Text(FormattableString.Invariant($"Threshold: {PlanFigures.Bytes(PartitionFacts.Bytes)} of table and indexes, or {PlanFigures.Count(PartitionFacts.Rows)} rows, within {PlanFigures.Count(context.Inputs.HorizonMonths, "month")}. ") + (asked.Length > 0
            ? $"{PlanFigures.Names(asked.Select(model => model.Name))} {(asked.Length == 1 ? "is" : "are")} over it or partitioned already."
            : known == context.Models.Count ? "No table reaches it."
            : known == 0 ? "Rows are unknown, so nothing is recommended. What the tables that may become large bring along:"
            : FormattableString.Invariant($"None of the {known} tables whose rows are known reaches it. What the others that may become large bring along:")));
        writer.List(asked.Select(model => PlanText.Code(model.Name) + ": " + PartitionFacts.Judge(context, model)));
        if (asked.Length > 0)
            writer.Text("Prisma declares no partitions: the table is made by hand in a migration, and the schema keeps the model as it is, with the time column in its key.");
        GrowthSign[] unknown = [.. context.Growth.All.Where(sign => context.Sizes.Of(sign.Model).TotalBytes is null && sign.TimeColumn is not null && (sign.IsAppendOnly || known > 0)).Take(12)];
        writer.Table([SectionWriter.Column("Model"), SectionWriter.Column("What a partitioning by time meets")], unknown.Select(sign => new[] { PlanText.Code(sign.Model.Name), PartitionFacts.Obstacles(sign.Model) }));
    }
}
