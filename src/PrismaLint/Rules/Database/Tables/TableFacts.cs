using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>What several rules ask of a table, its partitions counted in.</summary>
internal static class TableFacts
{
    /// <summary>The table itself and all partitions below it.</summary>
    public static IEnumerable<DatabaseTable> WithPartitions(DatabaseTable table) =>
        table.Children.Where(child => child.IsPartition).SelectMany(WithPartitions).Prepend(table);

    /// <summary>The sum of a counter over the table and its partitions; <see langword="null"/> where nobody counts.</summary>
    public static long? Sum(DatabaseTable table, Func<TableStatistics, long> counter)
    {
        TableStatistics[] known = [.. WithPartitions(table).Select(part => part.Statistics).OfType<TableStatistics>()];
        return known.Length == 0 ? null : known.Sum(counter);
    }

    /// <summary>The partitioned table that a partition belongs to in the end; of others the table itself.</summary>
    public static DatabaseTable Root(DatabaseTable table)
    {
        while (table is { IsPartition: true, Parent: { } parent })
            table = parent;
        return table;
    }

    /// <summary>The tables that hold rows themselves: no partitioned ones, but their partitions.</summary>
    public static IEnumerable<DatabaseTable> Stored(LiveContext context) => context.Snapshot.Tables.Where(table =>
        table is { Kind: DatabaseTableKind.Table, IsExtensionOwned: false } && table.Name != "_prisma_migrations");

    /// <summary>Bytes of the rows by the last count, of large values outside of them, and of the indexes.</summary>
    public static double Size(DatabaseTable table, double blockSize) =>
        WithPartitions(table).Sum(part => (part.Pages + part.ToastPages) * blockSize + part.Indexes.Sum(index => index.Size));

    /// <summary>Bytes of a page.</summary>
    public static int BlockSize(DatabaseSnapshot snapshot) =>
        int.TryParse(snapshot.FindSetting("block_size"), out var size) && size > 0 ? size : 8192;

    /// <summary>
    /// What ANALYZE found about columns is at hand. To a role without SELECT the view is empty and says nothing of it: where tables were
    /// analyzed, that is noted.
    /// </summary>
    public static bool HasColumnStatistics(LiveContext context, string check)
    {
        if (!context.Has(EvidenceSource.ColumnStatistics, check))
            return false;
        if (context.Snapshot.Rows(EvidenceSource.ColumnStatistics).Any() || !context.UserTables.Any(table => table.Statistics?.LastAnalyze is not null))
            return true;
        context.Note(
            check, "the role may not read the statistics of any column", EvidenceRemedy.Of(EvidenceSource.ColumnStatistics, new EvidenceState(EvidenceStateKind.Denied)));
        return false;
    }

    /// <summary>
    /// Nobody has read or written the table; <see langword="null"/> where nobody counts. The building of an index counts as a scan, of an
    /// empty table without rows.
    /// </summary>
    public static bool? IsIdle(DatabaseTable table) =>
        Sum(table, statistics => statistics.IndexScans + statistics.Writes + statistics.SequentialRowsRead) is { } uses
            ? uses == 0 && WithPartitions(table).All(part => (part.Statistics?.SequentialScans ?? 0) <= part.Indexes.Count)
            : null;
}
