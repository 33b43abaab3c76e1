using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>What tables take today, as the database says, else as rows and widths say; and at the end of the time that the plan looks ahead.</summary>
internal sealed class TableSizes(PlanContext context)
{
    private readonly Dictionary<ModelSymbol, TableSize> _sizes = [];

    /// <summary>The models whose rows are known, the largest at the end first.</summary>
    public IEnumerable<TableSize> Known => context.Models
        .Select(Of)
        .Where(size => size.TableBytes is not null)
        .OrderByDescending(size => size.HorizonBytes)
        .ThenBy(size => size.Model.Name, StringComparer.Ordinal);

    public TableSize Of(ModelSymbol model)
    {
        if (!_sizes.TryGetValue(model, out var size))
            _sizes.Add(model, size = Measure(model));
        return size;
    }

    private TableSize Measure(ModelSymbol model)
    {
        var volume = context.Volumes.Of(model);
        if (context.Storage.Of(model) is not { } storage || volume.Rows is not { } rows)
            return new TableSize(model, volume, null, null, false);
        var (table, indexes, isMeasured) = (storage.TableBytes(rows), rows <= 0 ? 0 : storage.IndexTotalBytes(rows), false);
        if (volume.Source == VolumeSource.Database && context.Live is { IsReplayed: false } live && live.Map.TableOf(model) is { } seen && PagesOf(seen) > 0)
            (table, indexes, isMeasured) = (PagesOf(seen) * (double)TupleLayout.PageBytes, IndexesOf(seen), true);
        var later = volume.After(context.Inputs.HorizonMonths);
        var factor = later is { } more && rows > 0 ? more / rows : 1;
        return new TableSize(model, volume, table, indexes, isMeasured)
        {
            HorizonRows = later,
            HorizonTableBytes = rows > 0 ? Math.Max(table, table * factor) : storage.TableBytes(later ?? 0),
            HorizonIndexBytes = rows > 0 ? Math.Max(indexes, indexes * factor) : storage.IndexTotalBytes(later ?? 0),
        };
    }

    private static long PagesOf(DatabaseTable table) => table.Pages + table.ToastPages + table.Children.Sum(PagesOf);

    private static double IndexesOf(DatabaseTable table) => table.Indexes.Sum(index => (double)index.Size) + table.Children.Sum(IndexesOf);
}
