using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Gives places in columns their height: as near to the middle of their neighbours as order and gaps allow.</summary>
internal sealed class ColumnPositions
{
    private const int Sweeps = 12;
    private const double BoxGap = 22;
    private const double LaneGap = 13;

    // Lines may move a little when they are made straight.
    private const double LaneMargin = 10;

    private readonly int[][] _columns;
    private readonly IReadOnlyList<double> _heights;
    private readonly List<int>[] _left;
    private readonly List<int>[] _right;
    private readonly double[] _middles;

    private ColumnPositions(int[][] columns, IReadOnlyList<double> heights, IEnumerable<(int Left, int Right)> links)
    {
        _columns = columns;
        _heights = heights;
        _middles = new double[heights.Count];
        _left = new List<int>[heights.Count];
        _right = new List<int>[heights.Count];
        for (var i = 0; i < heights.Count; i++)
            (_left[i], _right[i]) = ([], []);
        foreach (var (left, right) in links)
        {
            _right[left].Add(right);
            _left[right].Add(left);
        }
    }

    /// <summary>The middle of each place, from 0.</summary>
    /// <param name="columns">The places of each column, from above.</param>
    /// <param name="heights">The heights of the places; 0 for a line that passes.</param>
    /// <param name="links">Pairs of places in neighbouring columns.</param>
    public static double[] Find(int[][] columns, IReadOnlyList<double> heights, IReadOnlyList<(int Left, int Right)> links)
    {
        var positions = new ColumnPositions(columns, heights, links);
        foreach (var column in columns)
            positions.Stack(column);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var i = 0; i < columns.Length; i++)
                positions.Settle(columns[sweep % 2 == 0 ? i : columns.Length - 1 - i], sweep);
        }
        var top = Enumerable.Range(0, heights.Count).Min(place => positions._middles[place] - Math.Max(heights[place] / 2, LaneMargin));
        return [.. positions._middles.Select(middle => Math.Round(middle - top))];
    }

    private void Stack(int[] column)
    {
        var at = 0.0;
        for (var i = 0; i < column.Length; i++)
        {
            at += i == 0 ? 0 : Distance(column[i - 1], column[i]);
            _middles[column[i]] = at;
        }
        foreach (var place in column)
            _middles[place] -= at / 2;
    }

    // The nearest heights in the least squares that keep order and gaps: neighbours that would collide move as one.
    private void Settle(int[] column, int sweep)
    {
        var blocks = new List<(double Sum, double Weight, int Count)>(column.Length);
        var offsets = new double[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + Distance(column[i - 1], column[i]);
            var weight = _heights[column[i]] > 0 ? 1.0 : 3.0;
            var block = (Sum: (Wish(column[i], sweep) - offsets[i]) * weight, Weight: weight, Count: 1);
            while (blocks.Count > 0 && blocks[blocks.Count - 1].Sum / blocks[blocks.Count - 1].Weight > block.Sum / block.Weight)
            {
                var above = blocks[blocks.Count - 1];
                blocks.RemoveAt(blocks.Count - 1);
                block = (block.Sum + above.Sum, block.Weight + above.Weight, block.Count + above.Count);
            }
            blocks.Add(block);
        }
        var at = 0;
        foreach (var (sum, weight, count) in blocks)
        {
            for (var i = 0; i < count; i++, at++)
                _middles[column[at]] = sum / weight + offsets[at];
        }
    }

    private double Wish(int place, int sweep)
    {
        var near = sweep >= Sweeps - 2 ? [.. _left[place], .. _right[place]] : sweep % 2 == 0 ? _left[place] : _right[place];
        return near.Count == 0 ? _middles[place] : near.Average(other => _middles[other]);
    }

    private double Distance(int above, int below)
    {
        var lanes = (_heights[above] > 0 ? 0 : 1) + (_heights[below] > 0 ? 0 : 1);
        return (_heights[above] + _heights[below]) / 2 + (lanes == 0 ? BoxGap : LaneGap);
    }
}
