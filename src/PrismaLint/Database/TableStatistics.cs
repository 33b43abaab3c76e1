using System;

namespace PrismaLint.Database;

/// <summary>Counters of a table since the statistics began (<c>pg_stat_user_tables</c>, <c>pg_statio_user_tables</c>).</summary>
public sealed class TableStatistics
{
    internal TableStatistics(CatalogRow row)
    {
        SequentialScans = row.Number("seq_scan");
        SequentialRowsRead = row.Number("seq_tup_read");
        IndexScans = row.Number("idx_scan");
        Inserted = row.Number("n_tup_ins");
        Updated = row.Number("n_tup_upd");
        Deleted = row.Number("n_tup_del");
        HotUpdated = row.Number("n_tup_hot_upd");
        LiveRows = row.Number("n_live_tup");
        DeadRows = row.Number("n_dead_tup");
        ModifiedSinceAnalyze = row.Number("n_mod_since_analyze");
        LastVacuum = Later(row.FindTime("last_vacuum"), row.FindTime("last_autovacuum"));
        LastAnalyze = Later(row.FindTime("last_analyze"), row.FindTime("last_autoanalyze"));
        VacuumCount = row.Number("vacuum_count") + row.Number("autovacuum_count");
        HeapBlocksRead = row.Number("heap_blks_read");
        HeapBlocksHit = row.Number("heap_blks_hit");
        IndexBlocksRead = row.Number("idx_blks_read");
        IndexBlocksHit = row.Number("idx_blks_hit");
    }

    public long SequentialScans { get; }

    public long SequentialRowsRead { get; }

    public long IndexScans { get; }

    public long Inserted { get; }

    public long Updated { get; }

    public long Deleted { get; }

    public long HotUpdated { get; }

    /// <summary>Rows inserted, updated and deleted.</summary>
    public long Writes => Inserted + Updated + Deleted;

    public long LiveRows { get; }

    public long DeadRows { get; }

    public long ModifiedSinceAnalyze { get; }

    /// <summary>The last vacuum, by hand or automatic.</summary>
    public DateTimeOffset? LastVacuum { get; }

    /// <summary>The last analyze, by hand or automatic.</summary>
    public DateTimeOffset? LastAnalyze { get; }

    public long VacuumCount { get; }

    public long HeapBlocksRead { get; }

    public long HeapBlocksHit { get; }

    public long IndexBlocksRead { get; }

    public long IndexBlocksHit { get; }

    private static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) => left is null || right > left ? right : left;
}
