using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>In what a declared index and one of the database differ.</summary>
internal static class IndexDifferences
{
    private const string Weaker = "duplicates can come in, and `upsert` by it fails";

    /// <summary>What changes the answers of queries or their speed, and what hardly does.</summary>
    public static (IReadOnlyList<string> Weighty, IReadOnlyList<string> Light) Of(IndexSymbol declared, DatabaseIndex found)
    {
        var weighty = new List<string>();
        var light = new List<string>();
        if (declared.IsUnique && !found.IsUnique)
            weighty.Add("it is not unique, so " + Weaker);
        else if (!declared.IsUnique && found.IsUnique)
            weighty.Add("it is unique, and refuses rows that the schema allows");
        if (found.IsExclusion)
            weighty.Add("it backs an exclusion constraint");
        OfColumns(declared, found, weighty);
        OfPredicates(declared, found, weighty);
        var method = found.Shape?.Method ?? declared.Method;
        if (method != declared.Method)
            weighty.Add($"its method is `{found.Method}`, not `{declared.Method.ToString().ToLowerInvariant()}`");
        if (found is { IsUnique: true, IsImmediate: false } && declared.IsUnique)
            weighty.Add("its constraint is DEFERRABLE, so `upsert` by it fails");
        if (found.AreNullsNotDistinct && declared.Fields.Any(column => !column.IsRequired))
            light.Add("NULLS NOT DISTINCT: a second row with NULL is refused");
        if (weighty.Count == 0)
            OfOptions(declared, found, weighty, light);
        return (weighty, light);
    }

    private static void OfColumns(IndexSymbol declared, DatabaseIndex found, List<string> differences)
    {
        string[] columns = [.. declared.Fields.Select(column => SchemaMap.DatabaseName(column.ColumnName))];
        if (!columns.SequenceEqual(found.KeyColumns))
            differences.Add($"it is over ({string.Join(", ", found.KeyColumns.Select(name => name ?? "an expression"))}), not ({string.Join(", ", columns)})");
        else
            differences.AddRange(columns.Where((_, i) => declared.Columns[i].IsDescending != found.IsDescending(i)).Select(name => $"it sorts `{name}` the other way"));
    }

    private static void OfPredicates(IndexSymbol declared, DatabaseIndex found, List<string> differences)
    {
        if (IndexComparison.HaveSamePredicate(declared, found))
            return;
        if (found.Predicate is not { } predicate)
            differences.Add(declared.IsUnique ? "it has no condition, and refuses rows that the schema allows" : "it has no condition");
        else if (declared.Predicate is null)
            differences.Add(declared.IsUnique ? $"it holds only for rows with `{predicate}`: of the others {Weaker}" : $"it holds only rows with `{predicate}`");
        else
            differences.Add($"its condition is `{predicate}`");
    }

    private static void OfOptions(IndexSymbol declared, DatabaseIndex found, List<string> weighty, List<string> light)
    {
        for (var i = 0; i < declared.Columns.Count && i < found.KeyCount; i++)
        {
            var column = declared.Columns[i];
            var name = SchemaMap.DatabaseName(column.Field.ColumnName);
            if (column.OperatorClass is { } operatorClass && i < found.OperatorClasses.Count)
            {
                var expected = IndexComparison.OperatorClassOf(operatorClass, column.IsOperatorClassRaw);
                if (expected != found.OperatorClasses[i])
                    weighty.Add($"the operator class of `{name}` is `{found.OperatorClasses[i]}`, not `{expected}`");
            }
            else if (found.OperatorClass(i) is { } other)
            {
                (found.Method == "btree" ? light : weighty).Add($"the operator class of `{name}` is `{other}`, which serves other operators than the default");
            }
            if (found.HasNullsFirst(i) != found.IsDescending(i))
                light.Add($"it sorts NULLS {(found.HasNullsFirst(i) ? "FIRST" : "LAST")} in `{name}`");
            if (found.HasOwnCollation(i))
                light.Add($"`{name}` is sorted by another collation in it than in the table");
        }
    }
}
