using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>A box with its place.</summary>
internal sealed class DiagramBox(DiagramNode node, double width, double height)
{
    public DiagramNode Node { get; } = node;

    public double Width { get; set; } = width;

    public double Height { get; set; } = height;

    public double X { get; set; }

    public double Y { get; set; }

    public double Right => X + Width;

    public double Bottom => Y + Height;

    public DiagramPoint Center => new(X + Width / 2, Y + Height / 2);

    public bool Overlaps(DiagramBox other, double gap = 0) =>
        X < other.Right + gap && other.X < Right + gap && Y < other.Bottom + gap && other.Y < Bottom + gap;
}
