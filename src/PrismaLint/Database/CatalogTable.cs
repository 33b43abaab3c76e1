using System;
using System.Collections.Generic;

namespace PrismaLint.Database;

/// <summary>
/// The result of one query, as plain values: it comes from a server or from a file, and nothing that judges it can tell which.
/// A value is <see langword="null"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, or an array of
/// <c>string?</c>, <see cref="long"/> or <see cref="bool"/>. Times are strings: ISO 8601, UTC.
/// </summary>
public sealed class CatalogTable
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly List<object?[]> _rows = [];

    public CatalogTable(string source, IReadOnlyList<string> columns)
    {
        Source = source;
        Columns = columns;
        for (var i = 0; i < columns.Count; i++)
            _ordinals[columns[i]] = i;
    }

    /// <summary>One of <see cref="EvidenceSource"/>.</summary>
    public string Source { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows; a value stands where its column does.</summary>
    public IReadOnlyList<object?[]> Values => _rows;

    public int Count => _rows.Count;

    public IEnumerable<CatalogRow> Rows
    {
        get
        {
            foreach (var row in _rows)
                yield return new CatalogRow(this, row);
        }
    }

    /// <exception cref="ArgumentException">The row has more or fewer values than the table columns.</exception>
    public void Add(object?[] row)
    {
        if (row.Length != Columns.Count)
            throw new ArgumentException($"{Source} has {Columns.Count} columns, and the row {row.Length} values", nameof(row));
        _rows.Add(row);
    }

    /// <summary>Brings the rows into an order that hangs on their values alone.</summary>
    public void Sort(Comparison<object?[]> comparison) => _rows.Sort(comparison);

    internal int OrdinalOf(string column) => _ordinals.TryGetValue(column, out var ordinal) ? ordinal : -1;
}
