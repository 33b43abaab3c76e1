using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations.Diff;

/// <summary>The locks that statements take (manual 13.3.1), as far as the statement alone tells.</summary>
internal static class StatementLocks
{
    private static readonly string[] s_levels = ["ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "ACCESS EXCLUSIVE"];

    /// <summary>The strongest lock of a script, with the tables that it is taken on; <see langword="null"/> where no table in use is locked.</summary>
    public static TableLock? Strongest(string sql)
    {
        var script = SqlScript.Parse("", sql);
        var created = script.Statements.OfType<CreateTableStatement>().Select(table => table.Name.ToString()).ToArray();
        var found = script.Statements
            .Select(statement => Of(sql, statement))
            .OfType<TableLock>()
            .Where(one => one.Tables.Length > 0 && !created.Contains(one.Tables, StringComparer.Ordinal))
            .GroupBy(one => Array.IndexOf(s_levels, one.Level))
            .OrderByDescending(group => group.Key)
            .FirstOrDefault();
        if (found is null)
            return null;
        var first = found.OrderByDescending(one => one.Duration == TableLock.Moment ? 0 : 1).First();
        return first with { Tables = string.Join(", ", found.SelectMany(one => one.Tables.Split([", "], StringSplitOptions.None)).Distinct(StringComparer.Ordinal)) };
    }

    private static TableLock? Of(string sql, SqlStatement statement) => statement switch
    {
        AlterTableStatement alter => Of(sql, alter),
        CreateIndexStatement { IsConcurrent: true } index => Beside(index.Table.ToString(), "while the index is built"),
        CreateIndexStatement index => TableLock.Share(index.Table.ToString()),
        DropStatement { IsConcurrent: true } drop => Beside(List(drop.Names), TableLock.Moment),
        DropStatement { Kind: "TABLE" or "INDEX" or "MATERIALIZED VIEW" or "VIEW" or "SEQUENCE" } drop => TableLock.AccessExclusive(List(drop.Names)),
        DropStatement { Kind: "TRIGGER" or "POLICY", Table: { } table } => TableLock.AccessExclusive(table.ToString()),
        CreateObjectStatement { Kind: "TRIGGER", Table: { } table } => TableLock.ShareRowExclusive(table.ToString(), TableLock.Moment),
        CreateObjectStatement { Kind: "POLICY", Table: { } table } => TableLock.AccessExclusive(table.ToString()),
        RenameStatement { Kind: "INDEX" } rename => Beside(rename.Name.ToString(), TableLock.Moment),
        RenameStatement { Kind: "TABLE" } rename => TableLock.AccessExclusive(rename.Name.ToString()),
        DataStatement { Command: not "SELECT" } data => new TableLock("ROW EXCLUSIVE", data.Table.ToString(), "writes to the same rows", "until the statement ends"),
        _ => null,
    };

    private static TableLock Of(string sql, AlterTableStatement alter)
    {
        var table = alter.Name.ToString();
        if (alter.Actions.Count > 0 && alter.Actions.All(action => action is ValidateConstraintAction))
            return Beside(table, "while every row is read");
        if (alter.Actions.Count > 0 && alter.Actions.All(action => action is AddConstraintAction { Constraint.Kind: "FOREIGN KEY" }))
        {
            var keys = alter.Actions.OfType<AddConstraintAction>().Select(action => action.Constraint).ToArray();
            var tables = keys.Select(key => key.Target?.ToString() ?? table).Where(target => target != table).Prepend(table).Distinct(StringComparer.Ordinal);
            return TableLock.ShareRowExclusive(string.Join(", ", tables), keys.All(key => key.IsNotValid) ? TableLock.Moment : TableLock.Scan);
        }
        // Storage parameters of autovacuum and fill factor let reads and writes go on.
        if (alter.Actions.Count > 0 && alter.Actions.All(action => IsStorage(sql.Substring(action.Span.Start, action.Span.Length))))
            return Beside(table, TableLock.Moment);
        return TableLock.AccessExclusive(table);
    }

    private static bool IsStorage(string action) =>
        action.StartsWith("SET (", StringComparison.OrdinalIgnoreCase) || action.StartsWith("RESET (", StringComparison.OrdinalIgnoreCase);

    private static TableLock Beside(string table, string duration) => new("SHARE UPDATE EXCLUSIVE", table, "neither reads nor writes", duration);

    private static string List(IEnumerable<SqlName> names) => string.Join(", ", names.Select(name => name.ToString()));
}
