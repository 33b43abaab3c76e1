using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Columns that foreign keys tie to each other: they change their type together or not at all.</summary>
internal sealed class KeyColumns
{
    private readonly ILookup<FieldSymbol, FieldSymbol> _partners;
    private readonly Dictionary<FieldSymbol, IReadOnlyList<FieldSymbol>> _groups = [];

    public KeyColumns(SemanticModel schema) => _partners = Pairs(schema).ToLookup(pair => pair.From, pair => pair.To);

    /// <summary>The column and all that refer to it or that it refers to, over any number of keys; the column itself first.</summary>
    public IReadOnlyList<FieldSymbol> GroupOf(FieldSymbol column)
    {
        if (_groups.TryGetValue(column, out var known))
            return known;
        var group = new List<FieldSymbol> { column };
        var seen = new HashSet<FieldSymbol>(group);
        for (var i = 0; i < group.Count; i++)
        {
            foreach (var partner in _partners[group[i]])
            {
                if (seen.Add(partner))
                    group.Add(partner);
            }
        }
        foreach (var member in group)
            _groups[member] = group;
        return group;
    }

    /// <summary>The columns of foreign keys that refer to the column.</summary>
    public static IEnumerable<FieldSymbol> Referring(FieldSymbol column)
    {
        foreach (var key in column.Model?.ReferencingKeys ?? [])
        {
            for (var i = 0; i < key.Fields.Count && i < key.References.Count; i++)
            {
                if (key.References[i] == column)
                    yield return key.Fields[i];
            }
        }
    }

    private static IEnumerable<(FieldSymbol From, FieldSymbol To)> Pairs(SemanticModel schema)
    {
        foreach (var key in schema.ForeignKeys)
        {
            for (var i = 0; i < key.Fields.Count && i < key.References.Count; i++)
            {
                yield return (key.Fields[i], key.References[i]);
                yield return (key.References[i], key.Fields[i]);
            }
        }
    }
}
