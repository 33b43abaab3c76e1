using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql.Parsing;
using Superpower.Model;

namespace PrismaLint.Sql;

/// <summary>Brings SQL expressions into a form in which equal ones are equal, however they are written.</summary>
public static class SqlText
{
    /// <summary>
    /// The expression in one line: words in lower case, names without quotes where they need none, one blank between tokens, no parentheses
    /// around the whole, no casts of literals. Two expressions of one form mean the same; two forms may still do.
    /// </summary>
    public static string Normalize(string sql)
    {
        var tokens = SqlScanner.Scan(sql).Select(token => (token.Kind, Text: token.ToStringValue())).ToList();
        RemoveCasts(tokens);
        while (IsWrapped(tokens))
            tokens = tokens.GetRange(1, tokens.Count - 2);
        RemoveParentheses(tokens);
        return string.Join(" ", tokens.Select(token => token.Kind switch
        {
            SqlTokenKind.Word => SqlName.Decode(token.Text),
            SqlTokenKind.QuotedName when IsPlain(SqlName.Decode(token.Text)) => SqlName.Decode(token.Text),
            SqlTokenKind.Operator when token.Text == "!=" => "<>",
            _ => token.Text,
        }));
    }

    /// <summary>Every name in an expression that may be a column's, as the server keeps it.</summary>
    public static IReadOnlyCollection<string> Names(string sql)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in SqlScanner.Scan(sql))
        {
            if (token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName)
                names.Add(SqlName.Decode(token.ToStringValue()));
        }
        return names;
    }

    /// <summary>The expression with another name in place of one.</summary>
    public static string Rename(string sql, string name, string newName)
    {
        var text = sql;
        foreach (var token in Enumerable.Reverse(SqlScanner.Scan(sql)))
        {
            if (token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && SqlName.Decode(token.ToStringValue()) == name)
                text = text.Remove(token.Span.Position.Absolute, token.Span.Length).Insert(token.Span.Position.Absolute, "\"" + newName.Replace("\"", "\"\"") + "\"");
        }
        return text;
    }

    // `'x'::text`, `(1)::bigint`, `'{}'::integer[]`, `::character varying(20)`.
    private static void RemoveCasts(List<(SqlTokenKind Kind, string Text)> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: SqlTokenKind.Operator, Text: "::" })
                continue;
            var end = i + 1;
            while (end < tokens.Count && (tokens[end].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Dot) && !IsBoundary(tokens[end].Text))
                end++;
            if (end < tokens.Count && tokens[end].Kind == SqlTokenKind.OpenParen)
            {
                while (end < tokens.Count && tokens[end].Kind != SqlTokenKind.CloseParen)
                    end++;
                end++;
                while (end < tokens.Count && tokens[end].Kind == SqlTokenKind.Word && !IsBoundary(tokens[end].Text))
                    end++;
            }
            while (end < tokens.Count && tokens[end].Kind is SqlTokenKind.OpenBracket or SqlTokenKind.CloseBracket)
                end++;
            tokens.RemoveRange(i, Math.Min(end, tokens.Count) - i);
            i--;
        }
    }

    private static bool IsBoundary(string word) => word.ToUpperInvariant() is "AND" or "OR" or "IS" or "NOT" or "IN" or "THEN" or "ELSE" or "WHEN" or "END" or "LIKE" or "ILIKE" or "BETWEEN" or "COLLATE";

    // Parentheses around one token, and around each part of a conjunction: `((a IS NULL) AND (b))`.
    private static void RemoveParentheses(List<(SqlTokenKind Kind, string Text)> tokens)
    {
        var open = new Stack<int>();
        var removed = new HashSet<int>();
        var only = tokens.All(token => token.Kind != SqlTokenKind.Word || token.Text.ToUpperInvariant() is not ("OR" or "CASE"));
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.OpenParen)
                open.Push(i);
            else if (tokens[i].Kind == SqlTokenKind.CloseParen && open.Count > 0)
            {
                var start = open.Pop();
                var isCall = start > 0 && (tokens[start - 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName) && !IsBoundary(tokens[start - 1].Text) && tokens[start - 1].Text.ToUpperInvariant() is not "WHERE";
                var isList = start > 0 && tokens[start - 1].Text.ToUpperInvariant() is "IN";
                if (!isCall && !isList && (i - start == 2 || (only && open.Count == 0 && (start == 0 || IsAnd(tokens[start - 1])) && (i == tokens.Count - 1 || IsAnd(tokens[i + 1])))))
                {
                    removed.Add(start);
                    removed.Add(i);
                }
            }
        }
        if (removed.Count == 0)
            return;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (removed.Contains(i))
                tokens.RemoveAt(i);
        }
    }

    private static bool IsAnd((SqlTokenKind Kind, string Text) token) => token.Kind == SqlTokenKind.Word && token.Text.Equals("and", StringComparison.OrdinalIgnoreCase);

    private static bool IsWrapped(List<(SqlTokenKind Kind, string Text)> tokens)
    {
        if (tokens.Count < 2 || tokens[0].Kind != SqlTokenKind.OpenParen)
            return false;
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.OpenParen)
                depth++;
            else if (tokens[i].Kind == SqlTokenKind.CloseParen && --depth == 0)
                return i == tokens.Count - 1;
        }
        return false;
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c == '_' || c is >= 'a' and <= 'z' || char.IsDigit(c));
}
