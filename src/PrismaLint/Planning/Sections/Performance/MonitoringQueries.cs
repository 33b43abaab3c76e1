using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>The queries of the monitoring part. They run on PostgreSQL 13 to 18, and give no row where what they ask for is not there.</summary>
internal static class MonitoringQueries
{
    /// <summary>Statements by time. Without the extension the inner query is not made, so that it cannot fail.</summary>
    public const string Statements = """
        SELECT s.*
        FROM pg_extension e
        JOIN pg_namespace n ON n.oid = e.extnamespace
        CROSS JOIN LATERAL query_to_xml(format(
            'SELECT queryid, calls, total_exec_time, mean_exec_time, stddev_exec_time, max_exec_time, rows, left(query, 120) AS query
             FROM %I.pg_stat_statements
             WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
             ORDER BY total_exec_time DESC LIMIT 20', n.nspname), false, false, '') AS found(document)
        CROSS JOIN LATERAL xmltable('/table/row' PASSING found.document COLUMNS
            queryid bigint, calls bigint, total_exec_time double precision, mean_exec_time double precision,
            stddev_exec_time double precision, max_exec_time double precision, rows bigint, query text) AS s
        WHERE e.extname = 'pg_stat_statements'
          AND EXISTS (SELECT FROM pg_settings WHERE name = 'pg_stat_statements.max');
        """;

    public const string Connections = """
        SELECT count(*) FILTER (WHERE state = 'active') AS active,
               count(*) FILTER (WHERE state = 'idle') AS idle,
               count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
               count(*) AS clients,
               (SELECT sum(CASE name WHEN 'max_connections' THEN setting::int ELSE -setting::int END)
                FROM pg_settings
                WHERE name IN ('max_connections', 'superuser_reserved_connections', 'reserved_connections')) AS given_out
        FROM pg_stat_activity
        WHERE backend_type = 'client backend';
        """;

    public const string Transactions = """
        SELECT pid, usename, application_name, state, now() - xact_start AS open_for, wait_event_type, wait_event, left(query, 120) AS query
        FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
        ORDER BY xact_start
        LIMIT 20;
        """;

    public const string Waits = """
        SELECT a.pid, now() - a.query_start AS waits_for, pg_blocking_pids(a.pid) AS behind,
               string_agg(DISTINCT l.relation::regclass::text, ', ') AS tables, left(a.query, 120) AS query
        FROM pg_stat_activity a
        LEFT JOIN pg_locks l ON l.pid = a.pid AND l.relation IS NOT NULL AND l.locktype IN ('relation', 'tuple')
        WHERE cardinality(pg_blocking_pids(a.pid)) > 0
        GROUP BY a.pid, a.query_start, a.query
        ORDER BY a.query_start;
        """;

    public const string Database = """
        SELECT deadlocks, xact_commit, xact_rollback, temp_files, pg_size_pretty(temp_bytes) AS temp_size,
               blk_read_time, blk_write_time, pg_size_pretty(pg_database_size(datname)) AS size, stats_reset
        FROM pg_stat_database
        WHERE datname = current_database();
        """;

    public const string TransactionIds = """
        SELECT datname, age(datfrozenxid) AS transactions, mxid_age(datminmxid) AS multixacts,
               round(100.0 * age(datfrozenxid) / 2147483647, 1) AS percent_of_the_end
        FROM pg_database
        WHERE datallowconn
        ORDER BY age(datfrozenxid) DESC;
        """;

    public const string Replication = """
        SELECT application_name, client_addr, state, sync_state,
               pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) AS bytes_behind, replay_lag
        FROM pg_stat_replication;
        """;

    public const string Archive = """
        SELECT archived_count, last_archived_wal, now() - last_archived_time AS since_last, failed_count, last_failed_wal, last_failed_time
        FROM pg_stat_archiver;
        """;

    public static string HitRatio(PlanContext context) => $"""
        SELECT schemaname, relname,
               round(100.0 * heap_blks_hit / nullif(heap_blks_hit + heap_blks_read, 0), 2) AS table_percent,
               round(100.0 * idx_blks_hit / nullif(idx_blks_hit + idx_blks_read, 0), 2) AS index_percent,
               heap_blks_read + coalesce(idx_blks_read, 0) AS pages_from_outside
        FROM pg_statio_user_tables
        WHERE schemaname IN ({MonitoredTables.SchemaList(context)})
        ORDER BY pages_from_outside DESC
        LIMIT 20;
        """;

    public static string SequentialScans(PlanContext context, int minimumRows) => $"""
        SELECT schemaname, relname, n_live_tup AS rows, seq_scan, idx_scan, seq_tup_read / nullif(seq_scan, 0) AS rows_a_scan
        FROM pg_stat_user_tables
        WHERE schemaname IN ({MonitoredTables.SchemaList(context)}) AND n_live_tup >= {minimumRows.ToString(CultureInfo.InvariantCulture)}
        ORDER BY seq_tup_read DESC
        LIMIT 20;
        """;

    /// <summary>The tables whose foreign keys get an index: their sequential scans are to stand still afterwards.</summary>
    public static string ScansOf(PlanContext context, IEnumerable<ModelSymbol> models) => $"""
        SELECT schemaname, relname, n_live_tup AS rows, seq_scan, seq_tup_read, idx_scan
        FROM pg_stat_user_tables
        WHERE (schemaname, relname) IN ({MonitoredTables.Pairs(context, models)})
        ORDER BY seq_tup_read DESC;
        """;

    public static string UnusedIndexes(PlanContext context) => $"""
        SELECT s.schemaname, s.relname, s.indexrelname, s.idx_scan, pg_size_pretty(pg_relation_size(s.indexrelid)) AS size
        FROM pg_stat_user_indexes s
        JOIN pg_index i USING (indexrelid)
        WHERE s.schemaname IN ({MonitoredTables.SchemaList(context)}) AND s.idx_scan = 0 AND NOT i.indisunique
        ORDER BY pg_relation_size(s.indexrelid) DESC
        LIMIT 20;
        """;

    public static string DeadRows(PlanContext context) => $"""
        SELECT schemaname, relname, n_live_tup AS rows, n_dead_tup AS dead,
               round(100.0 * n_dead_tup / nullif(n_live_tup + n_dead_tup, 0), 1) AS dead_percent,
               greatest(last_vacuum, last_autovacuum) AS last_vacuum, greatest(last_analyze, last_autoanalyze) AS last_analyze, n_mod_since_analyze
        FROM pg_stat_user_tables
        WHERE schemaname IN ({MonitoredTables.SchemaList(context)})
        ORDER BY n_dead_tup DESC
        LIMIT 20;
        """;

    /// <summary>Vacuum of the tables that are written in a way of their own.</summary>
    public static string VacuumOf(PlanContext context, IEnumerable<ModelSymbol> models) => $"""
        SELECT schemaname, relname, n_live_tup AS rows, n_dead_tup AS dead, n_ins_since_vacuum AS new_since_vacuum,
               round(100.0 * n_tup_hot_upd / nullif(n_tup_upd, 0), 1) AS percent_on_their_page, last_autovacuum, autovacuum_count
        FROM pg_stat_user_tables
        WHERE (schemaname, relname) IN ({MonitoredTables.Pairs(context, models)})
        ORDER BY n_dead_tup DESC;
        """;

    /// <summary>Bytes for each entry beside those that the types of the columns ask for.</summary>
    public static string IndexBloat(IEnumerable<(string Index, double Bytes)> indexes) => $"""
        SELECT expected.name, c.reltuples::bigint AS entries, pg_size_pretty(pg_relation_size(c.oid)) AS size,
               round((pg_relation_size(c.oid) / c.reltuples)::numeric, 1) AS bytes_an_entry, expected.bytes AS at_most_when_fresh
        FROM (VALUES {string.Join(", ", indexes.Select(index => $"({SqlText.Literal(index.Index)}, {index.Bytes.ToString("0", CultureInfo.InvariantCulture)})"))}) AS expected (name, bytes)
        JOIN pg_class c ON c.oid = to_regclass(expected.name)
        WHERE c.reltuples >= 100000
        ORDER BY pg_relation_size(c.oid) / c.reltuples / expected.bytes DESC;
        """;

    public static string Sequences(PlanContext context) => $"""
        SELECT schemaname, sequencename, data_type, last_value, round(100.0 * last_value / max_value, 1) AS percent_used
        FROM pg_sequences
        WHERE schemaname IN ({MonitoredTables.SchemaList(context)}) AND last_value IS NOT NULL
        ORDER BY last_value::numeric / max_value DESC
        LIMIT 20;
        """;
}
