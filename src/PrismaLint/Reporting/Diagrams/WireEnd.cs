namespace PrismaLint.Reporting.Diagrams;

/// <summary>The right end of a line.</summary>
/// <param name="edge">The number of the edge.</param>
/// <param name="box">The number of the box.</param>
/// <param name="isTurned">The box at the left is the one that refers.</param>
internal sealed class WireEnd(int edge, int box, bool isTurned)
{
    public int Edge { get; } = edge;

    public int Box { get; } = box;

    public bool IsTurned { get; } = isTurned;

    /// <summary>Where the line meets its box.</summary>
    public double Y { get; set; }
}
