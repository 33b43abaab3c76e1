using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>Brings rows into an order by names, the same whatever plan the server took.</summary>
internal static class CatalogOrder
{
    private static readonly string[] s_first = ["schema", "tab", "name", "slot_name"];

    // Columns that hold the number of a table.
    private static readonly string[] s_tables = ["rel", "view", "oid"];

    public static void Apply(Dictionary<string, CatalogTable> sources)
    {
        var ranks = new Dictionary<long, int>();
        if (sources.TryGetValue(EvidenceSource.Relations, out var relations))
        {
            Sort(relations, ranks, [.. Ordinals(relations, ["schema", "name"])]);
            foreach (var row in relations.Rows)
                ranks[row.Number("oid")] = ranks.Count;
        }
        foreach (var table in sources.Values.Where(table => table.Source != EvidenceSource.Relations && table.Count > 1))
        {
            string[] keys = table.Source switch
            {
                EvidenceSource.Columns => ["oid", "num"],
                EvidenceSource.TableStatistics => ["oid"],
                EvidenceSource.ColumnStatistics => ["schema", "tab", "col", "inherited"],
                EvidenceSource.ViewDependencies => ["view", "rel"],
                EvidenceSource.HostBasedAuthentication => [],
                EvidenceSource.Statements => ["total_exec_time", "query", "queryid"],
                EvidenceSource.Functions => ["schema", "name", "args"],
                EvidenceSource.Migrations => ["migration_name", "started_at"],
                EvidenceSource.DefaultPrivileges => ["schema", "role", "kind"],
                EvidenceSource.Clients => ["app", "usr"],
                EvidenceSource.Replication => ["application_name", "state"],
                _ => [.. s_tables.Take(2), .. s_first],
            };
            // The order of the lines of pg_hba.conf is what they mean.
            if (keys.Length > 0)
                Sort(table, ranks, [.. Ordinals(table, keys)]);
        }
    }

    private static IEnumerable<(int Ordinal, bool IsTable, bool IsDescending)> Ordinals(CatalogTable table, string[] keys)
    {
        for (var k = 0; k < keys.Length; k++)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (table.Columns[i] == keys[k])
                    yield return (i, s_tables.Contains(keys[k]), keys[k] == "total_exec_time");
            }
        }
    }

    private static void Sort(CatalogTable table, Dictionary<long, int> ranks, (int Ordinal, bool IsTable, bool IsDescending)[] keys)
    {
        if (keys.Length == 0)
            return;
        // Ranks are looked up once per row, not once per comparison.
        var positions = new Dictionary<object?[], long>(table.Count);
        if (keys[0].IsTable)
        {
            foreach (var row in table.Values)
                positions.Add(row, Rank(row[keys[0].Ordinal]));
        }
        table.Sort(Compare);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        int Compare(object?[] left, object?[] right)
        {
            var first = keys[0].IsTable ? positions[left].CompareTo(positions[right]) : 0;
            for (var k = keys[0].IsTable ? 1 : 0; first == 0 && k < keys.Length; k++)
            {
                var (ordinal, isTable, isDescending) = keys[k];
                first = isTable ? Rank(left[ordinal]).CompareTo(Rank(right[ordinal])) : CatalogOrder.Compare(left[ordinal], right[ordinal]);
                first = isDescending ? -first : first;
            }
            return first;
        }

        // What is not among the relations (owners of sequences, relations that were left out) goes behind them.
        long Rank(object? value) => value is long oid ? ranks.TryGetValue(oid, out var rank) ? rank : int.MaxValue + oid : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Compare(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (long a, long b) => a.CompareTo(b),
        (double a, double b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        _ => (left is null ? 0 : 1).CompareTo(right is null ? 0 : 1),
    };
}
