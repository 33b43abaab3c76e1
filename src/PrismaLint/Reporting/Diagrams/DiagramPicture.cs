using System.Collections.Generic;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>Boxes and lines with their places.</summary>
internal sealed record DiagramPicture(double Width, double Height, IReadOnlyList<DiagramBox> Boxes, IReadOnlyList<DiagramWire> Wires);
