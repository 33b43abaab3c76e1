using System;
using System.Collections.Generic;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Facts;

/// <summary>The triggers or the policies of tables that migrations leave, each with the migration that made it.</summary>
internal sealed class MigratedObjects
{
    private readonly Dictionary<(string? Schema, string Table), SortedDictionary<string, string>> _made = [];

    /// <param name="history">The migrations; <see langword="null"/>: there are none, and nothing is found.</param>
    /// <param name="kind">What is looked for: <c>TRIGGER</c>, <c>POLICY</c>.</param>
    public MigratedObjects(ReplayedHistory? history, string kind)
    {
        if (history is null)
            return;
        foreach (var migration in history.Migrations)
        {
            foreach (var statement in migration.Script.Statements)
                Apply(statement, kind, migration.File.Name);
        }
    }

    /// <summary>Names and migrations, in the order of names.</summary>
    /// <param name="schema">The schema of the table; <see langword="null"/>: <c>public</c>.</param>
    /// <param name="table">The table, as the database calls it.</param>
    public IReadOnlyCollection<KeyValuePair<string, string>> Of(string? schema, string table) =>
        _made.TryGetValue(Key(schema, table), out var made) ? made : Array.Empty<KeyValuePair<string, string>>();

    private void Apply(SqlStatement statement, string kind, string migration)
    {
        switch (statement)
        {
            case CreateObjectStatement { Table: { } table } create when create.Kind == kind:
                if (!_made.TryGetValue(Key(table.Schema, table.Name), out var objects))
                    _made.Add(Key(table.Schema, table.Name), objects = new SortedDictionary<string, string>(StringComparer.Ordinal));
                objects[create.Name.Name] = migration;
                break;
            case DropStatement { Table: { } table } drop when drop.Kind == kind && _made.TryGetValue(Key(table.Schema, table.Name), out var known):
                foreach (var name in drop.Names)
                    known.Remove(name.Name);
                break;
            case DropStatement { Kind: "TABLE" } drop:
                foreach (var name in drop.Names)
                    _made.Remove(Key(name.Schema, name.Name));
                break;
        }
    }

    private static (string?, string) Key(string? schema, string table) => (schema == "public" ? null : schema, table);
}
