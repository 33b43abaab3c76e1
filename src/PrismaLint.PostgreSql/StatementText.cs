using System;
using System.Text;

namespace PrismaLint.PostgreSql;

/// <summary>
/// A statement without what may belong to somebody: literals become <c>?</c>, comments go. The server has done most of that already, but
/// not in statements that ran with plain text of functions or before the extension knew them.
/// </summary>
internal static class StatementText
{
    public static string WithoutLiterals(string sql)
    {
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < sql.Length;)
        {
            var c = sql[i];
            var next = i + 1 < sql.Length ? sql[i + 1] : '\0';
            if (c == '-' && next == '-')
            {
                i = EndOr(sql, sql.IndexOfAny(['\n', '\r'], i));
                text.Append(' ');
            }
            else if (c == '/' && next == '*')
            {
                i = EndOfComment(sql, i);
                text.Append(' ');
            }
            else if (c == '"')
            {
                var end = EndOfQuoted(sql, i, hasEscapes: false);
                text.Append(sql, i, end - i);
                i = end;
            }
            else if (c == '\'')
            {
                i = EndOfQuoted(sql, i, hasEscapes: DropPrefix(text));
                text.Append('?');
            }
            else if (c == '$' && EndOfTag(sql, i) is var tag and > 0)
            {
                var close = sql.IndexOf(sql[i..tag], tag, StringComparison.Ordinal);
                i = close < 0 ? sql.Length : close + (tag - i);
                text.Append('?');
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(next)))
            {
                i = EndOfNumber(sql, i);
                text.Append('?');
            }
            else if (IsWordStart(c) || c == '$')
            {
                var start = i++;
                while (i < sql.Length && (IsWordStart(sql[i]) || char.IsAsciiDigit(sql[i]) || sql[i] == '$'))
                    i++;
                text.Append(sql, start, i - start);
            }
            else
            {
                text.Append(c);
                i++;
            }
        }
        return text.ToString().Trim();
    }

    // E'…', B'…', X'…', N'…', U&'…': the letters belong to the literal.
    private static bool DropPrefix(StringBuilder text)
    {
        if (text.Length >= 2 && text[^1] == '&' && text[^2] is 'u' or 'U' && (text.Length == 2 || !IsWordPart(text[^3])))
        {
            text.Length -= 2;
            return false;
        }
        if (text.Length == 0 || (text.Length > 1 && IsWordPart(text[^2])) || text[^1] is not ('e' or 'E' or 'b' or 'B' or 'x' or 'X' or 'n' or 'N'))
            return false;
        var hasEscapes = text[^1] is 'e' or 'E';
        text.Length--;
        return hasEscapes;
    }

    private static int EndOfQuoted(string sql, int open, bool hasEscapes)
    {
        for (var i = open + 1; i < sql.Length; i++)
        {
            if (hasEscapes && sql[i] == '\\')
                i++;
            else if (sql[i] == sql[open] && i + 1 < sql.Length && sql[i + 1] == sql[open])
                i++;
            else if (sql[i] == sql[open])
                return i + 1;
        }
        return sql.Length;
    }

    // Comments nest.
    private static int EndOfComment(string sql, int open)
    {
        var depth = 0;
        for (var i = open; i + 1 < sql.Length; i++)
        {
            if (sql[i] == '/' && sql[i + 1] == '*')
            {
                depth++;
                i++;
            }
            else if (sql[i] == '*' && sql[i + 1] == '/')
            {
                i++;
                if (--depth == 0)
                    return i + 1;
            }
        }
        return sql.Length;
    }

    // `$$` or `$tag$`; `$1` is a parameter.
    private static int EndOfTag(string sql, int open)
    {
        if (open + 1 < sql.Length && char.IsAsciiDigit(sql[open + 1]))
            return 0;
        for (var i = open + 1; i < sql.Length; i++)
        {
            if (sql[i] == '$')
                return i + 1;
            if (!IsWordPart(sql[i]))
                return 0;
        }
        return 0;
    }

    private static int EndOfNumber(string sql, int start)
    {
        var i = start;
        while (i < sql.Length && (char.IsAsciiLetterOrDigit(sql[i]) || sql[i] is '.' or '_' || (sql[i] is '+' or '-' && sql[i - 1] is 'e' or 'E' && i > start)))
            i++;
        return i;
    }

    private static int EndOr(string sql, int end) => end < 0 ? sql.Length : end;

    private static bool IsWordStart(char c) => char.IsLetter(c) || c == '_' || c > 127;

    private static bool IsWordPart(char c) => IsWordStart(c) || char.IsAsciiDigit(c);
}
