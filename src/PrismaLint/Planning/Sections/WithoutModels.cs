using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections;

/// <summary>What sections say of a schema that declares no model: that there is nothing to plan, and why.</summary>
internal static class WithoutModels
{
    /// <summary>The one sentence of a section; <see langword="null"/> where the section has more to say, or the schema has models.</summary>
    public static string? Sentence(PlanContext context, int section) => context.Models.Count > 0 ? null : section switch
    {
        1 => $"{Document.PlanText.Code(context.Source.Path)} declares no model on {context.Schema.Connector.DisplayName}{Besides(context)}.",
        2 => "Without a model there is no table to design.",
        4 => "Without a model the client has nothing to read or write but by raw queries, which are not in the schema.",
        5 => "Without a table there is nothing to index, to vacuum or to cache; the pool and the server are planned once there is a load to carry.",
        6 => "Without a model there is no personal data, no tenant and no table whose rights could be planned.",
        8 => "Without a model there is no constraint to test and no row to seed.",
        _ => null,
    };

    private static string Besides(PlanContext context)
    {
        var others = new List<string>();
        if (context.Schema.Models.Count(model => model.IsView) is > 0 and var views)
            others.Add(PlanFigures.Count(views, "view"));
        if (context.Schema.Models.Count(model => !model.IsView) is > 0 and var ignored)
            others.Add(PlanFigures.Count(ignored, "ignored model"));
        if (context.Schema.Enums.Count > 0)
            others.Add(PlanFigures.Count(context.Schema.Enums.Count, "enum"));
        if (context.Schema.CompositeTypes.Count > 0)
            others.Add(PlanFigures.Count(context.Schema.CompositeTypes.Count, "composite type"));
        return others.Count == 0 ? "" : "; it has " + PlanFigures.Join(others);
    }
}
