using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Gives each node a column: right of all that it hangs on, and no column much higher than the others.</summary>
internal static class ColumnAssignment
{
    /// <summary>As many columns as a page has room for.</summary>
    private const int PageColumns = 4;

    private const double ComfortableHeight = 620;

    private const double LargeHeight = 1700;

    private const double Growth = 1.1;

    /// <param name="heights">The heights of the nodes with the gaps below them.</param>
    /// <param name="links">Pairs of nodes without cycles: the left one comes in a column before the right one.</param>
    public static int[] Assign(IReadOnlyList<double> heights, IReadOnlyList<(int Left, int Right)> links)
    {
        var before = Neighbours(heights.Count, links.Select(link => (link.Right, link.Left)));
        var after = Neighbours(heights.Count, links);
        var reach = new int[heights.Count];
        foreach (var node in Enumerable.Reverse(Sorted(heights.Count, before, after)))
            reach[node] = after[node].Count == 0 ? 0 : after[node].Max(next => reach[next]) + 1;
        // As few columns as there can be without one that is much higher than a screen; of a large diagram more than fit on a page.
        for (var count = reach.Max() + 1; ; count++)
        {
            var (columns, height) = FillInto(count);
            var enough = count < PageColumns ? ComfortableHeight : count < 2 * PageColumns ? LargeHeight : double.MaxValue;
            if (height > enough)
                continue;
            PullRight(columns, before, after);
            return Renumber(columns);
        }

        (int[] Columns, double Height) FillInto(int count)
        {
            for (var limit = Math.Max(heights.Max(), heights.Sum() / count); ; limit *= Growth)
            {
                var columns = Fill(heights, before, after, reach, limit);
                if (columns.Max() < count)
                    return (columns, limit);
            }
        }
    }

    private static int[] Fill(IReadOnlyList<double> heights, List<int>[] before, List<int>[] after, int[] reach, double limit)
    {
        var columns = Enumerable.Repeat(-1, heights.Count).ToArray();
        var left = heights.Count;
        for (var column = 0; left > 0; column++)
        {
            var ready = Enumerable.Range(0, heights.Count)
                .Where(node => columns[node] < 0 && before[node].All(other => columns[other] >= 0 && columns[other] < column))
                .OrderByDescending(node => reach[node]).ThenByDescending(node => after[node].Count).ThenBy(node => node)
                .ToArray();
            var used = 0.0;
            foreach (var node in ready)
            {
                if (used > 0 && used + heights[node] > limit)
                    continue;
                columns[node] = column;
                used += heights[node];
                left--;
            }
        }
        return columns;
    }

    // What hangs on nothing goes beside the first that hangs on it.
    private static void PullRight(int[] columns, List<int>[] before, List<int>[] after)
    {
        for (var node = 0; node < columns.Length; node++)
        {
            if (before[node].Count == 0 && after[node].Count > 0)
                columns[node] = after[node].Min(next => columns[next]) - 1;
        }
    }

    private static int[] Renumber(int[] columns)
    {
        var used = columns.Distinct().OrderBy(column => column).ToList();
        return [.. columns.Select(column => used.IndexOf(column))];
    }

    private static List<int>[] Neighbours(int count, IEnumerable<(int From, int To)> links)
    {
        var neighbours = new List<int>[count];
        for (var i = 0; i < count; i++)
            neighbours[i] = [];
        foreach (var (from, to) in links)
        {
            if (!neighbours[from].Contains(to))
                neighbours[from].Add(to);
        }
        return neighbours;
    }

    private static List<int> Sorted(int count, List<int>[] before, List<int>[] after)
    {
        var waits = before.Select(list => list.Count).ToArray();
        var ready = new Queue<int>(Enumerable.Range(0, count).Where(node => waits[node] == 0));
        var sorted = new List<int>(count);
        while (ready.Count > 0)
        {
            var node = ready.Dequeue();
            sorted.Add(node);
            foreach (var next in after[node])
            {
                if (--waits[next] == 0)
                    ready.Enqueue(next);
            }
        }
        return sorted;
    }
}
