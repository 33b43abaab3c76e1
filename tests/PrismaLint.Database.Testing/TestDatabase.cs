using System;
using System.Collections.Generic;
using Npgsql;

namespace PrismaLint.Database.Testing;

/// <summary>A database that one test has for itself.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly PostgreSqlCluster _cluster;

    internal TestDatabase(PostgreSqlCluster cluster, string name)
    {
        (_cluster, Name) = (cluster, name);
    }

    public string Name { get; }

    /// <summary>How to reach it as the superuser.</summary>
    public string ConnectionString => _cluster.ConnectionString(Name);

    /// <summary>Runs statements on a connection of their own, all of them or none.</summary>
    /// <exception cref="PostgresException">The server refuses one of them.</exception>
    public void Execute(string sql) => Execute(ConnectionString, sql);

    /// <summary>The first column of a query's rows.</summary>
    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var values = new List<T>();
        while (reader.Read())
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    public void Dispose() => Execute(_cluster.ConnectionString("postgres"), $"DROP DATABASE {Name} WITH (FORCE)");

    internal static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
