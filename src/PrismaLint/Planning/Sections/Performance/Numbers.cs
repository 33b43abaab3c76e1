using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>How the section writes figures and lists.</summary>
internal static class Numbers
{
    private const int LongList = 12;

    public static string Text(double number) => Figures.Count(number);

    /// <summary>The names as code; of many the first twelve and how many there are besides.</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return PlanText.CodeList(all.Take(LongList)) + (all.Length > LongList ? $" and {Text(all.Length - LongList)} more" : "");
    }

    /// <summary>The rows of a model for a cell; a dash where nobody knows.</summary>
    public static string Rows(PlanContext context, ModelSymbol model) => context.Volumes.Of(model).Rows is { } rows ? Text(rows) : "–";

    /// <summary>Bytes for a number of rows, or for each row where the number is unknown.</summary>
    public static string Size(double bytesPerRow, double? rows) => rows is { } known ? Figures.Size(bytesPerRow * known) : $"{Text(bytesPerRow)} bytes a row";
}
