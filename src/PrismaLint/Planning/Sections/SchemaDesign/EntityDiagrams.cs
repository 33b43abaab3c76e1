using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Pictures of the models of each domain, cut so that each stays readable.</summary>
internal static class EntityDiagrams
{
    private const int MostOwn = 12;
    private const int MostBoxes = 16;

    // More domains than this are folded: section 1 has the picture of all.
    private const int MostOpen = 6;
    private const int FewestOutside = 3;
    private const int MostLines = 8;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Entity relationship diagrams");
        foreach (var domain in context.Domains.All)
        {
            if (domain.IsRest)
            {
                writer.Text($"No relation leads to or from {PlanFigures.Names(domain.Models.Select(model => model.Name), 20)}.");
                continue;
            }
            var parts = Split(domain.Models);
            if (context.Domains.All.Count > MostOpen)
                writer.Details(FormattableString.Invariant($"{PlanText.Words(domain.Name)}: {PlanFigures.Count(domain.Models.Count, "model")}"), inner => Draw(context, inner, domain, parts));
            else
                Draw(context, writer, domain, parts);
        }
    }

    private static void Draw(PlanContext context, SectionWriter writer, Domain domain, List<List<ModelSymbol>> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            Draw(context, writer, context.Domains.All.Count == 1 && parts.Count == 1 ? "All models" : domain.Name + (parts.Count == 1 ? "" : FormattableString.Invariant($", part {i + 1} of {parts.Count}")), parts[i]);
        }
    }

    // Large domains are cut where few relations lead across; small parts share a picture.
    private static List<List<ModelSymbol>> Split(IReadOnlyList<ModelSymbol> models)
    {
        if (models.Count <= MostOwn)
            return [[.. models]];
        var numbers = models.Select((model, i) => (model, i)).ToDictionary(pair => pair.model, pair => pair.i);
        var clusters = new ModelClusters(models.Count, MostOwn);
        foreach (var key in models.SelectMany(model => model.ForeignKeys).Where(key => numbers.ContainsKey(key.Target)))
            clusters.Connect(numbers[key.Model], numbers[key.Target], 1);
        var parts = new List<List<ModelSymbol>>();
        foreach (var part in clusters.Find(3))
        {
            var host = parts.Find(other => other.Count + part.Count <= MostOwn);
            if (host is null)
                parts.Add(host = []);
            host.AddRange(part.Select(number => models[number]));
        }
        foreach (var part in parts)
            part.Sort((left, right) => numbers[left].CompareTo(numbers[right]));
        return parts;
    }

    private static void Draw(PlanContext context, SectionWriter writer, string title, List<ModelSymbol> models)
    {
        var own = new HashSet<ModelSymbol>(models);
        ModelSymbol[] outside =
        [
            .. models.SelectMany(model => model.ForeignKeys).Select(key => key.Target).Concat(models.SelectMany(ManyToMany).Select(field => field.TargetModel).OfType<ModelSymbol>())
                .Where(target => !own.Contains(target))
                .GroupBy(target => target)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
                .Select(group => group.Key),
        ];
        var shown = outside.Take(outside.Length + models.Count <= MostBoxes ? outside.Length : Math.Max(FewestOutside, MostBoxes - models.Count)).ToArray();
        foreach (var model in shown)
            own.Add(model);
        var edges = models.SelectMany(model => model.ForeignKeys).Where(key => own.Contains(key.Target)).Select(Edge)
            .Concat(models.SelectMany(ManyToMany).Where(field => field.TargetModel is { } target && own.Contains(target)).Select(field => new DiagramEdge(field.Owner.Name, field.Type.Name.Text, field.Name) { IsManyToMany = true }));
        writer.Add(new DiagramBlock(
            title,
            DiagramKind.Entities,
            [.. models.Select(model => new DiagramNode(model.Name, model.Name, Lines(model))), .. shown.Select(model => new DiagramNode(model.Name, model.Name, []) { IsOutside = true })],
            [.. edges]));
        if (outside.Length > shown.Length)
            writer.Text($"Not drawn, for the picture to stay readable: the keys to {PlanFigures.Names(outside.Skip(shown.Length).Select(model => model.Name), 20)}.");
    }

    private static DiagramEdge Edge(ForeignKeySymbol key) => new(key.Model.Name, key.Target.Name, key.RelationField.Name)
    {
        IsOptional = key.Fields.Any(column => column.IsOptional),
        IsOneToOne = key.IsOneToOne,
    };

    private static IEnumerable<FieldSymbol> ManyToMany(ModelSymbol model) => model.RelationFields.Where(field =>
        field.Relation is { Kind: RelationKind.ImplicitManyToMany or RelationKind.EmbeddedManyToMany } relation && relation.Forward == field);

    private static DiagramLine[] Lines(ModelSymbol model) =>
    [
        .. model.Columns.Select(column => (Column: column, Keys: Keys(model, column))).Where(line => line.Keys.Length > 0)
            .OrderBy(line => line.Keys.StartsWith("PK", StringComparison.Ordinal) ? 0 : line.Keys.StartsWith("FK", StringComparison.Ordinal) ? 1 : 2)
            .Take(MostLines)
            .Select(line => new DiagramLine(line.Column.Name, line.Column.Type.Name.Text, line.Keys)),
    ];

    private static string Keys(ModelSymbol model, FieldSymbol column)
    {
        var keys = new List<string>();
        if (model.PrimaryKey?.Fields.Contains(column) == true)
            keys.Add("PK");
        if (column.ForeignKeysOver.Any())
            keys.Add("FK");
        if (model.Indexes.Any(index => index.Kind == IndexKind.Unique && index.Fields.Contains(column)))
            keys.Add("UK");
        return string.Join(", ", keys);
    }
}
