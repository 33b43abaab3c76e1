using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Database;

/// <summary>The names of a database's objects in the SQL and in the text of messages.</summary>
internal static class SqlNames
{
    /// <inheritdoc cref="SqlName.Quote(string)"/>
    public static string Quote(string name) => SqlName.Quote(name);

    /// <summary><c>"public"."User"</c></summary>
    public static string Quote(DatabaseTable table) => Quote(table.Schema) + "." + Quote(table.Name);

    /// <summary><c>"public"."User_email_idx"</c></summary>
    public static string Quote(DatabaseIndex index) => Quote(index.Table.Schema) + "." + Quote(index.Name);

    /// <summary><c>"a", "b"</c></summary>
    public static string QuoteColumns(IEnumerable<FieldSymbol> fields) => string.Join(", ", fields.Select(field => Quote(SchemaMap.DatabaseName(field.ColumnName))));

    /// <inheritdoc cref="SqlName.Write(string)"/>
    public static string Write(string name) => SqlName.Write(name);

    /// <summary><c>public."User"</c></summary>
    public static string Write(DatabaseTable table) => Write(table.Schema) + "." + Write(table.Name);

    /// <summary><c>public.is_member(tenant uuid)</c></summary>
    public static string Write(DatabaseFunction function) => Write(function.Schema) + "." + Write(function.Name) + "(" + function.Arguments + ")";

    /// <summary>The first few, each in backticks, and how many more there are.</summary>
    public static string List(IEnumerable<string> names, int most = 5)
    {
        string[] all = [.. names];
        return string.Join(", ", all.Take(most).Select(name => $"`{name}`")) + (all.Length > most ? $" and {all.Length - most} more" : "");
    }

    /// <summary>The columns of an index as findings write them: <c>a, b DESC</c>; an expression is an ellipsis.</summary>
    public static string Columns(DatabaseIndex index) =>
        string.Join(", ", index.KeyColumns.Select((column, i) => (column ?? "…") + (index.IsDescending(i) ? " DESC" : "")));

    /// <summary>The statement that removes an index without keeping writers out; of a partitioned table there is none of that kind.</summary>
    public static string Drop(DatabaseIndex index) =>
        $"`DROP INDEX {(index.Table.Kind == DatabaseTableKind.PartitionedTable ? "" : "CONCURRENTLY ")}{Quote(index)}`";
}
