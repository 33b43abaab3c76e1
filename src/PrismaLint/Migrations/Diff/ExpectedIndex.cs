using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using PrismaLint.Text;

namespace PrismaLint.Migrations.Diff;

/// <summary>A key or index as a migration would make it.</summary>
internal sealed class ExpectedIndex(ExpectedTable table, string name, IndexKind kind)
{
    public ExpectedTable Table { get; } = table;

    public string Name { get; } = name;

    public IndexKind Kind { get; } = kind;

    public bool IsUnique => Kind is IndexKind.Unique or IndexKind.PrimaryKey;

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>What stands behind each column: sort, length, operator class.</summary>
    public required IReadOnlyList<string> Endings { get; init; }

    /// <summary>Of the columns those that the index sorts downwards, and so on: everything but names.</summary>
    public string Manner { get; init; } = "";

    public string? Predicate { get; init; }

    public IndexMethod Method { get; init; }

    public IndexSymbol? Symbol { get; init; }

    public Location Location => Symbol?.Location ?? Table.Location;

    public string EffectName => Table.DatabaseName + "." + Name;

    /// <summary>How sentences call it: <c>`@@index([a, b])` of `Post`</c>.</summary>
    public string Quote => Symbol is null
        ? $"index `{Name}` of join table `{Table.Name}`"
        : $"`{Symbol.Quote}` of `{(Symbol.DeclaringField is { } owner ? owner.DisplayName : Table.Model?.Name)}`";

    /// <summary>Equal for indexes of the same structure, whatever their names.</summary>
    public string Structure(Func<string, string> rename) =>
        $"{(Kind == IndexKind.PrimaryKey ? "key" : IsUnique ? "unique" : Kind == IndexKind.Fulltext ? "fulltext" : "index")}|{Method}|{Manner}|{Predicate}|"
        + string.Join(",", Columns.Select((column, i) => rename(column) + Endings[i]));

    /// <summary>The statement that builds it.</summary>
    /// <param name="concurrently">Beside the traffic.</param>
    /// <param name="name">Another name for it.</param>
    /// <param name="rename">Other columns in place of its own.</param>
    public string CreateSql(bool concurrently, string? name = null, Func<string, string>? rename = null) =>
        $"CREATE {(IsUnique ? "UNIQUE " : "")}INDEX {(concurrently ? "CONCURRENTLY " : "")}{SqlPieces.Name(name ?? Name)} ON {Table.Sql}{Using}"
        + $" ({string.Join(", ", Columns.Select((column, i) => SqlPieces.Name(rename?.Invoke(column) ?? column) + Endings[i]))}){(Predicate is null ? "" : $" WHERE ({PredicateSql(rename)})")};";

    private string? PredicateSql(Func<string, string>? rename) => rename is null
        ? Predicate
        : Columns.Aggregate(Predicate, (text, column) => text?.Replace(SqlPieces.Name(column), SqlPieces.Name(rename(column))));

    private string Using => Method switch
    {
        IndexMethod.BTree or IndexMethod.Unknown => "",
        _ => " USING " + Method.ToString().ToUpperInvariant(),
    };

    public static ExpectedIndex Of(ExpectedTable table, IndexSymbol symbol, ConnectorFacts connector) => new(table, symbol.DatabaseName, symbol.Kind)
    {
        Symbol = symbol,
        Columns = [.. symbol.Columns.Select(column => column.Field.ColumnName)],
        Endings = [.. symbol.Columns.Select(column => Ending(column, connector))],
        Method = symbol.Method,
        Manner = symbol.IsClustered is { } clustered ? clustered ? "clustered" : "nonclustered" : "",
        Predicate = symbol.Predicate is { } predicate ? predicate.Raw is null ? PredicateSql(symbol.Model, predicate) : predicate.Normalized : null,
    };

    private static string Ending(IndexColumn column, ConnectorFacts connector)
    {
        var text = column.Length is { } length ? FormattableString.Invariant($"({length})") : "";
        if (column.OperatorClass is { } operators)
            text += " " + (column.IsOperatorClassRaw ? operators : OperatorClass(operators, connector));
        return column.IsDescending ? text + " DESC" : text;
    }

    // JsonbPathOps → jsonb_path_ops, Int4MinMaxOps → int4_minmax_ops.
    private static string OperatorClass(string name, ConnectorFacts connector)
    {
        if (!connector.IsPostgreSqlLike)
            return name;
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !(i >= 3 && name.Substring(i - 3, 3) == "Min" && name.Substring(i).StartsWith("Max", StringComparison.Ordinal)))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    private static string PredicateSql(ModelSymbol model, IndexPredicate predicate) => string.Join(" AND ", predicate.Conditions.Select(condition =>
    {
        var column = SqlPieces.Name(model.FindField(condition.Name)?.ColumnName ?? condition.Name);
        if (condition.Value == "null")
            return column + (condition.IsNegated ? " IS NOT NULL" : " IS NULL");
        var value = condition.Value.Length > 0 && condition.Value[0] == '"' ? SqlText.Literal(condition.Value.Trim('"')) : condition.Value;
        return $"{column} {(condition.IsNegated ? "<>" : "=")} {value}";
    }).OrderBy(text => text, StringComparer.Ordinal));

    public override string ToString() => Name;
}
