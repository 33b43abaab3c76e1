using System;

namespace PrismaLint.Loading;

/// <summary>A line <c>key: value</c> of the plain YAML that package managers write.</summary>
/// <param name="Indentation">The number of blanks before the key.</param>
/// <param name="Key">The key without quotes.</param>
/// <param name="Value">The value without quotes and comment; empty where it stands on the lines below.</param>
internal readonly record struct YamlLine(int Indentation, string Key, string Value)
{
    /// <summary>Reads a line; <see langword="null"/> where it is no such entry.</summary>
    public static YamlLine? Read(string line)
    {
        var start = 0;
        while (start < line.Length && line[start] == ' ')
            start++;
        if (start == line.Length || line[start] is '#' or '-')
            return null;
        int colon;
        if (line[start] is '"' or '\'')
        {
            var close = line.IndexOf(line[start], start + 1);
            if (close < 0)
                return null;
            colon = line.IndexOf(':', close);
        }
        else
        {
            colon = line.IndexOf(": ", start, StringComparison.Ordinal);
            if (colon < 0 && line.TrimEnd().EndsWith(':'))
                colon = line.LastIndexOf(':');
        }
        return colon < 0 ? null : new YamlLine(start, Unquote(line.Substring(start, colon - start)), Unquote(WithoutComment(line.Substring(colon + 1))));
    }

    private static string WithoutComment(string value)
    {
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value.Substring(0, comment);
    }

    private static string Unquote(string text)
    {
        text = text.Trim();
        return text.Length >= 2 && text[0] is '"' or '\'' && text[text.Length - 1] == text[0] ? text.Substring(1, text.Length - 2) : text;
    }
}
