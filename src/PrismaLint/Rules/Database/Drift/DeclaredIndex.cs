using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>The SQL that makes an index as the schema declares it.</summary>
internal static class DeclaredIndex
{
    public static string Create(DatabaseTable table, IndexSymbol declared)
    {
        var columns = declared.Columns.Select(column =>
            SqlNames.Quote(SchemaMap.DatabaseName(column.Field.ColumnName))
            + (column.OperatorClass is { } operatorClass ? " " + IndexComparison.OperatorClassOf(operatorClass, column.IsOperatorClassRaw) : "")
            + (column.IsDescending ? " DESC" : ""));
        var method = declared.Method == IndexMethod.BTree ? "" : $" USING {declared.Method.ToString().ToLowerInvariant()}";
        var where = IndexComparison.PredicateOf(declared) is { } predicate ? $" WHERE {predicate}" : "";
        return $"CREATE {(declared.IsUnique ? "UNIQUE " : "")}INDEX CONCURRENTLY {SqlNames.Quote(SchemaMap.DatabaseName(declared.DatabaseName))} ON {SqlNames.Quote(table)}{method} ({string.Join(", ", columns)}){where}";
    }
}
