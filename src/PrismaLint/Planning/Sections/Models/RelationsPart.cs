using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;
using static PrismaLint.Planning.Sections.SectionWriter;

namespace PrismaLint.Planning.Sections.Models;

/// <summary>Every relation: its sides, its key, what a delete does, and the index that serves it; what stands out comes first.</summary>
internal static class RelationsPart
{
    private const int ShownJoins = 12;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var relations = context.Schema.Relations.Where(relation => relation.Fields.All(side => side.Model is { } model && context.Models.Contains(model))).ToArray();
        if (relations.Length == 0)
            return;
        writer.Part("Relation configuration");
        int Count(RelationKind kind) => relations.Count(relation => relation.Kind == kind);
        writer.Text(FormattableString.Invariant($"{PlanFigures.Count(relations.Length, "relation")}: {Count(RelationKind.OneToMany)} one-to-many, {Count(RelationKind.OneToOne)} one-to-one, {Count(RelationKind.ImplicitManyToMany) + Count(RelationKind.EmbeddedManyToMany)} many-to-many without a model of their own; {relations.Count(relation => relation.IsSelfRelation)} of a model to itself. {(context.Schema.RelationMode == RelationMode.Prisma ? "The relation mode is prisma: the client keeps them, and the database has no foreign key." : "The database keeps them with foreign keys.")}"));
        Actions(relations, writer);
        writer.List(Outliers(context, relations));
        Joins(context, writer);
        foreach (var group in relations.GroupBy(relation => DomainOf(context, relation)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.Details(
                FormattableString.Invariant($"{PlanText.Words(group.Key)}: {PlanFigures.Count(group.Count(), "relation")}"),
                inner => inner.Table(
                    [Column("Relation"), Column("Kind"), Column("Key"), Column("On delete"), Column("On update"), Column("Index"), Column("Name")],
                    group.Select(relation => Row(relation))));
        }
    }

    private static string DomainOf(PlanContext context, RelationSymbol relation) =>
        relation.Fields.First().Model is { } model ? context.Domains.Of(model).Name : "";

    private static void Actions(IReadOnlyList<RelationSymbol> relations, SectionWriter writer)
    {
        var keys = relations.Select(relation => relation.ForeignKey).OfType<ForeignKeySymbol>().ToArray();
        writer.Table(
            [Column("On delete"), Figure("Written"), Figure("By Prisma's default"), Column("What it means here")],
            keys.GroupBy(key => key.OnDelete).OrderByDescending(group => group.Count()).Select(group => (IReadOnlyList<string>)[
                group.Key.ToString(),
                FormattableString.Invariant($"{group.Count(key => key.ExplicitOnDelete is not null)}"),
                FormattableString.Invariant($"{group.Count(key => key.ExplicitOnDelete is null)}"),
                Meaning(group.Key, [.. group])]));
    }

    // Many-to-many relations with a model of their own.
    private static void Joins(PlanContext context, SectionWriter writer)
    {
        var joins = context.Models.Where(GrowthSigns.IsJoin).OrderByDescending(model => model.ReferencingKeys.Count).ToArray();
        if (joins.Length == 0)
            return;
        writer.Text($"{PlanFigures.Count(joins.Length, "model")} {(joins.Length == 1 ? "joins" : "join")} others many to many and {(joins.Length == 1 ? "is a model of its" : "are models of their")} own, most referred to first:");
        Action<SectionWriter, IEnumerable<ModelSymbol>> table = (target, models) => target.Table(
            [Column("Model"), Column("Joins"), Column("What keeps a pair from coming twice"), Column("Columns of its own"), Figure("Referred to by keys")],
            models.Select(model => (IReadOnlyList<string>)[
                PlanText.Code(model.Name),
                PlanText.CodeList(RequiredKeys(model).Select(key => key.Target.Name).Distinct(StringComparer.Ordinal)),
                model.Indexes.FirstOrDefault(index => index.IsUnique && index.Columns.Count > 1 && index.Fields.Count(field => RequiredKeys(model).Any(key => key.Fields.Contains(field))) > 1) is { } unique ? PlanText.Code(unique.Quote) : "nothing",
                PlanFigures.Names(model.Columns.Where(field => !field.IsId && !field.ForeignKeysOver.Any()).Select(field => field.Name), 6),
                PlanFigures.Count(model.ReferencingKeys.Count)]));
        table(writer, joins.Take(ShownJoins));
        if (joins.Length > ShownJoins)
            writer.Details(FormattableString.Invariant($"{joins.Length - ShownJoins} more"), inner => table(inner, joins.Skip(ShownJoins)));
    }

    private static IEnumerable<ForeignKeySymbol> RequiredKeys(ModelSymbol model) => model.ForeignKeys.Where(key => key.Fields.All(field => field.IsRequired));

    private static string Meaning(ReferentialAction action, ForeignKeySymbol[] keys)
    {
        var parents = keys.GroupBy(key => key.Target.Name).OrderByDescending(group => group.Count()).First();
        var parent = PlanText.Code(parents.Key);
        return action switch
        {
            ReferentialAction.Cascade => FormattableString.Invariant($"deleting a row takes its children along; most from {parent}: {PlanFigures.Count(parents.Count(), "key")}"),
            ReferentialAction.SetNull => FormattableString.Invariant($"children stay, without their parent; most of {parent}: {PlanFigures.Count(parents.Count(), "key")}"),
            ReferentialAction.SetDefault => $"children get the default of the column, first of {parent}",
            ReferentialAction.NoAction => $"a row with children cannot be deleted, unless a cascade of the same statement has taken them along before; most of {parent}: {PlanFigures.Count(parents.Count(), "key")}",
            _ => $"a row with children cannot be deleted; most of {parent}: {PlanFigures.Count(parents.Count(), "key")}",
        };
    }

    private static IEnumerable<string> Outliers(PlanContext context, IReadOnlyList<RelationSymbol> relations)
    {
        var keys = relations.Select(relation => relation.ForeignKey).OfType<ForeignKeySymbol>().ToArray();
        var bare = keys.Where(key => !key.Model.HasIndexFor(key)).Select(key => key.DisplayName).ToArray();
        if (bare.Length > 0)
            yield return FormattableString.Invariant($"{bare.Length} of {keys.Length} foreign keys lead no index: {TemplatePart.Some(bare)}.{(context.Report.Visible.Any(finding => finding.Id == "PL3001") ? " (PL3001)" : "")}");
        foreach (var group in keys.GroupBy(key => key.OnDelete).Where(group => group.Count() * 20 <= keys.Length))
            yield return $"{group.Key} on delete is rare here: {TemplatePart.Some([.. group.Select(key => key.DisplayName)])}.";
        var renumbered = keys.Where(key => key.ExplicitOnUpdate is { } action && action != ReferentialAction.Cascade).ToArray();
        if (renumbered.Length > 0 && renumbered.Length < keys.Length)
            yield return $"{TemplatePart.Some([.. renumbered.Select(key => key.DisplayName)])} differ in what an update of the key does: {string.Join(", ", renumbered.Select(key => key.OnUpdate).Distinct())}.";
        var own = relations.Where(relation => relation.IsSelfRelation).SelectMany(relation => relation.Fields.Take(1)).Select(side => side.DisplayName).ToArray();
        if (own.Length > 0)
            yield return $"To themselves refer {TemplatePart.Some(own)}; section 4 has their recursive queries.";
        foreach (var relation in relations.Where(relation => relation.Kind == RelationKind.ImplicitManyToMany).Take(12))
            yield return $"{PlanText.CodeList(relation.Fields.Select(side => side.DisplayName))} are many-to-many without a model: the join table {PlanText.Code(JoinTable(context, relation))} has no columns but the two keys.";
        var optional = context.Observed("PL2007").Select(finding => finding.Object ?? "").Where(name => name.Length > 0).ToArray();
        if (optional.Length > 0)
            yield return $"Optional in one place and required in the other: {TemplatePart.Some(optional)}. (PL2007)";
        var pairs = relations.Where(relation => relation is { IsSelfRelation: false, Forward: not null, Back: not null })
            .GroupBy(relation => string.Join("\0", relation.Fields.Select(side => side.Model?.Name).OrderBy(name => name, StringComparer.Ordinal)))
            .Where(group => group.Count() > 1).ToArray();
        if (pairs.Length > 0)
            yield return FormattableString.Invariant($"{pairs.Length} pairs of models have several relations, which need names: {TemplatePart.Some([.. pairs.Select(group => $"{group.First().Forward?.Model?.Name} → {group.First().Back?.Model?.Name} ({group.Count()})")])}.");
        var unnamed = context.Observed("PL2012").ToArray();
        if (unnamed.Length > 0)
            yield return $"{unnamed[0].Message}{(unnamed.Length == 1 ? "" : FormattableString.Invariant($"; and {unnamed.Length - 1} more"))}. (PL2012)";
    }

    private static string JoinTable(PlanContext context, RelationSymbol relation) =>
        context.Database.Tables.Find(table => table.Relation == relation)?.DatabaseName ?? "_" + relation.Name;

    private static IReadOnlyList<string> Row(RelationSymbol relation)
    {
        var sides = string.Join(" ↔ ", relation.Fields.Select(side => PlanText.Code(side.DisplayName)));
        var kind = relation.Kind switch
        {
            RelationKind.OneToOne => "1 : 1",
            RelationKind.OneToMany => "1 : n",
            _ => "m : n",
        };
        if (relation.ForeignKey is not { } key)
            return [sides, kind, "", "", "", "", relation.Name is { } own ? PlanText.Code(own) : ""];
        var optional = key.Fields.All(column => column.IsRequired) ? "" : ", may be empty";
        return
        [
            sides, kind, $"{PlanText.CodeList(key.Fields.Select(column => column.Name))} → {PlanText.CodeList(key.References.Select(column => column.Name))}{optional}",
            Action(key.OnDelete, key.ExplicitOnDelete), Action(key.OnUpdate, key.ExplicitOnUpdate),
            IndexOf(key), relation.Name is { } name ? PlanText.Code(name) : "",
        ];
    }

    private static string Action(ReferentialAction action, ReferentialAction? written) => written is null ? $"{action} (default)" : action.ToString();

    private static string IndexOf(ForeignKeySymbol key)
    {
        var index = key.Model.Indexes.FirstOrDefault(one => one.StartsWith(key.Fields)) ?? key.Model.Indexes.FirstOrDefault(one => one.Columns.Count > 0 && key.Fields.Contains(one.Columns[0].Field) && key.Model.HasIndexFor(key));
        return index is null ? "none" : PlanText.Code(index.Quote);
    }
}
