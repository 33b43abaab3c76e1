using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>Relations that other sessions hold, or wait for, under locks that an inspection would have to wait for.</summary>
internal sealed class LockedRelations
{
    private readonly Dictionary<long, (string Name, string Kind)> _relations = [];

    public LockedRelations(CatalogTable table)
    {
        foreach (var row in table.Rows)
            _relations[row.Number("oid")] = (row.Text("name"), row.Text("kind"));
        Oids = [.. _relations.Keys];
    }

    public static LockedRelations None { get; } = new(new CatalogTable("locked", []));

    public long[] Oids { get; private init; }

    public IEnumerable<string> Names => _relations.Values.Select(relation => relation.Name);

    /// <summary>The names of tables and views, sorted.</summary>
    public string[] Tables => NamesOf("r", "p", "v", "m", "f");

    public string[] Indexes => NamesOf("i", "I");

    public string[] Sequences => NamesOf("S");

    public bool Contains(long oid) => _relations.ContainsKey(oid);

    /// <summary>These and those of a later look.</summary>
    public LockedRelations And(CatalogTable table)
    {
        var both = new LockedRelations(table);
        foreach (var pair in _relations)
            both._relations[pair.Key] = pair.Value;
        return new LockedRelations(both);
    }

    private LockedRelations(LockedRelations other)
    {
        _relations = other._relations;
        Oids = [.. _relations.Keys];
    }

    private string[] NamesOf(params string[] kinds) =>
        [.. _relations.Values.Where(relation => kinds.Contains(relation.Kind)).Select(relation => relation.Name).Order(StringComparer.Ordinal)];
}
