using System.Collections.Generic;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Finds few edges that, turned round, leave a graph without cycles (the greedy way of Eades, Lin and Smyth).</summary>
internal static class CycleBreaker
{
    /// <summary>For each edge whether it is to be turned. Edges with a small weight go first; an edge from a node to itself is not asked about.</summary>
    public static bool[] Find(int count, IReadOnlyList<(int From, int To, int Weight)> edges)
    {
        var incoming = new int[count];
        var outgoing = new int[count];
        foreach (var (from, to, weight) in edges)
        {
            outgoing[from] += weight;
            incoming[to] += weight;
        }
        var places = new int[count];
        var done = new bool[count];
        var first = 0;
        var last = count - 1;
        for (var left = count; left > 0; left--)
        {
            var next = Choose(done, incoming, outgoing);
            places[next] = outgoing[next] == 0 ? last-- : first++;
            done[next] = true;
            foreach (var (from, to, weight) in edges)
            {
                if (from == next)
                    incoming[to] -= weight;
                if (to == next)
                    outgoing[from] -= weight;
            }
        }
        var turned = new bool[edges.Count];
        for (var i = 0; i < turned.Length; i++)
            turned[i] = places[edges[i].From] > places[edges[i].To];
        return turned;
    }

    // A node that refers to nothing, else one that nothing refers to, else the one that refers to most more than it is referred to.
    private static int Choose(bool[] done, int[] incoming, int[] outgoing)
    {
        var best = -1;
        var bestRank = int.MinValue;
        for (var node = 0; node < done.Length; node++)
        {
            if (done[node])
                continue;
            var rank = outgoing[node] == 0 ? int.MaxValue : incoming[node] == 0 ? int.MaxValue - 1 : outgoing[node] - incoming[node];
            if (best < 0 || rank > bestRank)
                (best, bestRank) = (node, rank);
        }
        return best;
    }
}
