using System.Linq;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>The part of a bundle between two columns: from one height at the left to several at the right, along one upright line.</summary>
internal sealed class WireStrand(double leftY, double[] rightYs)
{
    public double LeftY { get; } = leftY;

    public double[] RightYs { get; } = rightYs;

    public double Top { get; } = System.Math.Min(leftY, rightYs.Min());

    public double Bottom { get; } = System.Math.Max(leftY, rightYs.Max());

    public bool IsStraight => Bottom - Top < 0.5;

    /// <summary>The number of its upright line, from the left.</summary>
    public int Track { get; set; }
}
