namespace PrismaLint.Reporting.Diagrams;

/// <summary>A place in a picture, in pixels from its upper left corner.</summary>
internal readonly record struct DiagramPoint(double X, double Y);
