using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Where lines meet the sides of boxes.</summary>
internal sealed class WirePorts
{
    /// <summary>The least distance between two lines at a box: marks and labels need it.</summary>
    private const double Distance = 15;

    private const double Jog = 8;

    private readonly IReadOnlyList<DiagramBox> _boxes;
    private readonly List<WireEnd>[] _leftSides;
    private readonly List<WireBundle>[] _rightSides;
    private double[] _laneYs = [];

    public WirePorts(IReadOnlyList<DiagramBox> boxes, IReadOnlyList<WireBundle> bundles, IReadOnlyList<(int From, int To, DiagramEdge Edge)> edges)
    {
        _boxes = boxes;
        _leftSides = new List<WireEnd>[boxes.Count];
        _rightSides = new List<WireBundle>[boxes.Count];
        Loops = new List<int>[boxes.Count];
        for (var i = 0; i < boxes.Count; i++)
            (_leftSides[i], _rightSides[i], Loops[i]) = ([], [], []);
        Bundles = bundles;
        foreach (var bundle in bundles)
        {
            _rightSides[bundle.Left].Add(bundle);
            foreach (var end in bundle.Ends)
                _leftSides[end.Box].Add(end);
        }
        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i].From == edges[i].To)
                Loops[edges[i].From].Add(i);
        }
    }

    /// <summary>The edges of each box to itself.</summary>
    public List<int>[] Loops { get; }

    private IReadOnlyList<WireBundle> Bundles { get; }

    /// <summary>Makes boxes high enough for the lines that end at them.</summary>
    public void Enlarge()
    {
        for (var i = 0; i < _boxes.Count; i++)
            _boxes[i].Height = Math.Max(_boxes[i].Height, (Math.Max(_leftSides[i].Count, RightCount(i)) + 1) * Distance);
    }

    /// <summary>Where the line of a loop begins and ends.</summary>
    public (double From, double To) LoopYs(int box, int number)
    {
        var first = _rightSides[box].Count + 2 * number;
        return (At(box, first, RightCount(box)), At(box, first + 1, RightCount(box)));
    }

    /// <summary>The height of a lane.</summary>
    public double LaneY(int place) => _laneYs[place - _boxes.Count];

    /// <param name="middles">The heights of boxes and lanes.</param>
    /// <param name="columns">The columns of the boxes.</param>
    public void Place(double[] middles, int[] columns)
    {
        _laneYs = [.. middles.Skip(_boxes.Count)];
        var sources = new Dictionary<WireEnd, double>();
        foreach (var bundle in Bundles)
        {
            foreach (var end in bundle.Ends)
            {
                var passed = columns[end.Box] - columns[bundle.Left] - 1;
                sources[end] = middles[passed == 0 ? bundle.Left : bundle.Lanes[passed - 1]];
            }
        }
        for (var i = 0; i < _boxes.Count; i++)
        {
            _leftSides[i] = [.. _leftSides[i].OrderBy(end => sources[end])];
            for (var j = 0; j < _leftSides[i].Count; j++)
                _leftSides[i][j].Y = At(i, j, _leftSides[i].Count);
            _rightSides[i] = [.. _rightSides[i].OrderBy(bundle => bundle.Lanes.Count > 0 ? middles[bundle.Lanes[0]] : bundle.Ends.Average(end => middles[end.Box]))];
            for (var j = 0; j < _rightSides[i].Count; j++)
                _rightSides[i][j].LeftY = At(i, j, RightCount(i));
        }
        Straighten(columns);
    }

    // Lines that nearly are straight become so.
    private void Straighten(int[] columns)
    {
        foreach (var bundle in Bundles.OrderBy(bundle => columns[bundle.Left]))
        {
            if (bundle.Ends.Count == 1 && bundle.Lanes.Count == 0 && RightCount(bundle.Left) == 1 && IsBeside(_boxes[bundle.Left], bundle.Ends[0].Y))
                bundle.LeftY = bundle.Ends[0].Y;
            var y = bundle.LeftY;
            var column = columns[bundle.Left] + 1;
            for (var i = 0; i <= bundle.Lanes.Count; i++, column++)
            {
                WireEnd[] ends = [.. bundle.Ends.Where(end => columns[end.Box] == column)];
                if (ends.Length == 1 && i == bundle.Lanes.Count)
                    MoveTo(ends[0], y);
                if (i == bundle.Lanes.Count)
                    break;
                var lane = bundle.Lanes[i] - _boxes.Count;
                if (ends.Length == 0 && Math.Abs(_laneYs[lane] - y) <= Jog)
                    _laneYs[lane] = y;
                y = _laneYs[lane];
            }
        }
    }

    private void MoveTo(WireEnd end, double y)
    {
        var side = _leftSides[end.Box];
        if (!IsBeside(_boxes[end.Box], y) || (side.Count > 1 && Math.Abs(end.Y - y) > Jog))
            return;
        if (side.All(other => other == end || Math.Abs(other.Y - y) >= Distance - 4))
            end.Y = y;
    }

    private static bool IsBeside(DiagramBox box, double y) => y >= box.Y + 10 && y <= box.Bottom - 10;

    private int RightCount(int box) => _rightSides[box].Count + 2 * Loops[box].Count;

    private double At(int box, int number, int count) => Math.Round(_boxes[box].Y + _boxes[box].Height * (number + 1) / (count + 1));
}
