using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Writes SVG that stands inside of HTML; colours and fonts are the matter of the page's styles.</summary>
internal sealed class SvgWriter
{
    private const double CornerRadius = 6;

    private readonly StringBuilder _text = new();

    /// <summary>Begins the picture.</summary>
    /// <param name="id">What the ids of its title and its description begin with.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    public SvgWriter(string id, double width, double height, string title, string description)
    {
        _text.Append("<svg role=\"img\" aria-labelledby=\"").Append(id).Append("-t ").Append(id).Append("-d\" viewBox=\"0 0 ").Append(Number(width)).Append(' ').Append(Number(height))
            .Append("\" width=\"").Append(Number(width)).Append("\" height=\"").Append(Number(height)).Append("\" style=\"--w:").Append(Number(width)).Append("px\">");
        _text.Append("<title id=\"").Append(id).Append("-t\">").Append(HtmlText.Escape(title)).Append("</title>");
        _text.Append("<desc id=\"").Append(id).Append("-d\">").Append(HtmlText.Escape(description)).Append("</desc>\n");
    }

    public void OpenGroup(string classes) => _text.Append("<g class=\"").Append(classes).Append("\">");

    public void CloseGroup() => _text.Append("</g>\n");

    public void OpenLink(string anchor) => _text.Append("<a href=\"#").Append(HtmlText.Escape(anchor)).Append("\" tabindex=\"-1\">");

    public void CloseLink() => _text.Append("</a>");

    /// <summary>What a pointer reads at the group.</summary>
    public void Tip(string text) => _text.Append("<title>").Append(HtmlText.Escape(text)).Append("</title>");

    public void Box(string classes, double x, double y, double width, double height, double radius)
    {
        _text.Append("<rect class=\"").Append(classes).Append('"');
        Place("x", x);
        Place("y", y);
        Place("width", width);
        Place("height", height);
        Place("rx", radius);
        _text.Append("/>");
    }

    public void Text(string classes, double x, double y, string text)
    {
        _text.Append("<text class=\"").Append(classes).Append('"');
        Place("x", x);
        Place("y", y);
        _text.Append('>').Append(HtmlText.Escape(text)).Append("</text>");
    }

    public void Path(string classes, string data, double? width = null)
    {
        _text.Append("<path class=\"").Append(classes).Append("\" d=\"").Append(data).Append('"');
        if (width is { } given)
            Place("stroke-width", given);
        _text.Append("/>");
    }

    /// <summary>The way along corners, which are rounded.</summary>
    public static string Rounded(IReadOnlyList<DiagramPoint> points)
    {
        var data = new StringBuilder();
        data.Append('M').Append(Pair(points[0]));
        for (var i = 1; i < points.Count - 1; i++)
        {
            var radius = Math.Min(CornerRadius, Math.Min(Length(points[i - 1], points[i]), Length(points[i], points[i + 1])) / 2);
            data.Append('L').Append(Pair(Towards(points[i], points[i - 1], radius)));
            data.Append('Q').Append(Pair(points[i])).Append(' ').Append(Pair(Towards(points[i], points[i + 1], radius)));
        }
        return data.Append('L').Append(Pair(points[points.Count - 1])).ToString();
    }

    public static string Pair(DiagramPoint point) => Number(point.X) + " " + Number(point.Y);

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public override string ToString() => _text.ToString() + "</svg>";

    private void Place(string name, double value) => _text.Append(' ').Append(name).Append("=\"").Append(Number(value)).Append('"');

    private static double Length(DiagramPoint a, DiagramPoint b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private static DiagramPoint Towards(DiagramPoint from, DiagramPoint to, double distance)
    {
        var length = Length(from, to);
        return length <= 0 ? from : new DiagramPoint(from.X + (to.X - from.X) * distance / length, from.Y + (to.Y - from.Y) * distance / length);
    }
}
