using System.Collections.Generic;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>A line of a diagram with its way.</summary>
/// <param name="Edge">What it stands for.</param>
/// <param name="Points">The corners, from the side of the box that refers to the side of the one that is referred to.</param>
internal sealed record DiagramWire(DiagramEdge Edge, IReadOnlyList<DiagramPoint> Points)
{
    /// <summary>What is to be written at it; empty where the boxes say it already.</summary>
    public string Label { get; init; } = "";

    /// <summary>Where the label ends.</summary>
    public DiagramPoint LabelEnd { get; init; }
}
