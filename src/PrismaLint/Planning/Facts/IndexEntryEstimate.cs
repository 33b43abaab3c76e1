using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What an index has for each row: a B-tree as PostgreSQL lays it out, other methods roughly.</summary>
internal sealed class IndexEntryEstimate(PlanContext context)
{
    private const int EntryHeader = 8;
    private const int EntryHeaderWithNulls = 16;
    private const int PageFooter = 16;
    private const double LeafFill = 0.9;

    // A list of rows in one entry, as CREATE INDEX builds it: a tenth of a page, six bytes for each row.
    private const double LongestList = 812;
    private const double RowPointer = 6;

    public IndexStorage Of(ExpectedIndex index, IReadOnlyDictionary<string, ColumnWidth> widths)
    {
        ColumnWidth[] columns = [.. index.Columns.Select(name => widths.TryGetValue(name, out var width) ? width : new ColumnWidth(8, 8))];
        return index.Method switch
        {
            IndexMethod.BTree or IndexMethod.Unknown => BTree(index, columns),
            IndexMethod.Hash => Rough(index, 16 + TupleLayout.ItemPointer, 0.75),
            IndexMethod.Brin => Rough(index, 0.1, 1),
            IndexMethod.Gin => Rough(index, columns.Sum(column => column.Bytes * (1 - column.NullShare)) * 0.6, 1),
            _ => Rough(index, EntryHeader + TupleLayout.ItemPointer + Math.Max(32, columns.Sum(column => column.Bytes)), 0.7),
        };
    }

    private static IndexStorage Rough(ExpectedIndex index, double bytes, double fill) => new(index, bytes / fill) { IsRough = true };

    private IndexStorage BTree(ExpectedIndex index, ColumnWidth[] columns)
    {
        var values = TupleLayout.Of(columns).Bytes;
        var chance = TupleLayout.ChanceOfNull(columns);
        var isKnown = !columns.Any(column => column.IsVarying || column.NullShare is > 0 and < 1);
        var entry = (chance * EntryHeaderWithNulls) + ((1 - chance) * EntryHeader) + (isKnown ? TupleLayout.Align(values) : values + 3.5) + TupleLayout.ItemPointer;
        var rowsPerKey = index.IsUnique ? 1 : RowsPerKey(index, columns.Length);
        if (rowsPerKey >= 2)
        {
            var perEntry = Math.Max(2, Math.Min(rowsPerKey, Math.Floor((LongestList - entry) / RowPointer)));
            return new IndexStorage(index, PageShare((TupleLayout.Align(entry - TupleLayout.ItemPointer + (RowPointer * perEntry)) + TupleLayout.ItemPointer) / perEntry)) { IsDeduplicated = true };
        }
        return new IndexStorage(index, PageShare(entry));
    }

    // The first entry of a page is the border to the next; pages above the leaves hold an entry for each page below.
    private static double PageShare(double entry)
    {
        var room = TupleLayout.PageBytes - TupleLayout.PageHeader - PageFooter - (TupleLayout.PageBytes * (1 - LeafFill)) - entry;
        var perPage = Math.Max(1, room / entry);
        return TupleLayout.PageBytes / perPage * (1 + (1 / Math.Max(2, perPage)));
    }

    // Where the database has counted the values, and the index has one column.
    private double RowsPerKey(ExpectedIndex index, int columns)
    {
        if (columns != 1 || context.Live is not { IsReplayed: false } live || index.Symbol is not { } symbol || live.Map.TableOf(symbol.Model) is not { Rows: > 0 and { } rows })
            return 1;
        if (live.Map.ColumnOf(symbol.Columns[0].Field)?.Statistics is not { } statistics)
            return 1;
        var distinct = statistics.DistinctCount < 0 ? -statistics.DistinctCount * rows : statistics.DistinctCount;
        return distinct > 0 ? rows / distinct : 1;
    }
}
