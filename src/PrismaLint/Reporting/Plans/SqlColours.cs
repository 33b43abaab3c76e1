using System;
using System.Collections.Generic;
using System.Text;
using PrismaLint.Sql;
using PrismaLint.Sql.Parsing;

namespace PrismaLint.Reporting.Plans;

/// <summary>SQL as HTML with little colour.</summary>
internal static class SqlColours
{
    private static readonly HashSet<string> s_words = new(
        ("add all alter analyze and any as asc begin between by cascade case cast check collate column comment commit concurrently conflict constraint create cross current cursor "
        + "database declare default deferrable deferred definer delete desc distinct do domain drop each else elsif enable end except exclude execute exists explain extension filter first "
        + "following for force foreign from full function generated grant group having identity if ilike immediate in include index inherit initially inner insert instead intersect into is "
        + "isolation join key language last lateral left level like limit lock login loop materialized mode nobypassrls noinherit nologin not nothing notnull null nulls of offset on only or "
        + "order ordinality outer over owner partition perform policy preceding primary privileges procedure public range raise recursive references refresh release rename replace reset restrict "
        + "return returning returns revoke right role rollback row rows savepoint schema security select sequence session set share start statistics table tablespace temporary then to "
        + "transaction trigger truncate type unbounded union unique update using vacuum valid validate values view when where while window with work").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static string Write(string sql)
    {
        var text = new StringBuilder(sql.Length * 2);
        Write(text, sql, 0, sql.Length, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string all, int from, int to, int depth)
    {
        var sql = from == 0 && to == all.Length ? all : all.Substring(from, to - from);
        var written = 0;
        var open = -1;
        foreach (var (kind, span) in SqlScanner.Pieces(sql))
        {
            var (start, end) = (span.Start, span.End);
            var isWord = kind == SqlTokenKind.Word && s_words.Contains(sql.Substring(start, end - start));
            // Words in a row become one piece.
            if (isWord && open >= 0 && IsBlank(sql, written, start))
            {
                written = end;
                continue;
            }
            Close(ref open);
            Gap(text, sql, written, start);
            written = end;
            if (isWord)
                open = start;
            else if (kind == SqlTokenKind.String && sql[start] == '$' && depth < 2)
                WriteBody(text, sql, start, end, depth);
            else
                CodeColours.Mark(text, kind is SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Parameter ? "s" : kind == SqlTokenKind.PsqlLine ? "i" : "", sql, start, end);
        }
        Close(ref open);
        Gap(text, sql, written, sql.Length);

        void Close(ref int start)
        {
            if (start >= 0)
                CodeColours.Mark(text, "b", sql, start, written);
            start = -1;
        }
    }

    // What stands between dollars is code itself where it has lines.
    private static void WriteBody(StringBuilder text, string sql, int start, int end, int depth)
    {
        var tag = sql.IndexOf('$', start + 1) - start + 1;
        var isClosed = end - start >= 2 * tag && string.CompareOrdinal(sql, start, sql, end - tag, tag) == 0;
        if (!isClosed || sql.IndexOf('\n', start, end - start) < 0)
        {
            CodeColours.Mark(text, "s", sql, start, end);
            return;
        }
        CodeColours.Mark(text, "s", sql, start, start + tag);
        Write(text, sql, start + tag, end - tag, depth + 1);
        CodeColours.Mark(text, "s", sql, end - tag, end);
    }

    private static void Gap(StringBuilder text, string sql, int start, int end)
    {
        foreach (var comment in SqlScanner.Comments(sql, start, end))
        {
            CodeColours.Mark(text, "", sql, start, comment.Start);
            CodeColours.Mark(text, "i", sql, comment.Start, comment.End);
            start = comment.End;
        }
        CodeColours.Mark(text, "", sql, start, end);
    }

    private static bool IsBlank(string sql, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (sql[i] is not (' ' or '\n'))
                return false;
        }
        return true;
    }
}
