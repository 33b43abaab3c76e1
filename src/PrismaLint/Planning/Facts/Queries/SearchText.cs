using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>Columns of a model in which people look for words.</summary>
/// <param name="Model">The model.</param>
/// <param name="Columns">Titles first, long texts behind them.</param>
internal sealed record SearchText(ModelSymbol Model, IReadOnlyList<FieldSymbol> Columns)
{
    private static readonly string[] s_titles = ["title", "subject", "name", "headline", "question", "caption"];

    private static readonly string[] s_bodies = ["description", "body", "content", "text", "bio", "answer", "article", "notes", "recap", "message", "summary", "markdown"];

    /// <summary>The models with a long text, those with the most columns first.</summary>
    public static IReadOnlyList<SearchText> Find(PlanContext context)
    {
        var found = new List<SearchText>();
        foreach (var model in context.Models)
        {
            var bodies = model.Columns.Where(field => Is(context, field, s_bodies) && (field.NativeType is null or { Name: "Text" or "MediumText" or "LongText" } || field.NativeType.Number(0) >= 255)).ToArray();
            if (bodies.Length > 0)
                found.Add(new SearchText(model, [.. model.Columns.Where(field => Is(context, field, s_titles)).Take(2), .. bodies.Take(2)]));
        }
        return [.. found.OrderByDescending(text => text.Columns.Count)];
    }

    private static bool Is(PlanContext context, FieldSymbol field, string[] names)
    {
        if (field is not { Scalar: ScalarType.String, IsList: false } || field.ForeignKeysOver.Any() || context.PersonalData.IsSecret(field) || field.IsId)
            return false;
        var name = Words.Squash(field.Name);
        return Array.IndexOf(names, Words.Last(field.Name)) >= 0 || names.Any(word => word.Length >= 4 && name.EndsWith(word, StringComparison.Ordinal) && name.Length - word.Length <= 8);
    }
}
