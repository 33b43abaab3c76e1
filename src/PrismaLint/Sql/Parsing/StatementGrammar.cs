using System;
using System.Collections.Generic;
using Superpower.Model;
using TextSpan = PrismaLint.Text.TextSpan;

namespace PrismaLint.Sql.Parsing;

/// <summary>
/// The statements that are looked into. Each production begins behind the words that told it; where something does not fit, the
/// statement stays opaque.
/// </summary>
internal static class StatementGrammar
{
    /// <summary>Reads the statement between two tokens, its semicolon left out.</summary>
    public static SqlStatement Read(string text, Token<SqlTokenKind>[] tokens, int start, int end) =>
        Statement(new SqlCursor(text, tokens, start, end)) ?? new OpaqueStatement();

    private static SqlStatement? Statement(SqlCursor cursor)
    {
        if (cursor.Take("create"))
            return CreateGrammar.Create(cursor);
        if (cursor.Take("alter"))
            return AlterGrammar.Alter(cursor);
        if (cursor.Take("drop"))
            return Drop(cursor);
        if (cursor.Take("update"))
            return Update(cursor);
        if (cursor.Take("delete", "from"))
            return Delete(cursor);
        if (cursor.Take("insert", "into"))
            return Insert(cursor);
        if (cursor.Take("truncate"))
            return Truncate(cursor);
        if (cursor.Take("do"))
            return Do(cursor);
        if (cursor.Take("set"))
            return Set(cursor);
        if (cursor.Take("begin") || cursor.Take("start", "transaction"))
            return new TransactionStatement("BEGIN");
        if (cursor.Take("commit") || (cursor.IsWord("end") && cursor.Take("end")))
            return new TransactionStatement("COMMIT");
        if (cursor.Take("rollback") || cursor.Take("abort"))
            return new TransactionStatement(cursor.HasAhead("to") ? "SAVEPOINT" : "ROLLBACK");
        if (cursor.Take("savepoint"))
            return new TransactionStatement("SAVEPOINT");
        if (cursor.Take("release"))
            return new TransactionStatement("RELEASE");
        return Maintenance(cursor);
    }

    private static MaintenanceStatement? Maintenance(SqlCursor cursor)
    {
        var command = cursor.Take("vacuum") ? "VACUUM" : cursor.Take("reindex") ? "REINDEX" : cursor.Take("cluster") ? "CLUSTER"
            : cursor.Take("refresh", "materialized", "view") ? "REFRESH MATERIALIZED VIEW" : cursor.Take("analyze") || cursor.Take("analyse") ? "ANALYZE" : null;
        if (command is null)
            return null;
        var isFull = false;
        var isConcurrent = false;
        if (cursor.Kind == SqlTokenKind.OpenParen)
        {
            var options = cursor.Parenthesized();
            isFull = options.Contains("full", StringComparison.OrdinalIgnoreCase);
            isConcurrent = options.Contains("concurrently", StringComparison.OrdinalIgnoreCase);
        }
        while (cursor.IsWord("full") || cursor.IsWord("freeze") || cursor.IsWord("verbose") || cursor.IsWord("analyze"))
        {
            isFull |= cursor.IsWord("full");
            cursor.Position++;
        }
        if (command == "REINDEX" && (cursor.Take("index") || cursor.Take("table") || cursor.Take("schema") || cursor.Take("database") || cursor.Take("system")))
            isFull = false;
        var position = cursor.EndBefore;
        isConcurrent |= cursor.Take("concurrently");
        return new MaintenanceStatement(command, cursor.QualifiedName()) { IsFull = isFull, IsConcurrent = isConcurrent, OptionPosition = position };
    }

    private static DropStatement? Drop(SqlCursor cursor)
    {
        if (KindOf(cursor) is not { } kind)
            return null;
        var position = cursor.EndBefore;
        var isConcurrent = cursor.Take("concurrently");
        var ifExists = cursor.Take("if", "exists");
        var names = new List<SqlName>();
        while (cursor.QualifiedName() is { } name)
        {
            names.Add(name);
            // A function's arguments.
            if (cursor.Kind == SqlTokenKind.OpenParen)
                cursor.Skip();
            if (!cursor.Take(SqlTokenKind.Comma))
                break;
        }
        if (names.Count == 0)
            return null;
        var table = cursor.Take("on") ? cursor.QualifiedName() : null;
        return new DropStatement(kind, names)
        {
            IfExists = ifExists, IsConcurrent = isConcurrent, IsCascading = cursor.HasAhead("cascade"), Table = table, OptionPosition = position,
        };
    }

    /// <summary>The words that say what kind of object a statement is about, in upper case.</summary>
    public static string? KindOf(SqlCursor cursor)
    {
        string[] two = ["MATERIALIZED VIEW", "FOREIGN TABLE", "EVENT TRIGGER", "OPERATOR CLASS", "TEXT SEARCH", "ACCESS METHOD", "FOREIGN DATA"];
        foreach (var kind in two)
        {
            var blank = kind.IndexOf(' ');
            if (cursor.Take(kind.Substring(0, blank), kind.Substring(blank + 1)))
                return kind;
        }
        string[] one =
        [
            "TABLE", "INDEX", "TYPE", "SEQUENCE", "SCHEMA", "EXTENSION", "POLICY", "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "TRIGGER", "VIEW", "DOMAIN", "ROLE", "USER", "DATABASE", "RULE",
            "PUBLICATION", "SUBSCRIPTION", "COLLATION", "STATISTICS", "CAST", "SERVER", "SYSTEM", "OPERATOR", "TABLESPACE", "LANGUAGE", "CONVERSION",
        ];
        foreach (var kind in one)
        {
            if (cursor.Take(kind))
                return kind;
        }
        return null;
    }

    private static DataStatement? Update(SqlCursor cursor)
    {
        cursor.Take("only");
        if (cursor.QualifiedName() is not { } table)
            return null;
        cursor.Until(at => at.IsWord("set"));
        if (!cursor.Take("set"))
            return null;
        var columns = new List<string>();
        do
        {
            if (cursor.Kind == SqlTokenKind.OpenParen)
                columns.AddRange(cursor.NameList());
            else if (cursor.QualifiedName() is { } column)
                columns.Add(column.Name);
            cursor.Until(at => at.Kind == SqlTokenKind.Comma || at.IsWord("where") || at.IsWord("from") || at.IsWord("returning"));
        }
        while (cursor.Take(SqlTokenKind.Comma));
        return new DataStatement("UPDATE", table) { HasQuery = cursor.HasAhead("from"), HasWhere = cursor.HasAhead("where"), Columns = columns };
    }

    private static DataStatement? Delete(SqlCursor cursor)
    {
        cursor.Take("only");
        return cursor.QualifiedName() is { } table ? new DataStatement("DELETE", table) { HasWhere = cursor.HasAhead("where"), HasQuery = cursor.HasAhead("using") } : null;
    }

    private static DataStatement? Insert(SqlCursor cursor)
    {
        if (cursor.QualifiedName() is not { } table)
            return null;
        var columns = cursor.NameList();
        return new DataStatement("INSERT", table) { HasQuery = cursor.HasAhead("select"), Columns = columns };
    }

    private static DataStatement? Truncate(SqlCursor cursor)
    {
        cursor.Take("table");
        cursor.Take("only");
        var tables = new List<SqlName>();
        while (cursor.QualifiedName() is { } name)
        {
            tables.Add(name);
            if (cursor.Kind == SqlTokenKind.Operator)
                cursor.Position++;
            if (!cursor.Take(SqlTokenKind.Comma))
                break;
        }
        return tables.Count == 0 ? null : new DataStatement("TRUNCATE", tables[0]) { Tables = tables, IsCascading = cursor.HasAhead("cascade") };
    }

    private static DoStatement? Do(SqlCursor cursor)
    {
        while (!cursor.IsAtEnd && cursor.Kind != SqlTokenKind.String)
            cursor.Position++;
        return cursor.IsAtEnd ? null : new DoStatement(cursor.TokenText);
    }

    private static SetStatement? Set(SqlCursor cursor)
    {
        var isLocal = cursor.Take("local");
        if (!isLocal)
            cursor.Take("session");
        if (cursor.QualifiedName() is not { } name)
            return null;
        if (!cursor.Take("to") && cursor.Kind == SqlTokenKind.Operator)
            cursor.Position++;
        return new SetStatement(name.ToString(), cursor.Until(at => false)) { IsLocal = isLocal };
    }
}
