using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>
/// Cycles and multiple paths of relations that carry changes on, which SQL Server and Prisma's emulation refuse. A relation
/// carries changes on unless both its actions are NoAction or Restrict.
/// </summary>
internal sealed class CycleChecks
{
    // Paths are looked for from each model anew: past this many steps the schema passes unsearched.
    private const int MaxSteps = 2_000_000;

    private static readonly ValidationCheck s_self = Check("self-relation-cascade", "A self-relation carries changes on");
    private static readonly ValidationCheck s_cycle = Check("cascade-cycle", "Relations that carry changes on form a cycle");
    private static readonly ValidationCheck s_toSelf = Check("cascade-to-self-relation", "A relation carries changes on to a self-relation that does");
    private static readonly ValidationCheck s_paths = Check("multiple-cascade-paths", "A model is reached over several paths of relations that carry changes on");

    private readonly ModelGraph _graph;
    private readonly bool[] _reachesSelf;
    private readonly Dictionary<FieldSymbol, string> _reachedTwice = [];

    private CycleChecks(ValidationContext context)
    {
        _graph = new ModelGraph(context.Schema.Models);
        var selfRelated = new bool[context.Schema.Models.Count];
        foreach (var relation in context.Schema.Relations)
        {
            if (!CarriesOn(relation) || relation.Forward is not { Model: { } from, TargetModel: { } to } forward)
                continue;
            if (from == to)
                selfRelated[_graph.IndexOf(from)] = true;
            else
                _graph.Add(from, to, forward);
        }

        _graph.FindComponents();
        _reachesSelf = _graph.Reach(selfRelated);
        if (context.Schema is { Provider: Provider.SqlServer, RelationMode: RelationMode.ForeignKeys })
            FindPaths();
    }

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_self, s_cycle, s_toSelf, s_paths];

    /// <summary>The search over a schema; <see langword="null"/> where the database takes any graph.</summary>
    public static CycleChecks? Create(ValidationContext context) =>
        context.Schema.RelationMode == RelationMode.Prisma || context.Schema.Provider == Provider.SqlServer ? new CycleChecks(context) : null;

    public void Report(ValidationContext context, RelationSide forward)
    {
        if (forward.Field.Relation is not { } relation || !CarriesOn(relation))
            return;
        var from = _graph.IndexOf(forward.Model);
        var to = _graph.IndexOf(forward.Target);
        var name = forward.Field.DisplayName;
        var actions = ActionsOf(forward);
        if (from == to)
            Report(s_self, $"`{name}` is a self-relation and carries changes on by {actions}");
        else if (_graph.ComponentOf(from) == _graph.ComponentOf(to))
            Report(s_cycle, $"`{name}` is part of a cycle of relations and carries changes on by {actions}");
        else if (_reachesSelf[to])
            Report(s_toSelf, $"`{name}` carries changes on by {actions} to a self-relation that does so too");
        else if (_reachedTwice.TryGetValue(forward.Field, out var reached))
            Report(s_paths, $"Changes of `{reached}` reach `{forward.Model.Name}` over several relations, `{name}` among them, by {actions}");

        void Report(ValidationCheck check, string message) => context.Report(check, forward.Field, forward.Field.Location, message, BreakChain(forward));
    }

    // A relation that lacks its columns still has its default actions.
    private static bool CarriesOn(RelationSymbol relation)
    {
        if (relation is not { Kind: RelationKind.OneToOne or RelationKind.OneToMany, Back: not null, Forward: { } forward })
            return false;
        if (forward.ForeignKey is { } key)
            return !(Stops(key.OnDelete) && Stops(key.OnUpdate));
        return RelationSide.Of(forward) is not { OnUpdate: { } onUpdate } side
            || !Stops(onUpdate)
            || (side.OnDelete is { } onDelete ? !Stops(onDelete) : forward.IsOptional);
    }

    private static bool Stops(ReferentialAction action) => action is ReferentialAction.NoAction or ReferentialAction.Restrict;

    private static string ActionsOf(RelationSide forward)
    {
        if (forward.Field.ForeignKey is not { } key)
            return "its actions";
        var parts = new List<string>(2);
        if (!Stops(key.OnDelete))
            parts.Add($"`onDelete: {key.OnDelete}`" + (key.ExplicitOnDelete is null ? " (the default)" : ""));
        if (!Stops(key.OnUpdate))
            parts.Add($"`onUpdate: {key.OnUpdate}`" + (key.ExplicitOnUpdate is null ? " (the default)" : ""));
        return string.Join(" and ", parts);
    }

    private static CodeFix? BreakChain(RelationSide forward)
    {
        if (forward.Attribute is not { Syntax.ArgumentList: { Arguments.Count: > 0 } list } attribute)
            return null;
        return CodeFix.Unsafe("Set both actions to `NoAction`", MemberEdits.SetArguments(attribute, list, ["onDelete", "onUpdate"], "NoAction"));
    }

    private void FindPaths()
    {
        var steps = 0;
        for (var from = 0; from < _graph.Count && steps < MaxSteps; from++)
        {
            var edges = _graph.EdgesOf(from);
            if (edges.Count < 2)
                continue;
            var counts = new Dictionary<int, int>();
            var reached = new List<List<int>>(edges.Count);
            foreach (var edge in edges)
            {
                var models = _graph.ReachableFrom(edge.To, from);
                steps += models.Count;
                reached.Add(models);
                foreach (var model in models)
                    counts[model] = counts.TryGetValue(model, out var count) ? count + 1 : 1;
                if (steps >= MaxSteps)
                    return;
            }

            for (var i = 0; i < edges.Count; i++)
            {
                var twice = reached[i].FindIndex(model => counts[model] > 1);
                if (twice >= 0)
                    _reachedTwice[edges[i].Field] = _graph.NameOf(reached[i][twice]);
            }
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidReferentialAction, ValidationStage.Meaning, summary);
}
