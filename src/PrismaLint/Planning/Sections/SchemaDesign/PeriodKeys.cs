using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>By which columns rows belong to their period, and which columns name one without a foreign key.</summary>
internal static class PeriodKeys
{
    public static void Write(PlanContext context, ModelSymbol period, SectionWriter writer)
    {
        var paths = context.Models.Where(model => model != period)
            .Select(model => (Model: model, Path: KeyPaths.Shortest(model, target => target == period, key => key.Fields.All(field => field.IsRequired) || key.Target == period)))
            .Where(pair => pair.Path.Count > 0).ToArray();
        if (paths.Any(pair => pair.Path.Count > 1))
            WriteWays(period, paths, writer);
        var end = Words.Squash(period.Name) + "id";
        FieldSymbol[] loose = [.. context.Models.SelectMany(model => model.Columns).Where(field => !field.IsId && !field.ForeignKeysOver.Any() && Words.Squash(field.Name).EndsWith(end, StringComparison.Ordinal))];
        if (loose.Length > 0)
            writer.Text($"{PlanFigures.Names(loose.Select(field => field.DisplayName))} {(loose.Length == 1 ? "is named like a key to it or to a row below it, and is" : "are named like keys to it or to rows below it, and are")} no foreign key: the database lets {(loose.Length == 1 ? "it" : "them")} name rows that do not exist.");
    }

    private static void WriteWays(ModelSymbol period, (ModelSymbol Model, IReadOnlyList<ForeignKeySymbol> Path)[] paths, SectionWriter writer)
    {
        var name = PlanText.Code(period.Name);
        writer.Text($"How rows find their {name}: {PlanFigures.Count(paths.Length, "model")} {(paths.Length == 1 ? "does" : "do")}, by a key of their own or by that of a row above.");
        writer.Table(
            [SectionWriter.Column("First key to"), SectionWriter.Column("Columns"), SectionWriter.Figure($"Keys up to {name}"), SectionWriter.Figure("Models"), SectionWriter.Column("Which")],
            paths.GroupBy(pair => (pair.Path[0].Target, pair.Path.Count)).OrderBy(group => group.Key.Count).ThenByDescending(group => group.Count()).Select(group => new[]
            {
                PlanText.Code(group.Key.Target.Name),
                PlanFigures.Names(group.SelectMany(pair => pair.Path[0].Fields.Select(field => field.Name)).Distinct(StringComparer.Ordinal), 6),
                PlanFigures.Count(group.Key.Count),
                PlanFigures.Count(group.Count()),
                PlanFigures.Names(group.Select(pair => pair.Model.Name), 16),
            }));
    }
}
