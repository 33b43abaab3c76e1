using System;
using System.Collections.Generic;

namespace PrismaLint.Database.Statements;

/// <summary>Cuts PostgreSQL's SQL into tokens. Any text will do: what is cut off or broken ends with the text.</summary>
internal static class SqlScanner
{
    private const string Operators = "+-*/<>=~!@#%^&|`?";

    public static List<SqlToken> Scan(string text)
    {
        var tokens = new List<SqlToken>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
                i++;
            else if (c == '-' && Next(text, i) == '-')
                i = EndOf(text, i, "\n");
            else if (c == '/' && Next(text, i) == '*')
                i = SkipComment(text, i);
            else if (c == '"')
                i = ScanQuotedName(text, i, tokens);
            else if (c == '\'')
                i = ScanString(text, i, hasEscapes: false, tokens);
            else if (c == '$')
                i = ScanDollar(text, i, tokens);
            else if (c is >= '0' and <= '9')
                i = ScanNumber(text, i, tokens);
            else if (IsNameStart(c))
                i = ScanWord(text, i, tokens);
            else if (Operators.Contains(c))
                i = ScanOperator(text, i, tokens);
            else
                i = ScanPunctuation(text, i, tokens);
        }
        return tokens;
    }

    private static char Next(string text, int i) => i + 1 < text.Length ? text[i + 1] : '\0';

    private static int EndOf(string text, int start, string end) =>
        text.IndexOf(end, start, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : text.Length;

    // Comments nest.
    private static int SkipComment(string text, int i)
    {
        var depth = 0;
        while (i < text.Length)
        {
            if (text[i] == '/' && Next(text, i) == '*')
            {
                depth++;
                i += 2;
            }
            else if (text[i] == '*' && Next(text, i) == '/')
            {
                i += 2;
                if (--depth == 0)
                    return i;
            }
            else
            {
                i++;
            }
        }
        return text.Length;
    }

    private static int ScanQuotedName(string text, int i, List<SqlToken> tokens)
    {
        var start = ++i;
        var hasQuotes = false;
        while (i < text.Length && (text[i] != '"' || Next(text, i) == '"'))
        {
            hasQuotes |= text[i] == '"';
            i += text[i] == '"' ? 2 : 1;
        }
        var end = Math.Min(i, text.Length);
        var name = text.Substring(start, end - start);
        tokens.Add(new SqlToken(SqlTokenKind.QuotedName, hasQuotes ? name.Replace("\"\"", "\"") : name));
        return end + 1;
    }

    private static int ScanString(string text, int i, bool hasEscapes, List<SqlToken> tokens)
    {
        for (i++; i < text.Length; i++)
        {
            if (text[i] == '\\' && hasEscapes)
                i++;
            else if (text[i] == '\'' && Next(text, i) == '\'')
                i++;
            else if (text[i] == '\'')
                break;
        }
        tokens.Add(new SqlToken(SqlTokenKind.Literal, ""));
        return i + 1;
    }

    private static int ScanDollar(string text, int i, List<SqlToken> tokens)
    {
        var end = i + 1;
        if (end < text.Length && text[end] is >= '0' and <= '9')
        {
            while (end < text.Length && text[end] is >= '0' and <= '9')
                end++;
            tokens.Add(new SqlToken(SqlTokenKind.Parameter, ""));
            return end;
        }
        while (end < text.Length && IsNamePart(text[end]) && text[end] != '$')
            end++;
        if (end >= text.Length || text[end] != '$')
        {
            tokens.Add(new SqlToken(SqlTokenKind.Symbol, "$"));
            return i + 1;
        }
        tokens.Add(new SqlToken(SqlTokenKind.Literal, ""));
        return EndOf(text, end + 1, text.Substring(i, end + 1 - i));
    }

    private static int ScanNumber(string text, int i, List<SqlToken> tokens)
    {
        while (i < text.Length && (IsNamePart(text[i]) || text[i] == '.'))
            i++;
        tokens.Add(new SqlToken(SqlTokenKind.Literal, ""));
        return i;
    }

    private static int ScanWord(string text, int i, List<SqlToken> tokens)
    {
        var start = i;
        while (i < text.Length && IsNamePart(text[i]))
            i++;
        if (i < text.Length && text[i] == '\'' && i - start == 1 && text[start] is 'e' or 'E' or 'b' or 'B' or 'x' or 'X' or 'n' or 'N')
            return ScanString(text, i, text[start] is 'e' or 'E', tokens);
        tokens.Add(new SqlToken(SqlTokenKind.Word, text.Substring(start, i - start).ToLowerInvariant()));
        return i;
    }

    private static int ScanOperator(string text, int i, List<SqlToken> tokens)
    {
        var start = i;
        while (i < text.Length && Operators.Contains(text[i]))
        {
            if (i > start && ((text[i] == '-' && Next(text, i) == '-') || (text[i] == '/' && Next(text, i) == '*')))
                break;
            i++;
        }
        var symbol = text.Substring(start, i - start);
        // A sign belongs to the value behind it: `a=-1`.
        if (symbol.Length > 1 && symbol[symbol.Length - 1] is '-' or '+' && symbol.IndexOfAny(['~', '!', '@', '#', '%', '^', '&', '|', '`', '?']) < 0)
        {
            symbol = symbol.Substring(0, 1 + symbol.Substring(1).TrimEnd('-', '+').Length);
            i = start + symbol.Length;
        }
        var isValue = symbol == "?" && (tokens.Count == 0 || tokens[tokens.Count - 1] is not { Kind: SqlTokenKind.QuotedName or SqlTokenKind.Parameter } and not { Kind: SqlTokenKind.Symbol, Text: ")" });
        tokens.Add(isValue ? new SqlToken(SqlTokenKind.Parameter, "") : new SqlToken(SqlTokenKind.Symbol, symbol));
        return i;
    }

    private static int ScanPunctuation(string text, int i, List<SqlToken> tokens)
    {
        var length = text[i] == ':' && Next(text, i) is ':' or '=' ? 2 : 1;
        tokens.Add(new SqlToken(SqlTokenKind.Symbol, text.Substring(i, length)));
        return i + length;
    }

    private static bool IsNameStart(char c) => c == '_' || c >= 0x80 || c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static bool IsNamePart(char c) => IsNameStart(c) || c is >= '0' and <= '9' or '$';
}
