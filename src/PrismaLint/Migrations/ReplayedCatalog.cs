using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Migrations;

/// <summary>
/// The database that a list of migrations makes, as far as their text says: tables, columns, constraints, indexes, enums, and the names of
/// what else they create. A statement that is not understood changes nothing, and one that could not run neither.
/// </summary>
public sealed class ReplayedCatalog
{
    private readonly Dictionary<(string Schema, string Name), ReplayedTable> _tables = [];
    private readonly Dictionary<(string Schema, string Name), List<string>> _enums = [];
    // By the name alone, the tables that have, or once had, an index of it: whether one still has it, the table says.
    private readonly Dictionary<string, List<ReplayedTable>> _indexes = [];
    private readonly Dictionary<(string Kind, string Schema, string Name), int> _objects = [];

    /// <param name="defaultSchema">The schema of names without one.</param>
    public ReplayedCatalog(string defaultSchema = "public") => DefaultSchema = defaultSchema;

    public string DefaultSchema { get; }

    /// <summary>How many scripts have been applied; the number of the next one.</summary>
    public int Count { get; private set; }

    public IEnumerable<ReplayedTable> Tables => _tables.Values;

    /// <summary>The enum types and their labels.</summary>
    public IEnumerable<(string Schema, string Name, IReadOnlyList<string> Labels)> Enums =>
        _enums.Select(pair => (pair.Key.Schema, pair.Key.Name, (IReadOnlyList<string>)pair.Value));

    public ReplayedTable? FindTable(SqlName name) => _tables.TryGetValue(Key(name), out var table) ? table : null;

    public ReplayedTable? FindTable(string schema, string name) => _tables.TryGetValue((schema, name), out var table) ? table : null;

    /// <summary>The table of an index, by the index's name.</summary>
    public (ReplayedTable Table, ReplayedIndex Index)? FindIndex(SqlName name)
    {
        var (schema, index) = Key(name);
        if (!_indexes.TryGetValue(index, out var candidates))
            return null;
        foreach (var table in candidates)
        {
            if (table.Schema == schema && table.FindIndex(index) is { } found && FindTable(schema, table.Name) == table)
                return (table, found);
        }
        return null;
    }

    public IReadOnlyList<string>? FindEnum(SqlName name) => _enums.TryGetValue(Key(name), out var labels) ? labels : null;

    /// <summary>The migration that created an object kept by name only; <see langword="null"/> where none did.</summary>
    public int? FindObject(string kind, SqlName name) => _objects.TryGetValue((kind, Key(name).Schema, name.Name), out var number) ? number : null;

    /// <summary>Applies a script, as the next migration.</summary>
    public void Apply(SqlScript script)
    {
        foreach (var statement in script.Statements)
            Apply(statement);
        EndMigration();
    }

    /// <summary>What is applied from here on belongs to the next migration.</summary>
    public void EndMigration() => Count++;

    /// <summary>Applies one statement, in the migration that is under way.</summary>
    public void Apply(SqlStatement statement) => new Replay(this).Apply(statement);

    internal (string Schema, string Name) Key(SqlName name) => (name.Schema ?? DefaultSchema, name.Name);

    internal void Add(ReplayedTable table) => _tables[(table.Schema, table.Name)] = table;

    internal void Remove(ReplayedTable table) => _tables.Remove((table.Schema, table.Name));

    /// <summary>An index of a table has got its name.</summary>
    internal void NoteIndex(string name, ReplayedTable table)
    {
        if (!_indexes.TryGetValue(name, out var tables))
            _indexes.Add(name, tables = []);
        if (!tables.Contains(table))
            tables.Add(table);
    }

    internal void SetEnum((string, string) key, List<string>? labels)
    {
        if (labels is null)
            _enums.Remove(key);
        else
            _enums[key] = labels;
    }

    internal List<string>? Labels((string, string) key) => _enums.TryGetValue(key, out var labels) ? labels : null;

    internal void AddObject(string kind, SqlName name) => _objects[(kind, Key(name).Schema, name.Name)] = Count;

    internal void RemoveObject(string kind, SqlName name) => _objects.Remove((kind, Key(name).Schema, name.Name));
}
