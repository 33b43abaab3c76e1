using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Npgsql;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>Takes a snapshot over an open connection.</summary>
public static class CatalogReader
{
    private const string Begin = """
        begin isolation level repeatable read read only;
        set local statement_timeout = '15s'; set local lock_timeout = '500ms';
        set local idle_in_transaction_session_timeout = '60s'; set local search_path = pg_catalog
        """;

    /// <summary>Reads the catalogs of some schemas in one read-only transaction.</summary>
    /// <param name="connection">An open connection; it is left open, its transaction rolled back.</param>
    /// <param name="schemas">The schemas to look at; none: all of the user's.</param>
    public static DatabaseSnapshot Read(NpgsqlConnection connection, IReadOnlyList<string>? schemas = null)
    {
        Execute(connection, Begin);
        var sources = new List<CatalogTable>();
        var states = new Dictionary<string, EvidenceState>(StringComparer.Ordinal);
        try
        {
            var locked = Query(connection, "locked", CatalogQueries.Locked);
            var lockedOids = locked.Rows.Select(row => (uint)row.Number("relation")).ToArray();
            var version = 0;
            var extensionSchema = "";
            string[] names = [.. schemas ?? []];
            foreach (var (source, text) in CatalogQueries.All)
            {
                if (source is EvidenceSource.Statements or EvidenceSource.StatementsInfo && extensionSchema.Length == 0)
                {
                    states[source] = new EvidenceState(EvidenceStateKind.Absent);
                    continue;
                }
                var sql = text
                    .Replace("{nulls_not_distinct}", version >= 150000 ? "i.indnullsnotdistinct" : "false", StringComparison.Ordinal)
                    .Replace("{last_scan}", version >= 160000 ? "s.last_idx_scan" : "null::timestamptz", StringComparison.Ordinal)
                    .Replace("{enforced}", version >= 180000 ? "k.conenforced" : "true", StringComparison.Ordinal)
                    .Replace("{toplevel}", version >= 140000 ? "s.toplevel" : "true", StringComparison.Ordinal)
                    .Replace("{sql_body}", version >= 140000 ? "p.prosqlbody is not null" : "false", StringComparison.Ordinal)
                    .Replace("{ext_schema}", extensionSchema, StringComparison.Ordinal);
                Execute(connection, "savepoint s");
                try
                {
                    var table = Query(connection, source, sql, names, lockedOids);
                    sources.Add(table);
                    if (source == EvidenceSource.Server)
                        version = (int)table.Rows.First().Number("version_num");
                    else if (source == EvidenceSource.Namespaces && names.Length == 0)
                        names = [.. table.Rows.Select(row => row.Text("name"))];
                    else if (source == EvidenceSource.Extensions && table.Rows.Any(row => row.Text("name") == "pg_stat_statements"))
                        extensionSchema = "\"" + table.Rows.First(row => row.Text("name") == "pg_stat_statements").Text("schema").Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
                    Execute(connection, "release savepoint s");
                }
                catch (PostgresException exception)
                {
                    Execute(connection, "rollback to savepoint s");
                    var kind = exception.SqlState switch
                    {
                        PostgresErrorCodes.InsufficientPrivilege => EvidenceStateKind.Denied,
                        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.ObjectNotInPrerequisiteState => EvidenceStateKind.Absent,
                        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => EvidenceStateKind.TimedOut,
                        _ => EvidenceStateKind.Failed,
                    };
                    states[source] = new EvidenceState(kind) { SqlState = exception.SqlState };
                }
            }
            if (lockedOids.Length > 0)
                states[EvidenceSource.Relations] = new EvidenceState(EvidenceStateKind.Partial) { Names = [.. locked.Rows.Select(row => row.Text("name")).Order(StringComparer.Ordinal)] };
            return new DatabaseSnapshot([.. names.Order(StringComparer.Ordinal)], sources, states);
        }
        finally
        {
            Execute(connection, "rollback");
        }
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static CatalogTable Query(NpgsqlConnection connection, string source, string sql, string[]? schemas = null, uint[]? locked = null)
    {
        using var command = new NpgsqlCommand(sql, connection);
        if (sql.Contains("$1", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter { Value = schemas });
        if (sql.Contains("$2", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter { Value = locked, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid });
        using var reader = command.ExecuteReader();
        var table = new CatalogTable(source, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : Plain(reader.GetValue(i));
            table.Add(row);
        }
        return table;
    }

    private static object? Plain(object value) => value switch
    {
        bool or string or long or double => value,
        int number => (long)number,
        short number => (long)number,
        uint number => (long)number,
        float number => (double)number,
        decimal number => (double)number,
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        string[] texts => texts,
        short[] numbers => Array.ConvertAll(numbers, number => (long)number),
        int[] numbers => Array.ConvertAll(numbers, number => (long)number),
        long[] or bool[] => value,
        _ => value.ToString(),
    };
}
