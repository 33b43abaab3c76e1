using System.Text;
using PrismaLint.Text;

namespace PrismaLint.Sql;

/// <summary>A name of one or two parts, as the server keeps it: unquoted parts in lower case, quotes taken off.</summary>
/// <param name="Schema">The schema; <see langword="null"/> where the search path decides.</param>
/// <param name="Name">The name.</param>
/// <param name="Span">Where it stands.</param>
public sealed record SqlName(string? Schema, string Name, TextSpan Span)
{
    /// <summary>The name as one would read it: <c>schema.name</c>.</summary>
    public override string ToString() => Schema is null ? Name : Schema + "." + Name;

    /// <summary>Names are the same wherever they stand.</summary>
    public bool Equals(SqlName? other) => other is not null && Schema == other.Schema && Name == other.Name;

    public override int GetHashCode() => (Schema?.GetHashCode() ?? 0) * 397 ^ Name.GetHashCode();

    /// <summary>The name of a word or quoted name, as the server keeps it (manual 4.1.1).</summary>
    internal static string Decode(string text)
    {
        if (text.Length >= 2 && text[0] == '"')
            return text.Substring(1, text.Length - 2).Replace("\"\"", "\"");
        if (text.Length >= 4 && (text[0] is 'u' or 'U') && text[1] == '&')
            return text.Substring(3, text.Length - 4).Replace("\"\"", "\"");
        var lower = new StringBuilder(text.Length);
        // The server folds ASCII letters; what others do depends on its locale.
        foreach (var c in text)
            lower.Append(c is >= 'A' and <= 'Z' ? (char)(c + 32) : c);
        return lower.ToString();
    }
}
