using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>What rows are identified by, and which models do it otherwise than most.</summary>
internal static class KeyPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        var groups = context.Models.GroupBy(model => Strategy(context, model), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        if (groups.Length == 0)
            return;
        writer.Part("Key strategy");
        writer.Table(
            [SectionWriter.Column("Primary key"), SectionWriter.Figure("Models"), SectionWriter.Column("Of")],
            groups.Select((group, i) => new[] { group.Key, PlanFigures.Count(group.Count()), PlanFigures.Names(group.Select(model => model.Name), i == 0 ? 6 : 12) }));
        var lines = new List<string>();
        if (groups.Length > 1 && groups[0].Count() * 2 > context.Models.Count)
            lines.Add(FormattableString.Invariant($"{groups[0].Count()} of {PlanFigures.Count(context.Models.Count, "model")} identify rows alike; the others are the outliers above."));
        lines.AddRange(Composite(context));
        foreach (var id in new[] { "PL4009", "PL4010", "PL4019", "PL8007" })
        {
            string[] objects = [.. context.Observed(id).Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (objects.Length > 0)
                lines.Add($"{Title(context, id)}: {PlanFigures.Names(objects, 8)}. ({id})");
        }
        writer.List(lines);
    }

    private static string Title(PlanContext context, string id) => context.Observed(id).First().Descriptor.Title;

    private static string Strategy(PlanContext context, ModelSymbol model)
    {
        if (model.PrimaryKey is not { } key)
            return model.Indexes.Any(index => index.Kind == IndexKind.Unique) ? "none; a unique constraint stands in" : "none";
        if (key.Columns.Count > 1)
            return key.Fields.All(column => column.ForeignKeysOver.Any()) ? "compound, of foreign keys alone" : "compound";
        var column = key.Columns[0].Field;
        var type = PlanText.Code(Security.SecurityText.TypeOf(context, column));
        if (column.ForeignKeysOver.FirstOrDefault() is not null)
            return type + ", the key of its parent";
        return column.Default?.Function switch
        {
            "autoincrement" or "sequence" => type + ", counting up",
            "dbgenerated" => type + ", made by the database: " + PlanText.Code(column.Default.FunctionArgument ?? "dbgenerated()"),
            "auto" => type + ", made by the database",
            { } function => type + ", made by the client: " + PlanText.Code(function + "(" + column.Default.FunctionArgument + ")"),
            null => type + ", given by the application",
        };
    }

    private static IEnumerable<string> Composite(PlanContext context)
    {
        ModelSymbol[] models = [.. context.Models.Where(model => model.PrimaryKey is { Columns.Count: > 1 })];
        if (models.Length > 0)
            yield return "Compound keys, which find rows by their first column too and by the others not: " + PlanFigures.Names(models.Select(model => $"{model.Name}({string.Join(", ", model.PrimaryKey?.Columns.Select(column => column.Path) ?? [])})")) + ".";
        ForeignKeySymbol[] keys = [.. context.Models.SelectMany(model => model.ForeignKeys).Where(key => key.Fields.Count > 1)];
        if (keys.Length > 0)
            yield return "Foreign keys over several columns: " + PlanFigures.Names(keys.Select(key => key.DisplayName)) + ".";
    }
}
