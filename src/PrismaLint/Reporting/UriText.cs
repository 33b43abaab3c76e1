using System.Text;

namespace PrismaLint.Reporting;

/// <summary>Paths as parts of URIs.</summary>
internal static class UriText
{
    /// <summary>Escapes what RFC 3986 does not allow in a path, by its UTF-8 bytes; <c>/</c> stays.</summary>
    public static string Escape(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            if (value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
                || "-._~/!$&'()*+,;=@".Contains((char)value))
                escaped.Append((char)value);
            else
                escaped.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return escaped.ToString();
    }
}
