using System.Collections.Generic;

namespace PrismaLint.Semantics;

/// <summary>
/// An index as plain values, for comparing: the same shape serves the schema's indexes and those of a database, so
/// that coverage and redundancy are judged in one place.
/// </summary>
/// <param name="Kind">What declares it.</param>
/// <param name="Method">Its access method.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record IndexShape(IndexKind Kind, IndexMethod Method, IReadOnlyList<IndexShapeColumn> Columns)
{
    /// <summary>The condition of a partial index, equal for equal conditions; <see langword="null"/> for a full index.</summary>
    public string? Predicate { get; init; }

    /// <summary>
    /// The columns of a condition that says nothing but that they are not null; <see langword="null"/> for a full index
    /// and for any other condition.
    /// </summary>
    public IReadOnlyList<string>? NotNullColumns { get; init; }

    /// <summary>The table is stored in the order of this index (sqlserver).</summary>
    public bool IsClustered { get; init; }

    /// <summary>Rows are unique over the columns: primary key or unique.</summary>
    public bool IsUnique => Kind is IndexKind.PrimaryKey or IndexKind.Unique;
}
