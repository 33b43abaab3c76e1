using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Lays out a diagram of models: groups that hang together one by one, and then side by side where there is room.</summary>
internal static class EntityLayout
{
    private const double PageWidth = 1040;
    private const double Gap = 34;

    public static DiagramPicture Arrange(DiagramBlock diagram)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var boxes = new List<DiagramBox>();
        foreach (var node in diagram.Nodes)
        {
            if (!numbers.TryAdd(node.Id, boxes.Count))
                continue;
            boxes.Add(EntityBoxes.Measure(node));
        }
        (int From, int To, DiagramEdge Edge)[] edges = [.. diagram.Edges
            .Where(edge => numbers.ContainsKey(edge.From) && numbers.ContainsKey(edge.To))
            .Select(edge => (numbers[edge.From], numbers[edge.To], edge))];
        return Pack([.. Groups(boxes.Count, edges).Select(group => Arrange(group, boxes, edges))]);
    }

    private static DiagramPicture Arrange(List<int> group, List<DiagramBox> boxes, (int From, int To, DiagramEdge Edge)[] edges)
    {
        var inner = group.Select((box, i) => (box, i)).ToDictionary(pair => pair.box, pair => pair.i);
        return ComponentLayout.Arrange(
            [.. group.Select(box => boxes[box])],
            [.. edges.Where(edge => inner.ContainsKey(edge.From)).Select(edge => (inner[edge.From], inner[edge.To], edge.Edge))]);
    }

    private static IEnumerable<List<int>> Groups(int count, (int From, int To, DiagramEdge Edge)[] edges)
    {
        var groups = Enumerable.Range(0, count).ToArray();
        foreach (var (from, to, _) in edges)
        {
            var (kept, gone) = (Math.Min(groups[from], groups[to]), Math.Max(groups[from], groups[to]));
            for (var i = 0; i < count && kept != gone; i++)
                groups[i] = groups[i] == gone ? kept : groups[i];
        }
        return groups.Select((group, box) => (group, box)).GroupBy(pair => pair.group, pair => pair.box).Select(group => group.ToList());
    }

    // The largest first, on shelves; below a small one the next small one stands on the same shelf.
    private static DiagramPicture Pack(IReadOnlyList<DiagramPicture> groups)
    {
        if (groups.Count == 0)
            return new DiagramPicture(0, 0, [], []);
        var width = Math.Max(PageWidth, groups.Max(group => group.Width));
        var result = new List<DiagramPicture>();
        var shelf = (Y: 0.0, Height: 0.0);
        var stack = (X: 0.0, Width: 0.0, Used: 0.0);
        foreach (var group in groups.OrderByDescending(group => group.Boxes.Count > 1 ? 1 : 0).ThenByDescending(group => group.Height).ThenByDescending(group => group.Width))
        {
            var fitsBelow = result.Count > 0 && stack.Used + Gap + group.Height <= shelf.Height && stack.X + group.Width <= width;
            if (fitsBelow)
                stack = (stack.X, Math.Max(stack.Width, group.Width), stack.Used + Gap + group.Height);
            else if (result.Count > 0 && stack.X + stack.Width + Gap + group.Width <= width && group.Height <= shelf.Height)
                stack = (stack.X + stack.Width + Gap, group.Width, group.Height);
            else
            {
                shelf = (result.Count == 0 ? 0 : shelf.Y + shelf.Height + Gap, group.Height);
                stack = (0, group.Width, group.Height);
            }
            result.Add(Move(group, stack.X, shelf.Y + stack.Used - group.Height));
        }
        return new DiagramPicture(
            result.Max(group => group.Width),
            result.Max(group => group.Height),
            [.. result.SelectMany(group => group.Boxes)],
            [.. result.SelectMany(group => group.Wires)]);
    }

    // Of the result, width and height are its right and lower end.
    private static DiagramPicture Move(DiagramPicture group, double x, double y)
    {
        foreach (var box in group.Boxes)
            (box.X, box.Y) = (box.X + x, box.Y + y);
        DiagramWire[] wires = [.. group.Wires.Select(wire => wire with
        {
            Points = [.. wire.Points.Select(point => new DiagramPoint(point.X + x, point.Y + y))],
            LabelEnd = new DiagramPoint(wire.LabelEnd.X + x, wire.LabelEnd.Y + y),
        })];
        return new DiagramPicture(group.Width + x, group.Height + y, group.Boxes, wires);
    }
}
