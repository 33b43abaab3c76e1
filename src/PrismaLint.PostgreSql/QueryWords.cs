using System;
using PrismaLint.Sql;

namespace PrismaLint.PostgreSql;

/// <summary>What the words in braces of <see cref="CatalogQueries"/> stand for on one server.</summary>
/// <param name="Version"><c>server_version_num</c>.</param>
internal sealed record QueryWords(int Version)
{
    /// <summary>Stands in front of each query, so that the next inspection knows it among the statements of others.</summary>
    public const string Mark = "/* prismalint inspect */ ";

    /// <summary>The schema of pg_stat_statements, unquoted; empty where it is not installed.</summary>
    public string StatementsSchema { get; init; } = "";

    /// <summary>The version of the extension, which an upgrade of the server leaves as it was.</summary>
    public Version StatementsVersion { get; init; } = new(1, 8);

    /// <summary>Column statistics come from the function of <see cref="RoleSql"/>.</summary>
    public bool UsesColumnFunction { get; init; }

    /// <summary>The schema of <c>_prisma_migrations</c>, unquoted.</summary>
    public string DefaultSchema { get; init; } = "public";

    /// <summary><c>pg_stat_statements_info</c> came with 1.9.</summary>
    public bool HasStatementsInfo => StatementsVersion >= new Version(1, 9);

    public string Fill(string sql)
    {
        sql = sql.TrimStart();
        if (!sql.Contains('{'))
            return Mark + sql;
        var hasExecution = StatementsVersion >= new Version(1, 8);
        return Mark + sql
            .Replace("{nulls_not_distinct}", Version >= 150000 ? "i.indnullsnotdistinct" : "false", StringComparison.Ordinal)
            .Replace("{last_scan}", Version >= 160000 ? "pg_stat_get_lastscan(i.indexrelid)" : "null::timestamptz", StringComparison.Ordinal)
            .Replace("{enforced}", Version >= 180000 ? "k.conenforced" : "true", StringComparison.Ordinal)
            .Replace("{sql_body}", Version >= 140000 ? "p.prosqlbody is not null" : "false", StringComparison.Ordinal)
            .Replace("{toplevel}", StatementsVersion >= new Version(1, 9) ? "s.toplevel" : "true", StringComparison.Ordinal)
            .Replace("{total}", hasExecution ? "s.total_exec_time" : "s.total_time", StringComparison.Ordinal)
            .Replace("{times}", hasExecution
                ? "s.total_exec_time, s.mean_exec_time, s.stddev_exec_time, s.max_exec_time"
                : "s.total_time total_exec_time, s.mean_time mean_exec_time, s.stddev_time stddev_exec_time, s.max_time max_exec_time", StringComparison.Ordinal)
            // Of a session that the role may not look into, only database and user are known.
            .Replace("{client}", "(backend_type='client backend' or (backend_type is null and datid is not null and usesysid is not null))", StringComparison.Ordinal)
            .Replace("{column_stats}", UsesColumnFunction ? "prismalint.column_stats()" : "pg_stats", StringComparison.Ordinal)
            .Replace("{ext_schema}", SqlName.Quote(StatementsSchema), StringComparison.Ordinal)
            .Replace("{default_schema}", SqlName.Quote(DefaultSchema), StringComparison.Ordinal);
    }
}
