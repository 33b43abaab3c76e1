using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Database;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>JSON in one spelling: without blanks, keys in order, the last of equal ones kept, as <c>jsonb</c> holds it.</summary>
internal static class JsonText
{
    /// <summary>The spelling; <see langword="null"/> where the text is no JSON.</summary>
    public static string? Normalize(string text)
    {
        var at = 0;
        try
        {
            var value = Value(text, ref at, 0);
            Skip(text, ref at);
            return at == text.Length ? value : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Value(string text, ref int at, int depth)
    {
        Skip(text, ref at);
        if (at >= text.Length || depth > 100)
            throw new FormatException();
        switch (text[at])
        {
            case '{':
                at++;
                var members = new Dictionary<string, string>(StringComparer.Ordinal);
                while (!IsEnd(text, ref at, '}', members.Count > 0))
                {
                    Skip(text, ref at);
                    var key = Text(text, ref at);
                    Skip(text, ref at);
                    Expect(text, ref at, ':');
                    members[key] = Value(text, ref at, depth + 1);
                }
                return "{" + string.Join(",", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => member.Key + ":" + member.Value)) + "}";
            case '[':
                at++;
                var elements = new List<string>();
                while (!IsEnd(text, ref at, ']', elements.Count > 0))
                    elements.Add(Value(text, ref at, depth + 1));
                return "[" + string.Join(",", elements) + "]";
            case '"':
                return Text(text, ref at);
            default:
                var start = at;
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '+' or '.'))
                    at++;
                var word = text.Substring(start, at - start);
                return word is "true" or "false" or "null" ? word : ExpressionText.FindNumber(word) ?? throw new FormatException();
        }
    }

    private static string Text(string text, ref int at)
    {
        Expect(text, ref at, '"');
        var result = new StringBuilder("\"");
        for (; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] != '\\')
            {
                result.Append(text[at]);
                continue;
            }
            if (++at >= text.Length)
                throw new FormatException();
            var digits = text[at] == 'u' && at + 4 < text.Length ? text.Substring(at + 1, 4) : "";
            if (int.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                at += 4;
            }
            else
            {
                result.Append(text[at] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\b',
                    'f' => '\f',
                    var other => other,
                });
            }
        }
        Expect(text, ref at, '"');
        return result.Append('"').ToString();
    }

    // The end of a list, or the comma before its next part.
    private static bool IsEnd(string text, ref int at, char close, bool hasParts)
    {
        Skip(text, ref at);
        if (at < text.Length && text[at] == close)
        {
            at++;
            return true;
        }
        if (hasParts)
            Expect(text, ref at, ',');
        return false;
    }

    private static void Expect(string text, ref int at, char wanted)
    {
        if (at >= text.Length || text[at] != wanted)
            throw new FormatException();
        at++;
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }
}
