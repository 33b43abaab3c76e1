using System.Collections.Generic;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Lines that leave a box at one place and part on their way: those of all rows that refer to a table in one manner.</summary>
/// <param name="left">The box at the left end, by its number.</param>
internal sealed class WireBundle(int left)
{
    public int Left { get; } = left;

    /// <summary>The right ends: the edge and the box, by their numbers.</summary>
    public List<WireEnd> Ends { get; } = [];

    /// <summary>The places in which the lines pass a column on their way to the next ones, from left to right.</summary>
    public List<int> Lanes { get; } = [];

    /// <summary>Where it leaves its box.</summary>
    public double LeftY { get; set; }
}
