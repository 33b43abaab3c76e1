using System.Linq;
using System.Text;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using PrismaLint.Syntax;

namespace PrismaLint.Database;

/// <summary>What a declared index has in common with one of the database.</summary>
public static class IndexComparison
{
    /// <summary>The condition of a declared index as SQL; <see langword="null"/> for a full one.</summary>
    public static string? PredicateOf(IndexSymbol symbol)
    {
        if (symbol.Predicate is not { } predicate)
            return null;
        return predicate.Raw ?? string.Join(" AND ", predicate.Conditions.Select(condition =>
        {
            var column = SqlName.Quote(SchemaMap.DatabaseName(condition.Field?.ColumnName ?? condition.Name));
            if (condition.Value == "null")
                return column + (condition.IsNegated ? " IS NOT NULL" : " IS NULL");
            var value = condition.Value.StartsWith('"') ? SqlText.Literal(SyntaxFacts.DecodeString(condition.Value)) : condition.Value;
            if (condition.Field?.TypeSymbol is EnumSymbol values && values.FindValue(condition.Value) is { } label)
                value = SqlText.Literal(label.DatabaseName);
            return column + (condition.IsNegated ? " <> " : " = ") + value;
        }));
    }

    /// <summary>The conditions of both are the same, or neither has one.</summary>
    public static bool HaveSamePredicate(IndexSymbol symbol, DatabaseIndex index) =>
        PredicateOf(symbol) is { } declared ? index.Predicate is { } found && ExpressionText.AreEqualConditions(declared, found) : index.Predicate is null;

    /// <summary>The operator classes that the schema writes are those of the database; one that it does not write may be any.</summary>
    public static bool HaveSameOperatorClasses(IndexSymbol symbol, DatabaseIndex index)
    {
        for (var i = 0; i < symbol.Columns.Count; i++)
        {
            if (symbol.Columns[i] is { OperatorClass: { } declared } column && i < index.OperatorClasses.Count
                && OperatorClassOf(declared, column.IsOperatorClassRaw) != index.OperatorClasses[i])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The name of an operator class in the catalog: <c>JsonbPathOps</c> is <c>jsonb_path_ops</c>, <c>Int4MinMaxMultiOps</c> is <c>int4_minmax_multi_ops</c>.</summary>
    public static string OperatorClassOf(string declared, bool isRaw)
    {
        if (isRaw)
            return declared.Substring(declared.LastIndexOf('.') + 1).Trim('"', ' ');
        var name = declared.Replace("MinMax", "Minmax").Replace("TimestampTz", "Timestamptz").Replace("TimeTz", "Timetz").Replace("VarBit", "Varbit");
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (c is >= 'A' and <= 'Z' && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>Nothing stands in the index that the schema has no word for.</summary>
    public static bool IsPlain(DatabaseIndex index) => index.IncludedColumns.Count == 0 && !index.AreNullsNotDistinct;

    /// <summary>Structure and condition are the same, whatever the name.</summary>
    public static bool IsSameCondition(IndexSymbol symbol, DatabaseIndex index) => HasSameStructure(symbol, index) && HaveSamePredicate(symbol, index);

    /// <summary>Method, columns, their order and uniqueness are the same; of a condition it only counts that there is one.</summary>
    public static bool HasSameStructure(IndexSymbol symbol, DatabaseIndex index)
    {
        if (symbol.Columns.Count != index.KeyColumns.Count
            || index.Shape is not { } shape
            || symbol.IsUnique != index.IsUnique
            || (symbol.Kind == IndexKind.PrimaryKey) != index.IsPrimary
            || index.IsExclusion
            || symbol.Method != shape.Method
            || symbol.Predicate is null != index.Predicate is null)
        {
            return false;
        }
        for (var i = 0; i < symbol.Columns.Count; i++)
        {
            var column = symbol.Columns[i];
            if (SchemaMap.DatabaseName(column.Field.ColumnName) != index.KeyColumns[i] || column.IsDescending != index.IsDescending(i))
                return false;
        }
        return true;
    }
}
