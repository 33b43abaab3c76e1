using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>What the indexes of the schema are there for, in figures.</summary>
internal static class IndexStrategyPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        IndexSymbol[] indexes = [.. context.Models.SelectMany(model => model.Indexes).Where(index => index.Columns.Count > 0)];
        if (indexes.Length == 0)
            return;
        writer.Part("Index strategy and rationale");
        IndexSymbol[] plain = [.. indexes.Where(index => !index.IsUnique)];
        IndexSymbol[] untold = [.. plain.Where(index => context.IndexUses.Of(index).Any(use => use.Kind == IndexUseKind.Shape))];
        ForeignKeySymbol[] keys = [.. context.Models.SelectMany(model => model.ForeignKeys)];
        var bare = keys.Count(key => !model(key).HasIndexFor(key) && !key.HasOwnIndex);
        var rows = new List<string[]>
        {
            Row("Identify a row", indexes.Where(index => index.Kind == IndexKind.PrimaryKey)),
            Row("Keep rows unique", indexes.Where(index => index.Kind == IndexKind.Unique)),
            Row("Serve a foreign key", plain.Where(index => IndexUses.KeysOf(index).Any())),
            Row("Serve a query that was told", plain.Where(index => context.IndexUses.QueriesOf(index).Any())),
            Row("Neither: what they are for is not in the schema", untold),
        };
        writer.Table([SectionWriter.Column("What indexes do"), SectionWriter.Figure("Indexes"), SectionWriter.Column("Such as")], rows.Where(row => row[1] != "0"));
        var lines = new List<string>();
        if (keys.Length > 0 && !context.Schema.Connector.IndexesForeignKeys)
            lines.Add(FormattableString.Invariant($"{bare} of {PlanFigures.Count(keys.Length, "foreign key")} have no index: deleting a parent and listing its children read the whole table.") + Rule(context, "PL3001"));
        if (untold.Length > 0 && context.Inputs.HotQueries.Count == 0)
            lines.Add(FormattableString.Invariant($"{PlanFigures.Names(untold.Select(index => index.DisplayName), 8)}: queries that were not told may need them; {PlanText.Code("hot_queries")} of the inputs decides, or scans in a snapshot."));
        foreach (var id in new[] { "PL3002", "PL3003", "PL3004", "PL3005", "PL3006", "PL3007", "PL3008", "PL3011", "PL3012" })
        {
            string[] objects = [.. context.Observed(id).Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (objects.Length > 0)
                lines.Add($"{context.Observed(id).First().Descriptor.Title}: {PlanFigures.Names(objects, 8)}. ({id})");
        }
        writer.List(lines);

        static ModelSymbol model(ForeignKeySymbol key) => key.Model;
    }

    private static string[] Row(string text, IEnumerable<IndexSymbol> indexes)
    {
        IndexSymbol[] all = [.. indexes];
        return [text, PlanFigures.Count(all.Length), PlanFigures.Names(all.Select(index => index.DisplayName).Take(3))];
    }

    private static string Rule(PlanContext context, string id) => context.Observed(id).Any() ? $" ({id})" : "";
}
