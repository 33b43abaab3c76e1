using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Testing;

/// <summary>The constraints that are worth a test each.</summary>
internal static class ConstraintTestsPart
{
    private const int Shown = 8;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Schema validation tests");
        Uniques(context, writer);
        Deletes(context, writer);
        SoftDeletes(context, writer);
    }

    private static void Uniques(PlanContext context, SectionWriter writer)
    {
        var uniques = context.Models.SelectMany(model => model.Indexes).Where(index => index.Kind == IndexKind.Unique && index.Columns.Count > 0).ToArray();
        if (uniques.Length == 0)
        {
            writer.Text($"{PlanFigures.NoneOf(context.Models.Count, "model")} declares a unique besides its id: no test of a duplicate can fail.");
            return;
        }
        var compound = uniques.Where(index => index.Columns.Count > 1).ToArray();
        writer.Text(FormattableString.Invariant($"{Figures.Count(uniques.Length, "unique")} {Figures.Verb(uniques.Length, "is worth a test", "are worth a test each")}: two rows with the same values, of which the second must fail with `P2002`. {(compound.Length > 0 ? $"{compound.Length} {Figures.Verb(compound.Length, "holds", "hold")} several columns; there the rows differ in all others." : "Each holds one column.")}"));
        writer.Details("The uniques", table => table.Table(
            [SectionWriter.Column("Model"), SectionWriter.Column("Unique"), SectionWriter.Column("Empty values")],
            uniques.Select(index => new[]
            {
                PlanText.Code(index.Model.Name),
                PlanText.Code(ClientText.Quote(index)),
                index.Fields.Any(column => column.IsOptional) && !context.Schema.Connector.TreatsNullsAsEqualInUniques
                    ? $"rows with an empty {PlanText.CodeList(index.Fields.Where(column => column.IsOptional).Select(column => column.Name))} pass, any number of them"
                    : "",
            })));
    }

    private static void Deletes(PlanContext context, SectionWriter writer)
    {
        var keys = context.Models.SelectMany(model => model.ForeignKeys).ToArray();
        if (keys.Length == 0 || !context.Schema.Connector.IsSql)
            return;
        var actions = keys.GroupBy(key => key.OnDelete).OrderByDescending(group => group.Count()).Select(group => FormattableString.Invariant($"{group.Key} {group.Count()}"));
        writer.Text(FormattableString.Invariant($"{Figures.Count(keys.Length, "foreign key")}, by what a delete of the parent does: {string.Join(", ", actions)}."));
        var cascades = keys.Where(key => key.OnDelete == ReferentialAction.Cascade && key.Target != key.Model).ToArray();
        if (cascades.Length == 0)
            return;
        var graph = new CascadeGraph(cascades);
        var roots = graph.Roots.Select(root => (Model: root, Depth: graph.DepthOf(root), Reached: Reached(root, cascades))).OrderByDescending(root => root.Reached.Count).ThenByDescending(root => root.Depth).ToArray();
        writer.Text("Each of these deletes takes rows of other models along. The test makes one row of each model below, deletes the row on top, and counts what is left.");
        writer.Table(
            [SectionWriter.Column("Delete of"), SectionWriter.Figure("Models that lose rows"), SectionWriter.Figure("Steps of the longest way"), SectionWriter.Column("What stops it")],
            roots.Take(Shown).Select(root => new[]
            {
                PlanText.Code(root.Model.Name),
                FormattableString.Invariant($"{root.Reached.Count}"),
                FormattableString.Invariant($"{root.Depth}"),
                Stops(root.Model, keys),
            }));
        if (roots.Length > Shown)
            writer.Text($"And {roots.Length - Shown} more with shorter ways: {PlanText.CodeList(roots.Skip(Shown).Take(Shown).Select(root => root.Model.Name))}{(roots.Length > 2 * Shown ? ", …" : "")}.");
    }

    private static HashSet<ModelSymbol> Reached(ModelSymbol root, ForeignKeySymbol[] cascades)
    {
        var reached = new HashSet<ModelSymbol> { root };
        var queue = new Queue<ModelSymbol>([root]);
        while (queue.Count > 0)
        {
            var parent = queue.Dequeue();
            foreach (var key in cascades.Where(key => key.Target == parent && reached.Add(key.Model)))
                queue.Enqueue(key.Model);
        }
        reached.Remove(root);
        return reached;
    }

    // A row that must not lose its parent stops the whole delete.
    private static string Stops(ModelSymbol root, ForeignKeySymbol[] keys)
    {
        var stops = DeleteStops.Of(root, keys).Select(key => key.DisplayName).ToArray();
        return stops.Length == 0 ? "nothing" : "rows of " + PlanText.CodeList(stops.Take(3)) + (stops.Length > 3 ? FormattableString.Invariant($" and {stops.Length - 3} more keys") : "");
    }

    private static void SoftDeletes(PlanContext context, SectionWriter writer)
    {
        var found = SoftDeleteUniques.Find(context.Rules).ToArray();
        if (found.Length == 0)
            return;
        writer.Text("Uniques of models that keep deleted rows: the test deletes a row softly and makes it again.");
        writer.List(found.Take(Shown).Select(unique => $"{PlanText.Code(unique.Index.Model.Name)}, {PlanText.Code(ClientText.Quote(unique.Index))}: {Outcome(unique.Kind)} ({RuleOf(unique.Kind)})"));
    }

    private static string Outcome(SoftDeleteUniqueKind kind) => kind switch
    {
        SoftDeleteUniqueKind.BindsNobody => "two living rows with the same values pass, which is the fault",
        SoftDeleteUniqueKind.SecondDeletionFails => "the second deletion of the same values fails",
        _ => "the second row fails, since the deleted one still holds the values",
    };

    private static string RuleOf(SoftDeleteUniqueKind kind) => kind switch
    {
        SoftDeleteUniqueKind.BindsNobody => "PL5002",
        SoftDeleteUniqueKind.BlocksReuse => "PL5001",
        _ => "PL5003",
    };
}
