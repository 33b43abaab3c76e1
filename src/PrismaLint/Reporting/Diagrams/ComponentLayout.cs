using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>
/// Lays out boxes that hang together, in columns: what is referred to left, what refers to it right of it. Lines go through the channels
/// between columns, and through lanes where they pass one.
/// </summary>
internal sealed class ComponentLayout
{
    private const double BoxGap = 22;

    private readonly IReadOnlyList<DiagramBox> _boxes;
    private readonly IReadOnlyList<(int From, int To, DiagramEdge Edge)> _edges;
    private readonly List<WireBundle> _bundles = [];
    private readonly WirePorts _ports;
    private int[] _columns = [];
    private int[][] _order = [];
    private readonly List<int> _laneColumns = [];

    private ComponentLayout(IReadOnlyList<DiagramBox> boxes, IReadOnlyList<(int From, int To, DiagramEdge Edge)> edges)
    {
        _boxes = boxes;
        _edges = edges;
        Bundle();
        _ports = new WirePorts(boxes, _bundles, edges);
    }

    /// <summary>Places the boxes, the upper left corner of all at 0, 0, and finds the ways of the lines.</summary>
    /// <param name="boxes">The boxes.</param>
    /// <param name="edges">The edges, by the numbers of the boxes.</param>
    public static DiagramPicture Arrange(IReadOnlyList<DiagramBox> boxes, IReadOnlyList<(int From, int To, DiagramEdge Edge)> edges)
    {
        var layout = new ComponentLayout(boxes, edges);
        layout._ports.Enlarge();
        layout.AssignColumns();
        layout.AssignHeights();
        var routes = new WireRoutes(boxes, edges, layout._bundles, layout._columns, layout._ports);
        routes.AssignWidths(layout._order);
        var wires = routes.Wires();
        var lowest = wires.SelectMany(wire => wire.Points).Select(point => point.Y + 2).DefaultIfEmpty(0).Max();
        return new DiagramPicture(routes.Width, Math.Max(lowest, boxes.Max(box => box.Bottom)), boxes, wires);
    }

    private void Bundle()
    {
        (int From, int To, int Weight)[] links = [.. _edges.Select(edge => (edge.From, edge.From == edge.To ? -1 : edge.To, edge.Edge.IsOptional ? 1 : 3))];
        var real = Enumerable.Range(0, links.Length).Where(i => links[i].To >= 0).ToArray();
        var turned = CycleBreaker.Find(_boxes.Count, [.. real.Select(i => links[i])]);
        var bundles = new Dictionary<(int Left, int Kind), WireBundle>();
        for (var i = 0; i < real.Length; i++)
        {
            var (from, to, edge) = _edges[real[i]];
            // Lines that end alike at a box become one; a turned one is alone.
            var key = turned[i] ? (from, 3 + real[i]) : (to, edge.IsManyToMany ? 2 : edge.IsOptional ? 1 : 0);
            if (!bundles.TryGetValue(key, out var bundle))
            {
                bundle = new WireBundle(key.Item1);
                bundles.Add(key, bundle);
                _bundles.Add(bundle);
            }
            bundle.Ends.Add(new WireEnd(real[i], turned[i] ? to : from, turned[i]));
        }
    }

    private void AssignColumns()
    {
        (int Left, int Right)[] links = [.. _bundles.SelectMany(bundle => bundle.Ends.Select(end => (bundle.Left, end.Box)))];
        _columns = ColumnAssignment.Assign([.. _boxes.Select(box => box.Height + BoxGap)], links);
        foreach (var bundle in _bundles)
        {
            for (var column = _columns[bundle.Left] + 1; column < bundle.Ends.Max(end => _columns[end.Box]); column++)
            {
                bundle.Lanes.Add(_boxes.Count + _laneColumns.Count);
                _laneColumns.Add(column);
            }
        }
        for (var column = 0; column <= _columns.Max(); column++)
        {
            DiagramBox[] members = [.. _boxes.Where((_, i) => _columns[i] == column)];
            var width = members.Max(box => box.Width);
            foreach (var box in members)
                box.Width = width;
        }
    }

    private void AssignHeights()
    {
        var columnOf = _columns.Concat(_laneColumns).ToArray();
        int[][] columns = [.. Enumerable.Range(0, _columns.Max() + 1).Select(column => Enumerable.Range(0, columnOf.Length).Where(place => columnOf[place] == column).ToArray())];
        var links = Links();
        double[] heights = [.. _boxes.Select(box => box.Height).Concat(_laneColumns.Select(_ => 0.0))];
        _order = ColumnOrder.Find(columns, links);
        var middles = ColumnPositions.Find(_order, heights, links);
        for (var i = 0; i < _boxes.Count; i++)
            _boxes[i].Y = Math.Round(middles[i] - _boxes[i].Height / 2);
        _ports.Place(middles, _columns);
    }

    private List<(int Left, int Right)> Links()
    {
        var links = new List<(int Left, int Right)>();
        foreach (var bundle in _bundles)
        {
            var first = _columns[bundle.Left] + 1;
            for (var i = 0; i < bundle.Lanes.Count; i++)
                links.Add((i == 0 ? bundle.Left : bundle.Lanes[i - 1], bundle.Lanes[i]));
            foreach (var end in bundle.Ends)
            {
                var passed = _columns[end.Box] - first;
                links.Add((passed == 0 ? bundle.Left : bundle.Lanes[passed - 1], end.Box));
            }
        }
        return links;
    }
}
