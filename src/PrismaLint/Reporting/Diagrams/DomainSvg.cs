using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Planning.Document;
using static PrismaLint.Reporting.Diagrams.SvgWriter;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>A diagram of domains as SVG: the more models, the larger the box; the more foreign keys, the wider the line.</summary>
internal sealed class DomainSvg
{
    private const double Margin = 16;
    private const double TitleSize = 14;
    private const double NoteSize = 12;
    private const double TitleLimit = 190;
    private const double LeastLine = 1.5;
    private const double WidestLine = 11;
    private const double ArrowLength = 9;

    private static readonly double[] s_bends = [0.4, 0.6, 0.2, 0.8, 0];
    private static readonly double[] s_labelPlaces = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

    private readonly DiagramBlock _diagram;
    private readonly List<DiagramBox> _boxes = [];
    private readonly List<(int From, int To, double Weight, DiagramEdge Edge)> _edges = [];
    private readonly List<DiagramBox> _labels = [];
    private readonly DiagramPoint _middle;

    private DomainSvg(DiagramBlock diagram)
    {
        _diagram = diagram;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in diagram.Nodes)
        {
            if (numbers.TryAdd(node.Id, _boxes.Count))
                _boxes.Add(Measure(node));
        }
        foreach (var edge in diagram.Edges)
        {
            if (numbers.TryGetValue(edge.From, out var from) && numbers.TryGetValue(edge.To, out var to) && from != to)
                _edges.Add((from, to, Math.Max(1, Figure(edge.Label)), edge));
        }
        if (_boxes.Count > 0)
            _middle = RingLayout.Place(_boxes, [.. _edges.Select(edge => (edge.From, edge.To, edge.Weight))]);
        foreach (var box in _boxes)
            (box.X, box.Y) = (box.X + Margin, box.Y + Margin);
        _middle = new DiagramPoint(_middle.X + Margin, _middle.Y + Margin);
    }

    /// <param name="diagram">The diagram.</param>
    /// <param name="id">An id that no other picture of the page has.</param>
    /// <param name="findAnchor">Where the page speaks of a domain; <see langword="null"/>: nowhere.</param>
    public static string Write(DiagramBlock diagram, string id, Func<string, string?> findAnchor) => new DomainSvg(diagram).Write(id, findAnchor);

    /// <summary>The boxes with their places.</summary>
    internal static IReadOnlyList<DiagramBox> Boxes(DiagramBlock diagram) => new DomainSvg(diagram)._boxes;

    private string Write(string id, Func<string, string?> findAnchor)
    {
        var svg = new SvgWriter(
            id, _boxes.Select(box => box.Right).DefaultIfEmpty(0).Max() + Margin, _boxes.Select(box => box.Bottom).DefaultIfEmpty(0).Max() + Margin, _diagram.Title, Describe());
        var widest = _edges.Select(edge => edge.Weight).DefaultIfEmpty(1).Max();
        var chords = _edges.Select(edge => (edge.Edge, edge.Weight, Width: Math.Max(LeastLine, edge.Weight / widest * WidestLine))).Select((edge, i) => (edge.Edge, edge.Weight, edge.Width, Chord: Chord(_edges[i].From, _edges[i].To, edge.Width))).ToArray();
        // The wide ones below the thin ones.
        foreach (var (edge, _, width, chord) in chords.OrderByDescending(chord => chord.Width))
            WriteChord(svg, edge, width, chord);
        foreach (var box in _boxes)
            WriteBox(svg, box, findAnchor(box.Node.Title));
        foreach (var (edge, _, _, chord) in chords.OrderByDescending(chord => chord.Weight))
            WriteLabel(svg, edge.Label, chord);
        return svg.ToString();
    }

    private static DiagramBox Measure(DiagramNode node)
    {
        var root = Math.Sqrt(Math.Max(1, Figure(node.Note ?? "")));
        var text = Math.Max(Math.Min(TitleLimit, TextWidth.Of(node.Title, TitleSize) * 1.07), TextWidth.Of(node.Note ?? "", NoteSize));
        var height = Math.Round(44 + 8 * (root - 1));
        return new DiagramBox(node, Math.Ceiling(Math.Max(text + 28, height * 1.9)), height);
    }

    // "14 models" is 14.
    private static double Figure(string text)
    {
        var digits = new string([.. text.SkipWhile(letter => letter is < '0' or > '9').TakeWhile(letter => letter is (>= '0' and <= '9') or ',').Where(letter => letter != ',')]);
        return double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : 0;
    }

    private string Describe()
    {
        var domains = string.Join("; ", _boxes.Select(box => box.Node.Note is { } note ? $"{box.Node.Title}, {note}" : box.Node.Title));
        var keys = string.Join("; ", _edges.Select(edge => $"{_boxes[edge.From].Node.Title} to {_boxes[edge.To].Node.Title}: {edge.Edge.Label}"));
        return $"Domains: {domains}.{(keys.Length == 0 ? "" : $" Foreign keys between them: {keys}.")}";
    }

    // Drawn to the middle, more or less, so that it passes no other box; the two directions part.
    private DomainChord Chord(int from, int to, double width)
    {
        var (start, end) = (_boxes[from], _boxes[to]);
        var middle = new DiagramPoint((start.Center.X + end.Center.X) / 2, (start.Center.Y + end.Center.Y) / 2);
        var aside = _edges.Any(edge => edge.From == to && edge.To == from) ? 16.0 : 0;
        var (x, y) = (end.Center.X - start.Center.X, end.Center.Y - start.Center.Y);
        var length = Math.Max(1, Math.Sqrt(x * x + y * y));
        DomainChord? best = null;
        var fewest = int.MaxValue;
        foreach (var part in s_bends)
        {
            var bend = new DiagramPoint(
                middle.X + (_middle.X - middle.X) * part - y / length * aside,
                middle.Y + (_middle.Y - middle.Y) * part + x / length * aside);
            var chord = DomainChord.Between(start, end, bend, 0, ArrowLength + width / 2 + 2);
            var hits = _boxes.Count(box => box != start && box != end && Passes(chord, box));
            if (hits < fewest)
                (best, fewest) = (chord, hits);
        }
        return best ?? throw new InvalidOperationException();
    }

    private static bool Passes(DomainChord chord, DiagramBox box)
    {
        for (var step = 1; step < 40; step++)
        {
            var (x, y) = chord.At(step / 40.0);
            if (x > box.X - 6 && x < box.Right + 6 && y > box.Y - 6 && y < box.Bottom + 6)
                return true;
        }
        return false;
    }

    private void WriteChord(SvgWriter svg, DiagramEdge edge, double width, DomainChord chord)
    {
        svg.OpenGroup("d-chord");
        svg.Tip($"{Title(edge.From)} → {Title(edge.To)}: {edge.Label}");
        svg.Path("d-flow", $"M{Pair(chord.Start)}Q{Pair(chord.Bend)} {Pair(chord.End)}", width);
        var (x, y) = (chord.End.X - chord.Bend.X, chord.End.Y - chord.Bend.Y);
        var length = Math.Max(1e-6, Math.Sqrt(x * x + y * y));
        (x, y) = (x / length, y / length);
        var half = 4 + width / 2;
        var tip = new DiagramPoint(chord.End.X + x * (ArrowLength + width / 2), chord.End.Y + y * (ArrowLength + width / 2));
        svg.Path("d-arrow", $"M{Pair(tip)}L{Number(chord.End.X - y * half)} {Number(chord.End.Y + x * half)}L{Number(chord.End.X + y * half)} {Number(chord.End.Y - x * half)}z");
        svg.CloseGroup();
    }

    private string Title(string id) => _boxes.First(box => box.Node.Id == id).Node.Title;

    private static void WriteBox(SvgWriter svg, DiagramBox box, string? anchor)
    {
        svg.OpenGroup("d-domain");
        svg.Box("d-body", box.X, box.Y, box.Width, box.Height, 8);
        var middle = box.Center;
        if (anchor is not null)
            svg.OpenLink(anchor);
        svg.Tip(box.Node.Title);
        svg.Text("d-title", middle.X, middle.Y + (box.Node.Note is null ? 5 : -3), TextWidth.Fit(box.Node.Title, TitleLimit / 1.07, TitleSize));
        if (anchor is not null)
            svg.CloseLink();
        if (box.Node.Note is { } note)
            svg.Text("d-note", middle.X, middle.Y + 14, note);
        svg.CloseGroup();
    }

    private void WriteLabel(SvgWriter svg, string label, DomainChord chord)
    {
        if (label.Length == 0)
            return;
        var width = TextWidth.Of(label, NoteSize) + 12;
        DiagramBox? best = null;
        var fewest = int.MaxValue;
        foreach (var place in s_labelPlaces)
        {
            var (x, y) = chord.At(place);
            var pill = new DiagramBox(new DiagramNode("", label, []), width, 18) { X = x - width / 2, Y = y - 9 };
            var hits = _labels.Count(other => other.Overlaps(pill, 2)) + 3 * _boxes.Count(box => box.Overlaps(pill, 2));
            if (hits < fewest)
                (best, fewest) = (pill, hits);
        }
        if (best is null)
            return;
        _labels.Add(best);
        svg.Box("d-pill", best.X, best.Y, best.Width, best.Height, 9);
        svg.Text("d-count", best.Center.X, best.Center.Y + 4, label);
    }
}
