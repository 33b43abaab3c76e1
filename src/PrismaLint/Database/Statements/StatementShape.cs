using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Database.Statements;

/// <summary>What a statement asks of which table, without its values.</summary>
public sealed class StatementShape
{
    public static StatementShape Unknown { get; } = new();

    public StatementCommand Command { get; init; }

    /// <summary>The table that it reads or writes, the first one of a join; <see langword="null"/> where the snapshot has no such table.</summary>
    public DatabaseTable? Table { get; init; }

    /// <summary>All tables that it names, each once, those of inner queries included.</summary>
    public IReadOnlyList<DatabaseTable> Tables { get; init; } = [];

    /// <summary>The conditions on <see cref="Table"/>.</summary>
    public IReadOnlyList<StatementFilter> Filters { get; init; } = [];

    /// <summary>The conditions on joined tables and of inner queries.</summary>
    public IReadOnlyList<StatementFilter> OtherFilters { get; init; } = [];

    /// <summary>There is a condition; <c>1=1</c> and <c>$3=$4</c> are none.</summary>
    public bool HasFilter { get; init; }

    public bool HasLimit { get; init; }

    /// <summary>An inner join drops rows as a condition does.</summary>
    public bool HasInnerJoin { get; init; }

    /// <summary>It counts or sums up.</summary>
    public bool IsAggregate { get; init; }

    public bool IsGrouped { get; init; }

    public bool IsDistinct { get; init; }

    /// <summary>No common table expression, set operation or unknown source stands in it: what is not in the shape is not in the statement.</summary>
    public bool IsPlain { get; init; }

    public IReadOnlyList<DatabaseColumn> OrderBy { get; init; } = [];

    /// <summary>Of INSERT: the rows of VALUES; 0 where a query gives them.</summary>
    public int InsertedRows { get; init; }

    /// <summary><c>ON CONFLICT</c></summary>
    public bool IsUpsert { get; init; }

    /// <summary>The columns that each row must have one value of, each once.</summary>
    public IReadOnlyList<DatabaseColumn> EqualColumns =>
        [.. Filters.Where(filter => filter is { Operator: FilterOperator.Equal, IsRequired: true, IsValue: true }).Select(filter => filter.Column).Distinct()];

    /// <summary>At most one row meets its conditions: they fix all columns of a key.</summary>
    public bool IsLookup
    {
        get
        {
            var columns = EqualColumns;
            return Table is not null && columns.Count > 0 && Table.Indexes.Any(index =>
                index is { IsUnique: true, IsPartial: false, IsValid: true, KeyColumns.Count: > 0 } && index.KeyColumns.All(name => name is not null && columns.Any(column => column.Name == name)));
        }
    }
}
