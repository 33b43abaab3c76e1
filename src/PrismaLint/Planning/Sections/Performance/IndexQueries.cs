using System.Linq;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Queries that watch indexes being built.</summary>
internal static class IndexQueries
{
    public const string Progress = """
        SELECT p.pid, p.relid::regclass AS table_name, p.index_relid::regclass AS index_name, p.phase,
               round(100.0 * p.blocks_done / nullif(p.blocks_total, 0), 1) AS percent_of_blocks,
               p.lockers_done, p.lockers_total, now() - a.query_start AS running_for
        FROM pg_stat_progress_create_index p
        JOIN pg_stat_activity a USING (pid);
        """;

    public static string Invalid(PlanContext context) => $"""
        SELECT n.nspname AS schema_name, c.relname AS index_name, i.indrelid::regclass AS table_name,
               format('DROP INDEX CONCURRENTLY %I.%I;', n.nspname, c.relname) AS statement
        FROM pg_index i
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT i.indisvalid AND n.nspname IN ({MonitoredTables.SchemaList(context)})
          AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid);
        """;
}
