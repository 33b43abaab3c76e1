using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Changes;

/// <summary>The query that names what a step's statements should have done and have not: a row for each.</summary>
internal static class StepCheck
{
    public const string Expected = "no row";

    public static string? Of(string sql)
    {
        var parts = new List<string>();
        var statements = SqlScript.Parse("", sql).Statements;
        var built = statements.OfType<CreateIndexStatement>().Where(index => index.Name is not null).Select(index => SqlPieces.Name(index.Table.Schema, index.Name ?? "")).ToArray();
        var renamed = statements.OfType<RenameStatement>().Where(rename => rename.Kind == "INDEX").ToArray();
        // Under another name it is looked for by that one.
        built = [.. built.Where(name => Array.TrueForAll(renamed, rename => Quote(rename.Name) != name))];
        if (built.Length > 0)
            parts.Add($"SELECT name AS not_valid FROM unnest({List(built)}) AS name WHERE NOT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass(name) AND indisvalid)");
        var dropped = statements.OfType<DropStatement>().Where(drop => drop.Kind == "INDEX").SelectMany(drop => drop.Names).Select(Quote).ToArray();
        if (dropped.Length > 0)
            parts.Add($"SELECT name AS still_there FROM unnest({List(dropped)}) AS name WHERE to_regclass(name) IS NOT NULL");
        // Where columns change names, their demands move with them.
        var alters = statements.OfType<AlterTableStatement>().ToArray();
        foreach (var alter in alters.Where(_ => !alters.SelectMany(one => one.Actions).OfType<RenameColumnAction>().Any()))
            parts.AddRange(alter.Actions.Select(action => Of(Quote(alter.Name), action)).OfType<string>());
        return parts.Count == 0 ? null : string.Join("\nUNION ALL ", parts.Distinct(StringComparer.Ordinal)) + ";";
    }

    private static string? Of(string table, TableAction action) => action switch
    {
        ValidateConstraintAction validate => $"SELECT {SqlText.Literal(validate.Name + " is not checked")} WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = {Class(table)} AND conname = {SqlText.Literal(validate.Name)} AND convalidated)",
        SetNotNullAction demand => $"SELECT {SqlText.Literal($"{demand.Column} {(demand.IsNotNull ? "may be empty" : "must have a value")}")} WHERE NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = {Class(table)} AND attname = {SqlText.Literal(demand.Column)} AND {(demand.IsNotNull ? "" : "NOT ")}attnotnull)",
        _ => null,
    };

    private static string Class(string table) => SqlText.Literal(table) + "::regclass";

    private static string List(IEnumerable<string> names) => $"ARRAY[{string.Join(", ", names.Select(SqlText.Literal))}]";

    private static string Quote(SqlName name) => SqlPieces.Name(name.Schema, name.Name);
}
