using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Soft deletion, models that extend others, references to several models, trees.</summary>
internal static class ShapePart
{
    private static readonly string[] s_softDeletionRules = ["PL5001", "PL5002", "PL5003", "PL5004", "PL5005", "PL5006"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        SoftDeletion(context, writer);
        Inheritance(context, writer);
        Trees(context, writer);
    }

    private static void SoftDeletion(PlanContext context, SectionWriter writer)
    {
        var facts = new SoftDelete(context.Rules);
        var marked = context.Models.Select(model => (Model: model, Marker: facts.MarkerOf(model))).Where(pair => pair.Marker is not null).ToArray();
        writer.Part("Soft deletion");
        if (marked.Length == 0)
        {
            writer.Text(FormattableString.Invariant($"No model keeps deleted rows: {(context.Models.Count > 1 ? FormattableString.Invariant($"none of the {context.Models.Count}") : "it")} has {(context.Models.Count > 1 ? "a" : "no")} marker such as {PlanText.Code("deletedAt")} or {PlanText.Code("isDeleted")}. A delete is a delete."));
            return;
        }
        writer.Text(FormattableString.Invariant($"{PlanFigures.Count(marked.Length, "model keeps", "models keep")} deleted rows. Whether every query leaves them out is in the application's code, and not in the schema."));
        writer.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("Marker"), SectionWriter.Column("Uniques over deleted rows too"), SectionWriter.Column("Children without a marker")],
            marked.Select(pair => new[]
            {
                PlanText.Code(pair.Model.Name),
                pair.Marker is { } marker ? PlanText.Code(marker.Field.Name) + (marker.Kind == SoftDeleteKind.Flag ? ", a flag" : "") : "",
                PlanFigures.Names(pair.Model.Indexes.Where(index => index.Kind == IndexKind.Unique && index.Predicate is null && pair.Marker is { } own && !index.Fields.Contains(own.Field)).Select(index => string.Join(", ", index.Columns.Select(column => column.Path))), 4),
                PlanFigures.Names(pair.Model.ReferencingKeys.Select(key => key.Model).Where(child => child != pair.Model && facts.MarkerOf(child) is null).Select(child => child.Name).Distinct(StringComparer.Ordinal), 4),
            }.Select(cell => cell.Length == 0 ? "—" : cell).ToArray()));
        writer.List(s_softDeletionRules.Select(id => (Id: id, Objects: context.Observed(id).Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal).ToArray()))
            .Where(pair => pair.Objects.Length > 0)
            .Select(pair => $"{context.Observed(pair.Id).First().Descriptor.Title}: {PlanFigures.Names(pair.Objects, 8)}. ({pair.Id})"));
    }

    private static void Inheritance(PlanContext context, SectionWriter writer)
    {
        var lines = new List<string>();
        foreach (var group in context.Models.SelectMany(model => model.ForeignKeys).Where(key => key.IsOneToOne && key.Target != key.Model && key.Fields.All(column => column.IsRequired)).GroupBy(key => key.Target).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            string[] shared = [.. group.Where(key => key.Fields.All(column => key.Model.PrimaryKey?.Fields.Contains(column) == true)).Select(key => key.Model.Name)];
            string[] own = [.. group.Select(key => key.Model.Name).Except(shared, StringComparer.Ordinal)];
            if (shared.Length > 0)
                lines.Add($"{PlanFigures.Names(shared)} {(shared.Length == 1 ? "shares" : "share")} the key of {PlanText.Code(group.Key.Name)}: {(shared.Length == 1 ? "an extension of it" : "subtypes or extensions of it")}.");
            if (own.Length > 0)
                lines.Add($"{PlanFigures.Names(own)} {(own.Length == 1 ? "has" : "have")} at most one row for each {PlanText.Code(group.Key.Name)}, with a key of {(own.Length == 1 ? "its" : "their")} own.");
        }
        lines.AddRange(FindingLines.Of(context, "PL5014", "PL8028"));
        if (lines.Count == 0)
            return;
        writer.Part("Inheritance and references to several models");
        writer.List(lines.Take(24));
        if (lines.Count > 24)
            writer.Details(FormattableString.Invariant($"{lines.Count - 24} more"), inner => inner.List(lines.Skip(24)));
    }

    private static void Trees(PlanContext context, SectionWriter writer)
    {
        ForeignKeySymbol[] own = [.. context.Models.SelectMany(model => model.ForeignKeys).Where(key => key.Target == key.Model)];
        if (own.Length > 0)
            writer.Text($"Trees and chains, where rows refer to rows of their own table: {PlanFigures.Names(own.Select(key => key.DisplayName))}. Section 4 has their recursive queries.");
    }
}
