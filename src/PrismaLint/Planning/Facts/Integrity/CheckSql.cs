using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Queries for rows that must not be there.</summary>
internal static class CheckSql
{
    /// <summary>The rows of a model that meet a condition, by their key and the columns in question.</summary>
    public static string Rows(PlanContext context, ModelSymbol model, IEnumerable<FieldSymbol> columns, string condition) =>
        $"SELECT {TableSql.Columns(TableSql.Key(model).Concat(columns).Distinct())} FROM {context.Sql.Table(model)}\nWHERE {condition};";

    /// <summary>The values that several rows share.</summary>
    public static string Duplicates(PlanContext context, ModelSymbol model, IReadOnlyList<string> expressions, string? condition = null)
    {
        var list = string.Join(", ", expressions);
        return $"SELECT {list}, count(*) FROM {context.Sql.Table(model)}{(condition is null ? "" : "\nWHERE " + condition)}\nGROUP BY {list}\nHAVING count(*) > 1;";
    }

    /// <summary>The key of a row and further columns, each behind an alias.</summary>
    public static string Select(ModelSymbol model, string alias, IEnumerable<FieldSymbol> columns) =>
        string.Join(", ", TableSql.Key(model).Concat(columns).Distinct().Select(field => TableSql.Column(alias, field)));
}
