using System.Linq;
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

    /// <summary>A name as SQL writes it in quotes: <c>"User"</c>.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>A name as one would write it: in quotes only where it needs them.</summary>
    public static string Write(string name) =>
        name.Length > 0 && name[0] is not (>= '0' and <= '9') && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') ? name : Quote(name);

    /// <summary>The name of a word or quoted name, as the server keeps it (manual 4.1.1).</summary>
    internal static string Decode(string text)
    {
        var open = text.Length > 0 && text[0] == '"' ? 0 : text.Length > 2 && text[0] is 'u' or 'U' && text[1] == '&' && text[2] == '"' ? 2 : -1;
        if (open >= 0)
        {
            // A cut text has no closing quote.
            var end = text.Length > open + 1 && text[text.Length - 1] == '"' ? text.Length - 1 : text.Length;
            return text.Substring(open + 1, end - open - 1).Replace("\"\"", "\"");
        }
        var lower = new StringBuilder(text.Length);
        // The server folds ASCII letters; what others do depends on its locale.
        foreach (var c in text)
            lower.Append(c is >= 'A' and <= 'Z' ? (char)(c + 32) : c);
        return lower.ToString();
    }
}
