namespace PrismaLint.Reporting.Diagrams;

/// <summary>
/// How wide text becomes, in pixels. Nobody knows which font a reader has: the widths are those of Helvetica, with an allowance for
/// wider ones.
/// </summary>
internal static class TextWidth
{
    private const double Allowance = 1.14;

    // Widths in thousandths of the size, from the blank (U+0020) to `~`.
    private static readonly short[] s_widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Of(string text, double size)
    {
        var sum = 0.0;
        foreach (var letter in text)
            sum += Of(letter);
        return sum * size * Allowance / 1000;
    }

    /// <summary>The text, or its beginning with an ellipsis where it is wider than the limit.</summary>
    public static string Fit(string text, double limit, double size)
    {
        if (Of(text, size) <= limit)
            return text;
        var left = limit - Of("…", size);
        var end = 0;
        while (end < text.Length)
        {
            var length = char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
            left -= Of(text.Substring(end, length), size);
            if (left < 0)
                break;
            end += length;
        }
        return text.Remove(end) + "…";
    }

    private static double Of(char letter)
    {
        if (letter is >= ' ' and <= '~')
            return s_widths[letter - ' '];
        if (letter == '…')
            return 1000;
        return letter >= '\u1100' ? 1000 : 620;
    }
}
