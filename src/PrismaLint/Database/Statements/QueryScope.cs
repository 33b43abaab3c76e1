using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Sql;

namespace PrismaLint.Database.Statements;

/// <summary>What names mean in a query: its sources by alias, then those of the queries around it.</summary>
internal sealed class QueryScope(TableNames names, QueryScope? outer)
{
    private readonly List<(string Alias, DatabaseTable? Table)> _sources = [];

    /// <summary>The table that comes first.</summary>
    public DatabaseTable? Main => _sources.Count > 0 ? _sources[0].Table : null;

    public TableNames Names { get; } = names;

    public bool HasUnknown { get; private set; }

    public int Count => _sources.Count;

    public void Add(string alias, DatabaseTable? table)
    {
        _sources.Add((alias, table));
        HasUnknown |= table is null;
    }

    /// <summary>The column that a name means, and whether it is one of <see cref="Main"/>, by its first place in this query.</summary>
    public (DatabaseColumn? Column, bool IsMain) Find(IReadOnlyList<SqlToken> parts)
    {
        if (parts.Count == 0)
            return default;
        var column = parts[parts.Count - 1].Text;
        if (parts.Count >= 3)
        {
            var table = Names.Find(parts.Take(parts.Count - 1).ToArray());
            return (table?.FindColumn(column), table is not null && table == Main);
        }
        if (parts.Count == 2)
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                var at = scope._sources.FindIndex(source => source.Alias == parts[0].Text);
                if (at >= 0)
                    return (scope._sources[at].Table?.FindColumn(column), scope == this && at == 0);
            }
            return default;
        }
        if (HasUnknown)
            return default;
        var found = _sources.Where(source => source.Table?.FindColumn(column) is not null).ToArray();
        return found.Length == 1 ? (found[0].Table?.FindColumn(column), found[0].Equals(_sources[0])) : default;
    }

    private QueryScope? Outer { get; } = outer;
}
