using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Orders the places of each column so that few lines cross: by the middle of their neighbours, to and fro.</summary>
internal sealed class ColumnOrder
{
    private const int Sweeps = 14;

    private readonly List<int>[] _left;
    private readonly List<int>[] _right;
    private readonly int[] _rank;

    /// <param name="count">The number of places.</param>
    /// <param name="links">Pairs of places in neighbouring columns.</param>
    private ColumnOrder(int count, IEnumerable<(int Left, int Right)> links)
    {
        _left = new List<int>[count];
        _right = new List<int>[count];
        _rank = new int[count];
        for (var i = 0; i < count; i++)
            (_left[i], _right[i]) = ([], []);
        foreach (var (left, right) in links)
        {
            _right[left].Add(right);
            _left[right].Add(left);
        }
    }

    public static int[][] Find(int[][] columns, IReadOnlyList<(int Left, int Right)> links)
    {
        var order = new ColumnOrder(columns.Sum(column => column.Length), links);
        var current = columns.Select(column => (int[])column.Clone()).ToArray();
        order.Rank(current);
        var best = current;
        var fewest = order.Crossings(current);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            current = order.Sweep(current, isToRight: sweep % 2 == 0);
            var crossings = order.Crossings(current);
            if (crossings < fewest)
                (best, fewest) = (current, crossings);
        }
        return best;
    }

    private int[][] Sweep(int[][] columns, bool isToRight)
    {
        var result = (int[][])columns.Clone();
        for (var i = 1; i < columns.Length; i++)
        {
            var column = isToRight ? i : columns.Length - 1 - i;
            var fixedColumn = result[isToRight ? column - 1 : column + 1];
            var scale = (double)fixedColumn.Length / Math.Max(1, result[column].Length);
            var sides = isToRight ? _left : _right;
            result[column] = [.. result[column].OrderBy(place => sides[place].Count == 0 ? _rank[place] * scale : sides[place].Average(other => _rank[other]))];
            Rank([result[column]]);
        }
        return result;
    }

    private void Rank(int[][] columns)
    {
        foreach (var column in columns)
        {
            for (var i = 0; i < column.Length; i++)
                _rank[column[i]] = i;
        }
    }

    private int Crossings(int[][] columns)
    {
        var sum = 0;
        for (var i = 1; i < columns.Length; i++)
            sum += Crossings(columns[i - 1], columns[i].Length);
        return sum;
    }

    // Pairs that are in another order on the right, counted with a tree of sums over the ranks.
    private int Crossings(int[] column, int rightCount)
    {
        var sums = new int[rightCount + 1];
        var seen = 0;
        var crossings = 0;
        foreach (var place in column)
        {
            var ranks = _right[place].Select(other => _rank[other]).ToArray();
            foreach (var rank in ranks)
            {
                var notAbove = 0;
                for (var i = rank + 1; i > 0; i -= i & -i)
                    notAbove += sums[i];
                crossings += seen - notAbove;
            }
            foreach (var rank in ranks)
            {
                for (var i = rank + 1; i < sums.Length; i += i & -i)
                    sums[i]++;
            }
            seen += ranks.Length;
        }
        return crossings;
    }
}
