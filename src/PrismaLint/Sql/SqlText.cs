using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Sql.Parsing;

namespace PrismaLint.Sql;

/// <summary>Texts of SQL and what stands in them; whether two of them mean the same, <see cref="ExpressionText"/> says.</summary>
public static class SqlText
{
    /// <summary>Every name in a text that may be a column's, as the server keeps it, in the order of the text.</summary>
    public static IReadOnlyList<string> Names(string sql) => [.. SqlTokens.Read(sql).Where(token => token.IsName).Select(token => token.Text)];

    /// <summary>The expression with another name in place of one.</summary>
    public static string Rename(string sql, string name, string newName)
    {
        var text = new StringBuilder(sql.Length);
        var end = 0;
        foreach (var token in SqlScanner.Scan(sql))
        {
            if (token.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName) || SqlName.Decode(token.ToStringValue()) != name)
                continue;
            var start = token.Span.Position.Absolute;
            text.Append(sql, end, start - end).Append(SqlName.Quote(newName));
            end = start + token.Span.Length;
        }
        return text.Append(sql, end, sql.Length - end).ToString();
    }

    /// <summary>
    /// A statement without what may belong to somebody: literals become <c>?</c>, comments go. The server has done most of that already, but
    /// not in statements that ran with plain text of functions or before the extension knew them.
    /// </summary>
    public static string WithoutLiterals(string sql)
    {
        var text = new StringBuilder(sql.Length);
        var end = 0;
        foreach (var token in SqlScanner.Scan(sql))
        {
            var start = token.Span.Position.Absolute;
            AppendBlanks(text, sql, end, start);
            end = start + token.Span.Length;
            if (token.Kind is SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.PsqlLine)
                text.Append('?');
            else
                text.Append(sql, start, end - start);
        }
        AppendBlanks(text, sql, end, sql.Length);
        return text.ToString().Trim();
    }

    /// <summary>A string as SQL writes it: <c>'it''s'</c>.</summary>
    public static string Literal(string value) => "'" + value.Replace("'", "''") + "'";

    // What stands between tokens, with a blank for each comment.
    private static void AppendBlanks(StringBuilder text, string sql, int start, int end)
    {
        foreach (var comment in SqlScanner.Comments(sql, start, end))
        {
            text.Append(sql, start, comment.Start - start).Append(' ');
            start = comment.End;
        }
        text.Append(sql, start, end - start);
    }
}
