using System;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Diagrams;

/// <summary>The measures of boxes that stand for models.</summary>
internal static class EntityBoxes
{
    public const double TitleSize = 13;
    public const double LineSize = 12;
    public const double KeySize = 11;
    public const double HeaderHeight = 30;
    public const double LineHeight = 19;
    public const double Padding = 10;
    public const double NameLimit = 128;
    public const double TypeLimit = 92;

    private const double LeastWidth = 96;
    private const double LineGap = 12;
    private const double TitleLimit = 224;

    public static DiagramBox Measure(DiagramNode node)
    {
        var width = Math.Max(LeastWidth, Math.Min(TitleLimit, TitleWidth(node.Title)) + 2 * Padding);
        if (node.Note is { } note)
            width = Math.Max(width, Math.Min(TitleLimit, TextWidth.Of(note, KeySize)) + 2 * Padding);
        foreach (var line in Lines(node))
        {
            var name = Math.Min(NameLimit, TextWidth.Of(line.Name, LineSize));
            var type = Math.Min(TypeLimit, TextWidth.Of(line.Type, LineSize));
            width = Math.Max(width, 2 * Padding + KeyWidth(node) + name + LineGap + type);
        }
        return new DiagramBox(node, Math.Ceiling(width), HeaderOf(node) + (Lines(node).Length is > 0 and var count ? count * LineHeight + 6 : 0));
    }

    /// <summary>The columns that are shown: of models of other domains none.</summary>
    public static DiagramLine[] Lines(DiagramNode node) => node.IsOutside ? [] : [.. node.Lines];

    /// <summary>How wide the column of marks is; 0 without any.</summary>
    public static double KeyWidth(DiagramNode node)
    {
        var widest = Lines(node).Select(line => TextWidth.Of(Keys(line), KeySize)).DefaultIfEmpty(0).Max();
        return widest > 0 ? Math.Ceiling(widest * BoldFactor) + 8 : 0;
    }

    public static string Keys(DiagramLine line) => line.Keys.Replace(",", " ").Replace("  ", " ");

    public static double HeaderOf(DiagramNode node) => HeaderHeight + (node.Note is null ? 0 : 14);

    public static string Title(DiagramNode node, double width) => TextWidth.Fit(node.Title, (width - 2 * Padding) / BoldFactor, TitleSize);

    private const double BoldFactor = 1.13;

    private static double TitleWidth(string title) => TextWidth.Of(title, TitleSize) * BoldFactor + 1;
}
