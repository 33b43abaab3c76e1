using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;

namespace PrismaLint.Planning.Facts;

/// <summary>What a table takes on disk.</summary>
/// <param name="Table">The table.</param>
/// <param name="RowBytes">Bytes for each row, headers, padding and page overhead included.</param>
/// <param name="Indexes">Its primary key and its indexes.</param>
internal sealed record TableStorage(ExpectedTable Table, double RowBytes, IReadOnlyList<IndexStorage> Indexes)
{
    /// <summary>Of <see cref="RowBytes"/> what long values take that are stored beside the table.</summary>
    public double AsideBytes { get; init; }

    /// <summary>Bytes of a row that hold nothing, since values start at multiples of their alignment.</summary>
    public double Padding { get; init; }

    /// <summary>Bytes of a row that another order of the columns would save.</summary>
    public double SavedByOrder { get; init; }

    /// <summary>The widths that were assumed, in words.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Bytes of the entries that all indexes have for a row.</summary>
    public double IndexBytes => Indexes.Sum(index => index.EntryBytes);

    /// <summary>Bytes of the table with so many rows.</summary>
    public double TableBytes(double rows) => rows <= 0 ? 0 : Math.Max(TupleLayout.PageBytes, rows * RowBytes);

    /// <summary>Bytes of the indexes with so many rows; an index has a page at least, and one in front of it.</summary>
    public double IndexTotalBytes(double rows) => Indexes.Sum(index => Math.Max(2 * TupleLayout.PageBytes, rows * index.EntryBytes));

    /// <summary>Bytes of table and indexes with so many rows.</summary>
    public double TotalBytes(double rows) => rows <= 0 ? 0 : TableBytes(rows) + IndexTotalBytes(rows);
}
