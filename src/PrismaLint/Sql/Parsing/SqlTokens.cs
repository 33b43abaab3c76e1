using System.Collections.Generic;
using System.Text;

namespace PrismaLint.Sql.Parsing;

/// <summary>What the tokens of a text say: names as the server keeps them, strings without their quotes.</summary>
internal static class SqlTokens
{
    public static List<SqlToken> Read(string sql)
    {
        var scanned = SqlScanner.Scan(sql);
        var tokens = new List<SqlToken>(scanned.Length);
        foreach (var token in scanned)
        {
            var text = token.ToStringValue();
            tokens.Add(new SqlToken(token.Kind, token.Kind switch
            {
                SqlTokenKind.Word or SqlTokenKind.QuotedName => SqlName.Decode(text),
                SqlTokenKind.String => Decode(text),
                _ => text,
            }));
        }
        return tokens;
    }

    // The value of a string of any form; one that is cut off goes to the end.
    private static string Decode(string text)
    {
        if (text[0] == '$')
        {
            var length = text.IndexOf('$', 1) + 1;
            var isClosed = text.Length >= 2 * length && string.CompareOrdinal(text, text.Length - length, text, 0, length) == 0;
            return text.Substring(length, text.Length - length - (isClosed ? length : 0));
        }
        var start = text.IndexOf('\'') + 1;
        var end = text.Length > start && text[text.Length - 1] == '\'' ? text.Length - 1 : text.Length;
        var value = text.Substring(start, end - start);
        return text[0] is 'e' or 'E' && value.Contains('\\') ? Unescape(value) : value.Replace("''", "'");
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscape = value[i] == '\\' && i + 1 < value.Length;
            if (isEscape || (value[i] == '\'' && i + 1 < value.Length))
                i++;
            text.Append(!isEscape ? value[i] : value[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var other => other,
            });
        }
        return text.ToString();
    }
}
