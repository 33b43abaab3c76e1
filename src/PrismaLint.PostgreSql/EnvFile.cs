using System;
using System.Collections.Generic;
using System.Text;

namespace PrismaLint.PostgreSql;

/// <summary>Reads a <c>.env</c> file: <c>NAME=value</c> lines with <c>export</c>, quotes, comments and <c>${NAME}</c>.</summary>
internal static class EnvFile
{
    /// <summary>The variables of a file. A line that is none is left out; of two with one name the last counts.</summary>
    /// <param name="text">The file.</param>
    /// <param name="environment">The variables that are set already: they win where a value names one.</param>
    public static Dictionary<string, string> Parse(string text, Func<string, string?> environment)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var position = text.StartsWith('\uFEFF') ? 1 : 0;
        while (position < text.Length)
        {
            var end = EndOfLine(text, position);
            var equals = text.IndexOf('=', position);
            if (equals < 0 || equals >= end || NameIn(text[position..equals]) is not { } name)
            {
                position = end + 1;
                continue;
            }
            var (value, isLiteral, next) = ValueAt(text, equals + 1);
            variables[name] = isLiteral ? value : Expand(value, variables, environment);
            position = next;
        }
        return variables;
    }

    private static string? NameIn(string text)
    {
        var name = text.Trim();
        if (name.StartsWith("export ", StringComparison.Ordinal))
            name = name["export ".Length..].Trim();
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-'))
                return null;
        }
        return name.Length > 0 ? name : null;
    }

    // A quoted value may go over lines; an unquoted one ends before a comment.
    private static (string Value, bool IsLiteral, int Next) ValueAt(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\t')
            start++;
        if (start < text.Length && text[start] is '"' or '\'' or '`' && ClosingQuote(text, start) is > 0 and var close)
        {
            var inner = text[(start + 1)..close];
            return (text[start] == '"' ? Unescape(inner) : inner, text[start] == '\'', EndOfLine(text, close) + 1);
        }
        var end = EndOfLine(text, start);
        var value = text[start..end];
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '#' && (i == 0 || char.IsWhiteSpace(value[i - 1])))
            {
                value = value[..i];
                break;
            }
        }
        return (value.Trim(), false, end + 1);
    }

    private static int ClosingQuote(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[open] == '"')
                i++;
            else if (text[i] == text[open])
                return i;
        }
        return -1;
    }

    private static string Unescape(string text) => text
        .Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\r", "\r", StringComparison.Ordinal)
        .Replace("\\\"", "\"", StringComparison.Ordinal);

    private static string Expand(string value, Dictionary<string, string> variables, Func<string, string?> environment)
    {
        var result = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            var close = value[i] == '$' && i + 1 < value.Length && value[i + 1] == '{' ? value.IndexOf('}', i) : -1;
            if (close < 0)
            {
                if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] == '$')
                    i++;
                result.Append(value[i]);
                continue;
            }
            var name = value[(i + 2)..close];
            var otherwise = name.IndexOf(":-", StringComparison.Ordinal);
            var known = otherwise < 0 ? name : name[..otherwise];
            result.Append(environment(known) ?? (variables.TryGetValue(known, out var variable) ? variable : otherwise < 0 ? "" : name[(otherwise + 2)..]));
            i = close;
        }
        return result.ToString();
    }

    private static int EndOfLine(string text, int start)
    {
        var end = start >= text.Length ? -1 : text.IndexOfAny(['\n', '\r'], start);
        return end < 0 ? text.Length : end;
    }
}
