using System.Text;

namespace PrismaLint.Reporting;

/// <summary>Text inside of HTML and SVG.</summary>
internal static class HtmlText
{
    /// <summary>The text as content or as a quoted attribute.</summary>
    public static string Escape(string text)
    {
        if (text.IndexOfAny(['<', '>', '&', '"', '\'']) < 0)
            return text;
        var result = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '<': result.Append("&lt;"); break;
                case '>': result.Append("&gt;"); break;
                case '&': result.Append("&amp;"); break;
                case '"': result.Append("&quot;"); break;
                case '\'': result.Append("&#39;"); break;
                default: result.Append(letter); break;
            }
        }
        return result.ToString();
    }
}
