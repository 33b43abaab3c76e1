using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Leads lines through the channels between columns and gives columns and channels their widths.</summary>
internal sealed class WireRoutes(
    IReadOnlyList<DiagramBox> boxes,
    IReadOnlyList<(int From, int To, DiagramEdge Edge)> edges,
    IReadOnlyList<WireBundle> bundles,
    int[] columns,
    WirePorts ports)
{
    public const double LabelSize = 11.5;

    private const double MarkWidth = 20;
    private const double LoopWidth = 34;
    private const double TrackWidth = 9;
    private const double LabelLimit = 116;

    private readonly Dictionary<(WireBundle Bundle, int Channel), WireStrand> _strands = [];
    private readonly double[] _firstTracks = new double[columns.Max() + 1];

    public double Width { get; private set; }

    /// <summary>Gives the boxes their places from left to right.</summary>
    public void AssignWidths(int[][] order)
    {
        var x = 0.0;
        for (var column = 0; column < order.Length; column++)
        {
            DiagramBox[] members = [.. order[column].Where(place => place < boxes.Count).Select(place => boxes[place])];
            foreach (var box in members)
                box.X = x;
            x += members.Max(box => box.Width);
            var hasLoop = order[column].Any(place => place < boxes.Count && ports.Loops[place].Count > 0);
            Width = x + (hasLoop ? LoopWidth : 0);
            if (column + 1 == order.Length)
                break;
            var count = ChannelTracks.Assign(Strands(column));
            _firstTracks[column] = x + (hasLoop ? LoopWidth : MarkWidth);
            x = _firstTracks[column] + Math.Max(1, count) * TrackWidth + LabelWidth(column) + MarkWidth;
        }
    }

    public IReadOnlyList<DiagramWire> Wires()
    {
        var wires = new DiagramWire[edges.Count];
        foreach (var bundle in bundles)
        {
            foreach (var end in bundle.Ends)
            {
                var points = Way(bundle, end);
                if (!end.IsTurned)
                    points.Reverse();
                wires[end.Edge] = new DiagramWire(edges[end.Edge].Edge, points)
                {
                    Label = LabelOf(end.Edge),
                    LabelEnd = new DiagramPoint(boxes[end.Box].X - MarkWidth, end.Y - 4),
                };
            }
        }
        for (var box = 0; box < boxes.Count; box++)
        {
            for (var i = 0; i < ports.Loops[box].Count; i++)
                wires[ports.Loops[box][i]] = Loop(box, i);
        }
        return wires;
    }

    private DiagramWire Loop(int box, int number)
    {
        var (from, to) = ports.LoopYs(box, number);
        var right = boxes[box].Right;
        var turn = right + LoopWidth - 8;
        return new DiagramWire(edges[ports.Loops[box][number]].Edge, [new(right, from), new(turn, from), new(turn, to), new(right, to)]);
    }

    private List<WireStrand> Strands(int channel)
    {
        var strands = new List<WireStrand>();
        foreach (var bundle in bundles)
        {
            var passed = channel - columns[bundle.Left];
            if (passed < 0 || passed > bundle.Lanes.Count)
                continue;
            var rights = bundle.Ends.Where(end => columns[end.Box] == channel + 1).Select(end => end.Y).ToList();
            if (passed < bundle.Lanes.Count)
                rights.Add(ports.LaneY(bundle.Lanes[passed]));
            var strand = new WireStrand(passed == 0 ? bundle.LeftY : ports.LaneY(bundle.Lanes[passed - 1]), [.. rights]);
            _strands[(bundle, channel)] = strand;
            strands.Add(strand);
        }
        return strands;
    }

    // From the left to the right.
    private List<DiagramPoint> Way(WireBundle bundle, WireEnd end)
    {
        var y = bundle.LeftY;
        var points = new List<DiagramPoint> { new(boxes[bundle.Left].Right, y) };
        for (var channel = columns[bundle.Left]; channel < columns[end.Box]; channel++)
        {
            var next = channel + 1 == columns[end.Box] ? end.Y : ports.LaneY(bundle.Lanes[channel - columns[bundle.Left]]);
            if (Math.Abs(next - y) >= 0.5)
            {
                var x = _firstTracks[channel] + (_strands[(bundle, channel)].Track + 0.5) * TrackWidth;
                points.Add(new(x, y));
                points.Add(new(x, next));
            }
            y = next;
        }
        points.Add(new(boxes[end.Box].X, y));
        return points;
    }

    private double LabelWidth(int channel)
    {
        var widest = 0.0;
        foreach (var end in bundles.SelectMany(bundle => bundle.Ends).Where(end => columns[end.Box] == channel + 1))
            widest = Math.Max(widest, TextWidth.Of(LabelOf(end.Edge), LabelSize));
        return widest > 0 ? Math.Ceiling(widest) + 4 : 0;
    }

    // The name of a relation that is named after its model says nothing new.
    private string LabelOf(int edge)
    {
        var (from, to, said) = edges[edge];
        var target = boxes[to].Node.Title;
        return Plain(said.Label) == Plain(target) ? "" : TextWidth.Fit(Shorten(said.Label, boxes[from].Node.Title, target), LabelLimit, LabelSize);
    }

    // Where two keys lead to one table, `prisma db pull` makes the name of both tables and the column: users_orders_buyerTousers.
    private static string Shorten(string label, string from, string to)
    {
        var (start, end) = (to + "_" + from + "_", "To" + to);
        return label.Length > start.Length + end.Length && label.StartsWith(start, StringComparison.Ordinal) && label.EndsWith(end, StringComparison.Ordinal)
            ? label.Substring(start.Length, label.Length - start.Length - end.Length)
            : label;
    }

    private static string Plain(string name) => new string([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]).TrimEnd('s');
}
