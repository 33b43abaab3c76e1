using System.Collections.Generic;
using System.Text;
using PrismaLint.Sql;

namespace PrismaLint.Database.Statements;

/// <summary>The text of a statement with its values taken away and its lists made alike: before 18 each length of an IN list is an entry of its own.</summary>
internal static class StatementFingerprint
{
    public static string Of(IReadOnlyList<SqlToken> tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (text.Length > 0)
                text.Append(' ');
            text.Append(token.IsValue ? "?" : token.Kind == SqlTokenKind.QuotedName ? "\"" + token.Text + "\"" : token.Text);
            if (!token.IsSymbol("("))
                continue;
            var end = EndOfValues(tokens, i + 1);
            if (end < 0)
                continue;
            text.Append(" ? )");
            i = end;
            // VALUES (?, ?), (?, ?): many rows are not one row, but how many does not matter.
            if (!IsRowOf(tokens, i + 1))
                continue;
            text.Append(" , …");
            while (IsRowOf(tokens, i + 1) && EndOfValues(tokens, i + 3) is >= 0 and var next)
                i = next;
        }
        return text.ToString();
    }

    private static bool IsRowOf(IReadOnlyList<SqlToken> tokens, int i) =>
        i + 1 < tokens.Count && tokens[i].IsSymbol(",") && tokens[i + 1].IsSymbol("(") && EndOfValues(tokens, i + 2) >= 0;

    // Where a list of nothing but values, with or without casts, is closed; -1 for another list.
    private static int EndOfValues(IReadOnlyList<SqlToken> tokens, int i)
    {
        var hasValue = false;
        for (; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsSymbol(")"))
                return hasValue ? i : -1;
            if (token.IsValue || token.IsWord("default") || token.IsWord("null"))
                hasValue = true;
            else if (token.IsSymbol("::") && i + 1 < tokens.Count && tokens[i + 1].IsName)
                i++;
            else if (!token.IsSymbol(",") && !token.IsSymbol(".") && !(token.IsName && tokens[i - 1].IsSymbol(".")))
                return -1;
        }
        return -1;
    }
}
