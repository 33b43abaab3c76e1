using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What the delete of one row of a model does to other tables.</summary>
/// <param name="Model">The model.</param>
/// <param name="Deleted">The models that lose rows with it, itself first.</param>
/// <param name="Keys">The foreign keys that refer to any of them: the database looks for rows of each.</param>
/// <param name="Unindexed">Those of <paramref name="Keys"/> that no index serves: their tables are read whole.</param>
internal sealed record DeleteReach(ModelSymbol Model, IReadOnlyList<ModelSymbol> Deleted, IReadOnlyList<ForeignKeySymbol> Keys, IReadOnlyList<ForeignKeySymbol> Unindexed)
{
    public static DeleteReach Of(PlanContext context, ModelSymbol model)
    {
        var deleted = new List<ModelSymbol> { model };
        var seen = new HashSet<ModelSymbol>(deleted);
        for (var i = 0; i < deleted.Count; i++)
        {
            foreach (var key in deleted[i].ReferencingKeys.Where(key => key.OnDelete == ReferentialAction.Cascade && seen.Add(key.Model)))
                deleted.Add(key.Model);
        }
        ForeignKeySymbol[] keys = [.. deleted.SelectMany(table => table.ReferencingKeys)];
        return new DeleteReach(model, deleted, keys, [.. keys.Where(key => !HasIndex(context, key))]);
    }

    /// <summary>An index finds the rows of a key: in the schema, in the database, or one that the provider makes by itself.</summary>
    public static bool HasIndex(PlanContext context, ForeignKeySymbol key) =>
        key.HasOwnIndex || (context.Schema.Connector.IndexesForeignKeys && context.Schema.RelationMode == RelationMode.ForeignKeys) || key.Model.HasIndexFor(key) || ForeignKeyCover.IsCovered(context.Rules, key) == true;

    /// <summary>How many models lose rows of <paramref name="model"/> with one of theirs, itself included.</summary>
    public static int CountAbove(ModelSymbol model)
    {
        var seen = new HashSet<ModelSymbol> { model };
        var queue = new Queue<ModelSymbol>(seen);
        while (queue.Count > 0)
        {
            foreach (var key in queue.Dequeue().ForeignKeys.Where(key => key.OnDelete == ReferentialAction.Cascade && seen.Add(key.Target)))
                queue.Enqueue(key.Target);
        }
        return seen.Count;
    }

    /// <summary>The longest way down that a delete takes, the model first; models in a circle stand for it once.</summary>
    public static IReadOnlyList<ModelSymbol> LongestChain(PlanContext context)
    {
        ForeignKeySymbol[] cascading = [.. context.Schema.ForeignKeys.Where(key => key.OnDelete == ReferentialAction.Cascade && key.Target != key.Model)];
        if (cascading.Length == 0)
            return [];
        var graph = new CascadeGraph(cascading);
        var chain = new List<ModelSymbol>();
        var current = graph.Roots.OrderByDescending(graph.DepthOf).FirstOrDefault();
        while (current is not null && !chain.Contains(current))
        {
            chain.Add(current);
            var depth = graph.DepthOf(current);
            var from = current;
            current = cascading.Where(key => key.Target == from && graph.DepthOf(key.Model) < depth).Select(key => key.Model).OrderByDescending(graph.DepthOf).FirstOrDefault();
        }
        return chain;
    }
}
