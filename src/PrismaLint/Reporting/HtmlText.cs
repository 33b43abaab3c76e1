using System.Text;

namespace PrismaLint.Reporting;

/// <summary>Text inside of HTML and SVG.</summary>
internal static class HtmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text as content or as a quoted attribute. What neither HTML nor XML may hold is replaced.</summary>
    public static string Escape(string text)
    {
        StringBuilder? result = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var escape = isPair ? null : EscapeOf(text[i]);
            if (escape is not null)
                result ??= new StringBuilder(text, 0, i, text.Length + 16);
            if (escape is not null)
                result?.Append(escape);
            else
                result?.Append(text, i, isPair ? 2 : 1);
            if (isPair)
                i++;
        }
        return result?.ToString() ?? text;
    }

    private static string? EscapeOf(char letter) => letter switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\t' or '\n' or '\r' => null,
        < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' => Replacement.ToString(),
        _ => char.IsSurrogate(letter) ? Replacement.ToString() : null,
    };
}
