using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Which column of a table a field without one may mean: it differs only in case, or it is the only one left of its type.</summary>
internal static class RenamedColumns
{
    public static IReadOnlyDictionary<FieldSymbol, DatabaseColumn> Of(DriftScope drift, ModelSymbol model, DatabaseTable table)
    {
        var pairs = new Dictionary<FieldSymbol, DatabaseColumn>();
        var missing = Missing(drift, model);
        var extra = Extra(drift, table);
        foreach (var declared in missing)
        {
            var plain = Plain(declared.ColumnName);
            if (extra.Find(column => Plain(column.Name) == plain) is not { } column)
                continue;
            pairs.Add(declared, column);
            extra.Remove(column);
        }
        foreach (var group in missing.Where(declared => !pairs.ContainsKey(declared)).GroupBy(declared => SqlType.Of(declared, drift.Map).ToString()).Where(group => group.Count() == 1))
        {
            var candidates = extra.Where(column => SqlType.Of(column, drift.Snapshot)?.ToString() == group.Key).Take(2).ToArray();
            // A column that INSERTs may leave out was rather added than renamed from one that they may not.
            if (candidates.Length != 1 || (group.First() is { IsRequired: true, Default: null } && !candidates[0].IsNotNull))
                continue;
            pairs.Add(group.First(), candidates[0]);
            extra.Remove(candidates[0]);
        }
        return pairs;
    }

    public static List<FieldSymbol> Missing(DriftScope drift, ModelSymbol model) => [.. model.Columns.Where(declared => drift.Map.ColumnOf(declared) is null)];

    public static List<DatabaseColumn> Extra(DriftScope drift, DatabaseTable table) => [.. table.Columns.Where(column => drift.Map.FieldOf(column) is null)];

    private static string Plain(string name) => SchemaMap.DatabaseName(name).Replace("_", "").ToLowerInvariant();
}
