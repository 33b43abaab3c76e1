using System;
using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Reporting;

/// <summary>The line of a finding, ready for a terminal: tabs as blanks, control characters made harmless, long lines cut.</summary>
/// <param name="LineNumber">One-based.</param>
/// <param name="Text">The line, or the piece of it around the mark.</param>
/// <param name="MarkStart">Zero-based index in <paramref name="Text"/> of what to underline.</param>
/// <param name="MarkLength">At least one; the mark may stand just behind the text.</param>
public sealed record CodeFrame(int LineNumber, string Text, int MarkStart, int MarkLength)
{
    private const string TabWidth = "    ";
    private const string Cut = "…";
    private const int Surroundings = 500;

    /// <summary>A frame of the first line of a place; <see langword="null"/> where the file has no text.</summary>
    public static CodeFrame? Create(Location location, int maxWidth = 120)
    {
        var source = location.Source;
        if (source.Length == 0)
            return null;
        var start = location.Start;
        var span = source.GetLineSpan(start.Line);
        var from = Math.Min(location.Span.Start, span.End);
        var to = Math.Max(from, Math.Min(location.Span.End, span.End));

        // Cut by offsets first: a line may be as long as the file.
        var left = span.Start;
        var right = span.End;
        if (right - left > maxWidth)
        {
            left = Math.Max(span.Start, from - (maxWidth / 4));
            right = Math.Min(span.End, left + maxWidth);
        }
        to = Math.Min(to, right);

        // Secrets are covered before the line is cut, with enough around the cut to know them.
        var window = TextSpan.FromBounds(Math.Max(span.Start, left - Surroundings), Math.Min(span.End, right + Surroundings));
        var text = SecretText.Mask(source.ToString(window));
        var before = Show(text, left - window.Start, from - window.Start);
        var marked = Show(text, from - window.Start, to - window.Start);
        var after = Show(text, to - window.Start, right - window.Start);
        if (left > span.Start)
            before = Cut + before;
        if (right < span.End)
            after += Cut;
        return new CodeFrame(start.Line + 1, before + marked + after, before.Length, Math.Max(1, marked.Length));
    }

    /// <summary>Text of a file or message without characters that a terminal would obey.</summary>
    public static string Show(string text) => Show(text, 0, text.Length);

    private static string Show(string text, int start, int end)
    {
        var shown = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '\t')
                shown.Append(TabWidth);
            else if (c == '\uFEFF')
                continue;
            else if (char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                shown.Append('\uFFFD');
            else
                shown.Append(c);
        }
        return shown.ToString();
    }
}
