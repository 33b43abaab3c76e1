using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>
/// The foreign keys that may refuse a delete with all that it takes along. PostgreSQL goes down step by step: a key is no hindrance where its own
/// rows have gone by a cascade no later than those that it refers to.
/// </summary>
internal static class DeleteStops
{
    /// <param name="root">The model of the deleted row.</param>
    /// <param name="keys">All foreign keys.</param>
    public static IReadOnlyList<ForeignKeySymbol> Of(ModelSymbol root, IReadOnlyList<ForeignKeySymbol> keys)
    {
        var steps = Steps(root, keys);
        return
        [
            .. keys.Where(key => key.OnDelete is ReferentialAction.Restrict or ReferentialAction.NoAction
                && steps.TryGetValue(key.Target, out var target)
                // Of the root one row goes, of the models below those that belong to it: other rows of the root refer to what they like.
                && (key.Model == root || !(steps.TryGetValue(key.Model, out var own) && own <= target))),
        ];
    }

    // After how many steps rows of each model go at the earliest.
    private static Dictionary<ModelSymbol, int> Steps(ModelSymbol root, IReadOnlyList<ForeignKeySymbol> keys)
    {
        var cascades = keys.Where(key => key.OnDelete == ReferentialAction.Cascade).ToLookup(key => key.Target);
        var steps = new Dictionary<ModelSymbol, int> { [root] = 0 };
        var queue = new Queue<ModelSymbol>([root]);
        while (queue.Count > 0)
        {
            var parent = queue.Dequeue();
            foreach (var child in cascades[parent].Select(key => key.Model).Where(child => !steps.ContainsKey(child)))
            {
                steps.Add(child, steps[parent] + 1);
                queue.Enqueue(child);
            }
        }
        return steps;
    }
}
