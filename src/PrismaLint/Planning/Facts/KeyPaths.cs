using System;
using System.Collections.Generic;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Ways along foreign keys.</summary>
internal static class KeyPaths
{
    /// <summary>The fewest foreign keys that lead from a model to one that is looked for, in order; of several ways the first by the text.</summary>
    /// <param name="start">Where the way begins.</param>
    /// <param name="isEnd">The model is looked for.</param>
    /// <param name="counts">The foreign key may be followed.</param>
    public static IReadOnlyList<ForeignKeySymbol> Shortest(ModelSymbol start, Func<ModelSymbol, bool> isEnd, Func<ForeignKeySymbol, bool> counts)
    {
        var before = new Dictionary<ModelSymbol, ForeignKeySymbol?> { [start] = null };
        var queue = new Queue<ModelSymbol>([start]);
        while (queue.Count > 0)
        {
            var current = queue.Dequeue();
            if (current != start && isEnd(current))
                return Trace(start, current, before);
            foreach (var key in current.ForeignKeys)
            {
                if (before.ContainsKey(key.Target) || !counts(key))
                    continue;
                before.Add(key.Target, key);
                queue.Enqueue(key.Target);
            }
        }
        return [];
    }

    // Keys lead upwards, and the last one found leads to the end.
    private static List<ForeignKeySymbol> Trace(ModelSymbol start, ModelSymbol end, Dictionary<ModelSymbol, ForeignKeySymbol?> before)
    {
        var path = new List<ForeignKeySymbol>();
        for (var at = end; at != start && before[at] is { } key; at = key.Model)
            path.Add(key);
        path.Reverse();
        return path;
    }
}
