using System;
using System.Collections.Generic;
using System.Threading;
using Npgsql;
using NpgsqlTypes;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>
/// Sends queries in one go: an inspection over a slow line costs a few round trips, not a hundred. Behind each query the transaction goes
/// back to its savepoint, which gives back the locks that the query took; so no migration waits for the end of the inspection.
/// </summary>
internal sealed class QueryBatch(NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>Begins the transaction, and runs the queries without which there is nothing to inspect.</summary>
    public Dictionary<string, CatalogTable> Begin(IEnumerable<string> statements, IReadOnlyList<Query> queries)
    {
        using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        foreach (var query in queries)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(query.Sql));
        var tables = new Dictionary<string, CatalogTable>(StringComparer.Ordinal);
        using var registration = cancellation.Register(batch.Cancel);
        using var reader = batch.ExecuteReader();
        foreach (var query in queries)
        {
            tables.Add(query.Source, ResultReader.Read(reader, query.Source));
            reader.NextResult();
        }
        return tables;
    }

    public CatalogTable Run(Query query)
    {
        using var command = new NpgsqlCommand(query.Sql, connection);
        using var reader = command.ExecuteReader();
        return ResultReader.Read(reader, query.Source);
    }

    /// <summary>Runs queries until one fails; the transaction is then where it was before.</summary>
    /// <returns>The server's code for the failure of the first query that brought no result.</returns>
    public string? Run(IReadOnlyList<Query> queries, string[] schemas, long[] locked, Action<CatalogTable> found)
    {
        cancellation.ThrowIfCancellationRequested();
        using var batch = new NpgsqlBatch(connection);
        foreach (var query in queries)
        {
            batch.BatchCommands.Add(CommandOf(query.Sql, schemas, locked));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("rollback to savepoint s"));
        }
        try
        {
            using var registration = cancellation.Register(batch.Cancel);
            using var reader = batch.ExecuteReader();
            foreach (var query in queries)
            {
                found(ResultReader.Read(reader, query.Source));
                reader.NextResult();
            }
            return null;
        }
        catch (PostgresException exception) when (!cancellation.IsCancellationRequested)
        {
            Execute("rollback to savepoint s");
            return exception.SqlState;
        }
        catch (PostgresException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <summary>Ends what may have ended already.</summary>
    public void TryExecute(string sql)
    {
        try
        {
            if (connection.State == System.Data.ConnectionState.Open)
                Execute(sql);
        }
        catch (NpgsqlException)
        {
            // The line is down, and the transaction with it.
        }
    }

    private static NpgsqlBatchCommand CommandOf(string sql, string[] schemas, long[] locked)
    {
        var command = new NpgsqlBatchCommand(sql);
        if (sql.Contains("$1", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = schemas, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        if (sql.Contains("$2", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = locked, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        return command;
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
