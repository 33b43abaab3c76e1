using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Database.Statements;

/// <summary>Finds the tables that statements name.</summary>
internal sealed class TableNames
{
    private readonly DatabaseSnapshot _snapshot;
    private readonly string _defaultSchema;
    private readonly Dictionary<string, DatabaseTable?> _byName = new(StringComparer.Ordinal);

    public TableNames(DatabaseSnapshot snapshot, string defaultSchema)
    {
        _snapshot = snapshot;
        _defaultSchema = defaultSchema;
        foreach (var table in snapshot.Tables)
            _byName[table.Name] = _byName.ContainsKey(table.Name) ? null : table;
    }

    /// <summary>The table of a name with or without schema; one without lies in the default schema, or its name is the only one.</summary>
    public DatabaseTable? Find(IReadOnlyList<SqlToken> parts) => parts.Count switch
    {
        0 => null,
        1 => _snapshot.FindTable(_defaultSchema, parts[0].Text) ?? (_byName.TryGetValue(parts[0].Text, out var table) ? table : null),
        _ => _snapshot.FindTable(parts[parts.Count - 2].Text, parts[parts.Count - 1].Text),
    };
}
