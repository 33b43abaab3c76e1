using System;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>A curve from one box to another, bent by one point.</summary>
internal sealed record DomainChord(DiagramPoint Start, DiagramPoint Bend, DiagramPoint End)
{
    /// <summary>The point of the curve at a part of the way, 0 to 1.</summary>
    public DiagramPoint At(double part)
    {
        var (a, b, c) = ((1 - part) * (1 - part), 2 * part * (1 - part), part * part);
        return new DiagramPoint(a * Start.X + b * Bend.X + c * End.X, a * Start.Y + b * Bend.Y + c * End.Y);
    }

    /// <summary>The curve from the side of one box to the side of the other.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="bend">The point that draws it.</param>
    /// <param name="startGap">What is left free at its start, in pixels.</param>
    /// <param name="endGap">What is left free at its end.</param>
    public static DomainChord Between(DiagramBox from, DiagramBox to, DiagramPoint bend, double startGap, double endGap) =>
        new(Side(from, bend, startGap), bend, Side(to, bend, endGap));

    private static DiagramPoint Side(DiagramBox box, DiagramPoint towards, double gap)
    {
        var center = box.Center;
        var (x, y) = (towards.X - center.X, towards.Y - center.Y);
        var length = Math.Sqrt(x * x + y * y);
        if (length <= 0)
            return center;
        var part = Math.Min(
            Math.Abs(x) < 1e-6 ? double.MaxValue : box.Width / 2 / Math.Abs(x),
            Math.Abs(y) < 1e-6 ? double.MaxValue : box.Height / 2 / Math.Abs(y));
        part += gap / length;
        return new DiagramPoint(center.X + x * part, center.Y + y * part);
    }
}
