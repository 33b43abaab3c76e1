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
    /// <summary>Bytes of table and indexes with so many rows.</summary>
    public double TotalBytes(double rows) => rows * (RowBytes + Indexes.Sum(index => index.EntryBytes));
}
