using System.Globalization;
using System.Text;

namespace PrismaLint.Text;

/// <summary>How JSON spells a text. Of the JSON libraries none is at hand on netstandard2.0 without a dependency.</summary>
internal static class JsonText
{
    /// <summary>Appends a text in quotes.</summary>
    public static void AppendQuoted(StringBuilder json, string value)
    {
        json.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (c == '\n')
                json.Append("\\n");
            else if (c == '\r')
                json.Append("\\r");
            else if (c == '\t')
                json.Append("\\t");
            else if (c < ' ' || c is '\u007F' or '\u2028' or '\u2029' or '\uFEFF' || IsLoneSurrogate(value, i))
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(c);
        }
        json.Append('"');
    }

    // Half a character cannot be written as UTF-8.
    private static bool IsLoneSurrogate(string value, int index) =>
        char.IsHighSurrogate(value[index]) ? index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])
        : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
}
