using System.Text;

namespace PrismaLint.Text;

/// <summary>Databases count the length of names in bytes of UTF-8, and cut between characters.</summary>
internal static class ByteLimit
{
    /// <summary>The beginning of a text: as many whole characters as fit into so many bytes of UTF-8.</summary>
    public static string Clip(string text, int bytes)
    {
        if (text.Length * 3 <= bytes || Encoding.UTF8.GetByteCount(text) <= bytes)
            return text;
        var used = 0;
        var end = 0;
        while (end < text.Length)
        {
            var units = char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
            var c = text[end];
            used += units == 2 ? 4 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (used > bytes)
                break;
            end += units;
        }
        return text.Remove(end);
    }
}
