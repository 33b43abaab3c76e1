using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;
using static PrismaLint.Reporting.Diagrams.SvgWriter;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>A diagram of models as SVG.</summary>
internal static class EntitySvg
{
    private const double Margin = 8;

    /// <param name="diagram">The diagram.</param>
    /// <param name="id">An id that no other picture of the page has.</param>
    /// <param name="findAnchor">Where the page speaks of a model; <see langword="null"/>: nowhere.</param>
    public static string Write(DiagramBlock diagram, string id, Func<string, string?> findAnchor)
    {
        var picture = EntityLayout.Arrange(diagram);
        var svg = new SvgWriter(id, picture.Width + 2 * Margin, picture.Height + 2 * Margin, diagram.Title, Describe(diagram, picture));
        foreach (var wire in picture.Wires)
            WriteWire(svg, wire, picture);
        foreach (var box in picture.Boxes)
            WriteBox(svg, box, findAnchor(box.Node.Title));
        foreach (var wire in picture.Wires.Where(wire => wire.Label.Length > 0))
            svg.Text("d-label", wire.LabelEnd.X + Margin, wire.LabelEnd.Y + Margin, wire.Label);
        return svg.ToString();
    }

    private static string Describe(DiagramBlock diagram, DiagramPicture picture)
    {
        var titles = diagram.Nodes.GroupBy(node => node.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Title, StringComparer.Ordinal);
        var outside = picture.Boxes.Count(box => box.Node.IsOutside);
        var text = new StringBuilder();
        text.Append(Count(picture.Boxes.Count - outside, "model"));
        if (outside > 0)
            text.Append(FormattableString.Invariant($" and {outside} of other domains"));
        text.Append(", ").Append(Count(picture.Wires.Count, "relation"));
        text.Append(picture.Wires.Count == 0 ? "." : ": ");
        text.Append(string.Join("; ", picture.Wires.Select(wire => Sentence(wire.Edge, titles))));
        return text.Append(picture.Wires.Count == 0 ? "" : ".").ToString();
    }

    private static string Count(int count, string word) => FormattableString.Invariant($"{count} {word}{(count == 1 ? "" : "s")}");

    private static string Sentence(DiagramEdge edge, Dictionary<string, string> titles)
    {
        var manner = edge.IsManyToMany ? "many to many" : edge.IsOneToOne ? "one to one" : "many to one";
        return $"{titles[edge.From]} to {titles[edge.To]}{(edge.Label.Length == 0 ? "" : $" ({edge.Label})")}, {manner}{(edge.IsOptional ? ", optional" : "")}";
    }

    private static void WriteWire(SvgWriter svg, DiagramWire wire, DiagramPicture picture)
    {
        var titles = picture.Boxes;
        DiagramPoint[] points = [.. wire.Points.Select(point => new DiagramPoint(point.X + Margin, point.Y + Margin))];
        svg.OpenGroup("d-wire");
        svg.Tip($"{TitleOf(titles, wire.Edge.From)}.{wire.Edge.Label} → {TitleOf(titles, wire.Edge.To)}");
        svg.Path("d-line", Rounded(points));
        var start = wire.Edge.IsManyToMany || !wire.Edge.IsOneToOne ? Foot(points[0], points[1]) : Bar(points[0], points[1], 7);
        svg.Path("d-end", start);
        svg.Path("d-ring", Ring(points[0], points[1], 16));
        var (last, before) = (points[points.Length - 1], points[points.Length - 2]);
        if (wire.Edge.IsManyToMany)
            svg.Path("d-end", Foot(last, before));
        else
            svg.Path("d-end", Bar(last, before, 6) + (wire.Edge.IsOptional ? "" : Bar(last, before, 10)));
        if (wire.Edge.IsManyToMany || wire.Edge.IsOptional)
            svg.Path("d-ring", Ring(last, before, wire.Edge.IsManyToMany ? 16 : 13));
        svg.CloseGroup();
    }

    private static string TitleOf(IReadOnlyList<DiagramBox> boxes, string id) => boxes.First(box => box.Node.Id == id).Node.Title;

    private static double Direction(DiagramPoint at, DiagramPoint towards) => towards.X < at.X ? -1 : 1;

    private static string Foot(DiagramPoint at, DiagramPoint towards)
    {
        var tip = at.X + 12 * Direction(at, towards);
        return $"M{Pair(at with { Y = at.Y - 5 })}L{Number(tip)} {Number(at.Y)}L{Pair(at with { Y = at.Y + 5 })}";
    }

    private static string Bar(DiagramPoint at, DiagramPoint towards, double distance)
    {
        var x = Number(at.X + distance * Direction(at, towards));
        return $"M{x} {Number(at.Y - 4.5)}V{Number(at.Y + 4.5)}";
    }

    private static string Ring(DiagramPoint at, DiagramPoint towards, double distance)
    {
        var x = at.X + distance * Direction(at, towards);
        return $"M{Number(x - 3.2)} {Number(at.Y)}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0";
    }

    private static void WriteBox(SvgWriter svg, DiagramBox box, string? anchor)
    {
        var (x, y) = (box.X + Margin, box.Y + Margin);
        var header = EntityBoxes.HeaderOf(box.Node);
        var lines = EntityBoxes.Lines(box.Node);
        var isPlain = lines.Length == 0;
        svg.OpenGroup(box.Node.IsOutside ? "d-box d-out" : "d-box");
        svg.Box("d-body", x, y, box.Width, box.Height, 6);
        if (!isPlain)
            svg.Path("d-head", $"M{Number(x)} {Number(y + header)}v{Number(6 - header)}q0 -6 6 -6h{Number(box.Width - 12)}q6 0 6 6v{Number(header - 6)}z");
        var title = EntityBoxes.Title(box.Node, box.Width);
        if (anchor is not null)
            svg.OpenLink(anchor);
        if (title != box.Node.Title || anchor is not null)
            svg.Tip(box.Node.Title);
        var top = isPlain ? y + (box.Height - header) / 2 : y;
        svg.Text("d-title", x + EntityBoxes.Padding, top + 19.5, title);
        if (anchor is not null)
            svg.CloseLink();
        if (box.Node.Note is { } note)
            svg.Text("d-note", x + EntityBoxes.Padding, top + 35, TextWidth.Fit(note, box.Width - 2 * EntityBoxes.Padding, 11));
        for (var i = 0; i < lines.Length; i++)
            WriteLine(svg, lines[i], x, y + header + 16.5 + i * EntityBoxes.LineHeight, box.Width, EntityBoxes.KeyWidth(box.Node));
        svg.CloseGroup();
    }

    private static void WriteLine(SvgWriter svg, DiagramLine line, double x, double y, double width, double keyWidth)
    {
        if (line.Keys.Length > 0)
            svg.Text("d-key", x + EntityBoxes.Padding, y, EntityBoxes.Keys(line));
        svg.Text(line.Keys.Contains("PK", StringComparison.Ordinal) ? "d-name d-pk" : "d-name", x + EntityBoxes.Padding + keyWidth, y, TextWidth.Fit(line.Name, EntityBoxes.NameLimit, EntityBoxes.LineSize));
        svg.Text("d-type", x + width - EntityBoxes.Padding, y, TextWidth.Fit(line.Type, EntityBoxes.TypeLimit, EntityBoxes.LineSize));
    }
}
