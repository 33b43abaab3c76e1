using System.Collections.Generic;

namespace PrismaLint.Planning.Document;

/// <summary>A picture of boxes and lines: Mermaid in Markdown, SVG in HTML.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Kind">What the boxes are.</param>
/// <param name="Nodes">The boxes.</param>
/// <param name="Edges">The lines between them.</param>
public sealed record DiagramBlock(string Title, DiagramKind Kind, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges) : PlanBlock;
