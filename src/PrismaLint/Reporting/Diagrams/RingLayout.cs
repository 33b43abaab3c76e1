using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Places boxes on an ellipse: those with much between them beside each other, none over another.</summary>
internal static class RingLayout
{
    private const double Gap = 46;
    private const int MostSwaps = 40;

    /// <summary>Places the boxes.</summary>
    /// <returns>The middle of the ellipse.</returns>
    public static DiagramPoint Place(IReadOnlyList<DiagramBox> boxes, IReadOnlyList<(int From, int To, double Weight)> edges)
    {
        if (boxes.Count == 1)
            return boxes[0].Center;
        var order = Order(boxes.Count, edges);
        var radius = 120.0;
        do
        {
            radius *= 1.05;
            Spread(boxes, order, radius * 1.5, radius);
        }
        while (Collides(boxes));
        var left = boxes.Min(box => box.X);
        var top = boxes.Min(box => box.Y);
        foreach (var box in boxes)
            (box.X, box.Y) = (Math.Round(box.X - left), Math.Round(box.Y - top));
        return new DiagramPoint(-left, -top);
    }

    private static void Spread(IReadOnlyList<DiagramBox> boxes, int[] order, double radiusX, double radiusY)
    {
        for (var i = 0; i < order.Length; i++)
        {
            // Two of them beside each other, more of them from the top on.
            var angle = 2 * Math.PI * i / order.Length - (order.Length == 2 ? Math.PI : Math.PI / 2);
            var box = boxes[order[i]];
            box.X = Math.Round(radiusX * Math.Cos(angle), 3) - box.Width / 2;
            box.Y = Math.Round(radiusY * Math.Sin(angle), 3) - box.Height / 2;
        }
    }

    private static bool Collides(IReadOnlyList<DiagramBox> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (boxes[i].Overlaps(boxes[j], Gap))
                    return true;
            }
        }
        return false;
    }

    // Swaps as long as one makes the weighted way along the ring shorter.
    private static int[] Order(int count, IReadOnlyList<(int From, int To, double Weight)> edges)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var cost = Cost(order, edges);
        for (var round = 0; round < MostSwaps; round++)
        {
            var (first, second, least) = (-1, -1, cost);
            for (var i = 0; i < count; i++)
            {
                for (var j = i + 1; j < count; j++)
                {
                    (order[i], order[j]) = (order[j], order[i]);
                    var now = Cost(order, edges);
                    if (now < least - 1e-9)
                        (first, second, least) = (i, j, now);
                    (order[i], order[j]) = (order[j], order[i]);
                }
            }
            if (first < 0)
                break;
            (order[first], order[second]) = (order[second], order[first]);
            cost = least;
        }
        return order;
    }

    private static double Cost(int[] order, IReadOnlyList<(int From, int To, double Weight)> edges)
    {
        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            places[order[i]] = i;
        var sum = 0.0;
        foreach (var (from, to, weight) in edges)
        {
            var way = Math.Abs(places[from] - places[to]);
            sum += weight * Math.Min(way, order.Length - way);
        }
        return sum;
    }
}
