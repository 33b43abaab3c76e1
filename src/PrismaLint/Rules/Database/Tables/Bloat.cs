using System;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>
/// Estimates how many pages the rows of a table, or the entries of a B-tree, would fill if they lay close: from their count and the
/// average widths of ANALYZE, with the headers and paddings of PostgreSQL's page layout (manual, "Database Page Layout").
/// </summary>
internal static class Bloat
{
    private const int Alignment = 8;

    private const int PageHeader = 24;

    // What a B-tree page keeps at its end.
    private const int BTreeSpecial = 16;

    private const int RowHeader = 23;

    private const int LinePointer = 4;

    /// <summary>Pages that the rows need; <see langword="null"/> where not every column was analyzed, or nothing was counted.</summary>
    public static double? PagesOf(DatabaseTable table, int blockSize)
    {
        if (table.EstimatedRows is not (> 0 and var rows) || table.Columns.Count == 0 || table.Columns.Any(column => column.Statistics is null || column.TypeName == "name"))
            return null;
        var data = table.Columns.Sum(column => (1 - (column.Statistics?.NullFraction ?? 0)) * (column.Statistics?.AverageWidth ?? 0));
        var hasNulls = table.Columns.Any(column => column.Statistics?.NullFraction > 0);
        double header = RowHeader + (hasNulls ? (7 + table.Columns.Count) / 8 : 0);
        var row = LinePointer + Pad(header) + Pad(Math.Ceiling(data));
        var perPage = (blockSize - PageHeader) * FillFactor(table.FindOption("fillfactor"), 100) / row;
        return perPage <= 0 ? null : Math.Ceiling(rows / perPage);
    }

    /// <summary>Pages that a B-tree needs; <see langword="null"/> for what cannot be estimated: expressions, conditions, other methods.</summary>
    public static double? PagesOf(DatabaseIndex index, int blockSize)
    {
        if (index is not { Method: "btree", IsPartial: false, HasExpressions: false, Tuples: > 0 })
            return null;
        DatabaseColumn?[] columns = [.. index.KeyColumns.Concat(index.IncludedColumns).Select(name => name is null ? null : index.Table.FindColumn(name))];
        if (columns.Any(column => column?.Statistics is null || column.TypeName == "name"))
            return null;
        var data = columns.Sum(column => (1 - (column?.Statistics?.NullFraction ?? 0)) * (column?.Statistics?.AverageWidth ?? 0));
        var header = columns.Any(column => column?.Statistics?.NullFraction > 0) ? 16 : 8;
        var entry = LinePointer + header + Pad(Math.Ceiling(data));
        var perPage = Math.Floor((blockSize - PageHeader - BTreeSpecial) * FillFactor(FindOption(index, "fillfactor"), 90) / entry);
        return perPage <= 0 ? null : 1 + Math.Ceiling(index.Tuples / perPage);
    }

    private static double Pad(double bytes) => Math.Ceiling(bytes / Alignment) * Alignment;

    private static double FillFactor(string? option, int otherwise) => (int.TryParse(option, out var percent) ? percent : otherwise) / 100.0;

    private static string? FindOption(DatabaseIndex index, string name) =>
        index.Options.FirstOrDefault(option => option.StartsWith(name + "=", StringComparison.Ordinal))?.Substring(name.Length + 1);
}
