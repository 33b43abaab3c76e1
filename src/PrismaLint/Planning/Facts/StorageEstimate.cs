using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What rows and index entries take on disk in PostgreSQL, from the widths of columns.</summary>
internal sealed class StorageEstimate(PlanContext context)
{
    private const int TupleHeader = 23;
    private const double LongestRow = 2032;
    private const double AsidePointer = 18;
    private const double AsideChunk = 1996;
    private const double AsideHeader = 40;

    // Pieces of several lengths leave some of each page empty.
    private const double AsideWaste = 1.1;

    private readonly Dictionary<ExpectedTable, TableStorage> _tables = [];
    private readonly ColumnWidths _widths = new(context.Live is { IsReplayed: false } live ? live : null);
    private readonly IndexEntryEstimate _indexes = new(context);

    /// <summary>The estimate for a model; <see langword="null"/> where it has no table.</summary>
    public TableStorage? Of(ModelSymbol model) => context.Database.TableOf(model) is { } table ? Of(table) : null;

    public TableStorage Of(ExpectedTable table)
    {
        if (!_tables.TryGetValue(table, out var storage))
            _tables.Add(table, storage = Estimate(table));
        return storage;
    }

    /// <summary>Bytes for each row in a B-tree that no schema declares yet, if no two rows agree.</summary>
    public double EntryBytes(ExpectedTable table, IReadOnlyList<ExpectedColumn> columns, bool isUnique = false)
    {
        var index = new ExpectedIndex(table, "", isUnique ? IndexKind.Unique : IndexKind.Index) { Columns = [.. columns.Select(column => column.Name)], Endings = [.. columns.Select(_ => "")] };
        return _indexes.Of(index, columns.GroupBy(column => column.Name).ToDictionary(group => group.Key, group => _widths.Of(group.First()))).EntryBytes;
    }

    private TableStorage Estimate(ExpectedTable table)
    {
        ColumnWidth[] columns = [.. table.Columns.Select(_widths.Of)];
        var aside = MoveAside(columns);
        var layout = TupleLayout.Of(columns);
        var row = RowBytes(columns, layout.Bytes);
        var best = TupleLayout.Of(columns.OrderByDescending(column => column.IsVarying ? 0 : column.Alignment)).Bytes;
        var widths = new Dictionary<string, ColumnWidth>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
            widths[table.Columns[i].Name] = columns[i];
        var indexes = (table.PrimaryKey is { } key ? new[] { key } : []).Concat(table.Indexes);
        return new TableStorage(table, PageShare(row, columns.Any(column => column.IsVarying || column.NullShare is > 0 and < 1), FillFactor(table)) + aside, [.. indexes.Select(index => _indexes.Of(index, widths))])
        {
            AsideBytes = aside,
            Padding = layout.Padding,
            SavedByOrder = Math.Max(0, layout.Bytes - best),
            Assumptions = [.. columns.Select(column => column.Assumption).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    private static double RowBytes(ColumnWidth[] columns, double values)
    {
        var plain = TupleLayout.Align(TupleHeader);
        var withNulls = TupleLayout.Align(TupleHeader + Math.Ceiling(columns.Length / 8.0));
        var isKnown = !columns.Any(column => column.IsVarying || column.NullShare is > 0 and < 1);
        var chance = TupleLayout.ChanceOfNull(columns);
        // Lengths that vary end anywhere, half a step before the next multiple.
        return (chance * withNulls) + ((1 - chance) * plain) + (isKnown ? TupleLayout.Align(values) : values + 3.5) + TupleLayout.ItemPointer;
    }

    private static double PageShare(double row, bool isVarying, double fillFactor)
    {
        var room = (TupleLayout.PageBytes - TupleLayout.PageHeader) - (TupleLayout.PageBytes * (1 - fillFactor));
        var rows = isVarying ? (room - (row / 2)) / row : Math.Floor(room / row);
        return TupleLayout.PageBytes / Math.Max(rows, 1);
    }

    // Of a row that is too long the longest values go beside the table, in pieces.
    internal static double MoveAside(ColumnWidth[] columns)
    {
        var total = columns.Sum(column => column.Bytes * (1 - column.NullShare)) + TupleHeader;
        var aside = 0.0;
        foreach (var at in Enumerable.Range(0, columns.Length).Where(i => columns[i].MayBeStoredAside && columns[i].Bytes > AsidePointer).OrderByDescending(i => columns[i].Bytes).ToArray())
        {
            if (total <= LongestRow)
                break;
            var column = columns[at];
            var present = 1 - column.NullShare;
            var pieces = Math.Ceiling(column.Bytes / AsideChunk);
            aside += present * (column.Bytes + (pieces * AsideHeader)) * AsideWaste;
            total -= present * (column.Bytes - AsidePointer);
            columns[at] = column with { Bytes = AsidePointer, Alignment = 1 };
        }
        return aside;
    }

    private double FillFactor(ExpectedTable table)
    {
        var option = table.Model is { } model && context.Live is { IsReplayed: false } live ? live.Map.TableOf(model)?.FindOption("fillfactor") : null;
        return option is not null && int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent / 100.0 : 1;
    }
}
