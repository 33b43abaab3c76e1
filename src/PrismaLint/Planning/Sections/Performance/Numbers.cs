using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>How the section writes figures.</summary>
internal static class Numbers
{
    public static string Text(double number) => Figures.Count(number);

    /// <summary>The rows of a model for a cell; a dash where nobody knows.</summary>
    public static string Rows(PlanContext context, ModelSymbol model) => context.Volumes.Of(model).Rows is { } rows ? Text(rows) : "–";

    /// <summary>Bytes for a number of rows, or for each row where the number is unknown.</summary>
    public static string Size(double bytesPerRow, double? rows) => rows is { } known ? PlanFigures.Bytes(bytesPerRow * known) : $"{Text(bytesPerRow)} bytes a row";
}
