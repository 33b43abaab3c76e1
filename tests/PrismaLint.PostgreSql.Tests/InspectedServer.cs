using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Database.Testing;

namespace PrismaLint.PostgreSql.Tests;

/// <summary>
/// The server that these tests share: it counts statements (<c>pg_stat_statements</c> comes with the package postgresql-contrib, on Debian and
/// Ubuntu with the server's own). One role without a right, and one of <c>--print-role-sql</c> per database.
/// </summary>
[SetUpFixture]
public sealed class InspectedServer
{
    public const string Plain = "plain_role";

    private static readonly Lazy<PostgreSqlCluster> s_cluster = new(Start, LazyThreadSafetyMode.ExecutionAndPublication);

    public static PostgreSqlCluster Cluster => s_cluster.Value;

    [OneTimeTearDown]
    public void Stop()
    {
        if (s_cluster.IsValueCreated)
            s_cluster.Value.Dispose();
    }

    /// <summary>An empty database with some tables.</summary>
    public static TestDatabase CreateDatabase(string sql = "")
    {
        var database = Cluster.CreateDatabase();
        database.Execute(sql.Length > 0 ? sql : "select 1");
        return database;
    }

    public static string Url(TestDatabase database, string role = PostgreSqlCluster.User, string password = "", string parameters = "")
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var login = password.Length > 0 ? role + ":" + Uri.EscapeDataString(password) : role;
        return $"postgresql://{login}@localhost:{settings.Port}/{database.Name}?host={Uri.EscapeDataString(settings.Host ?? "")}{parameters}";
    }

    public static DatabaseSnapshot Inspect(TestDatabase database, string role = PostgreSqlCluster.User, InspectionOptions? options = null) =>
        DatabaseInspector.Inspect(ConnectionUrl.Parse(Url(database, role)), options ?? new InspectionOptions(), null, CancellationToken.None);

    /// <summary>All values of a snapshot as text, a line each: source, column, value.</summary>
    public static IEnumerable<string> Values(DatabaseSnapshot snapshot, Func<string, string, bool>? isWanted = null) =>
        from table in snapshot.Sources
        from row in table.Values
        from i in Enumerable.Range(0, row.Length)
        where isWanted is null || isWanted(table.Source, table.Columns[i])
        select $"{table.Source}.{table.Columns[i]}={Text(row[i])}";

    private static string Text(object? value) => value switch
    {
        null => "null",
        Array array => "[" + string.Join(",", array.Cast<object?>().Select(Text)) + "]",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static PostgreSqlCluster Start()
    {
        try
        {
            return StartCluster();
        }
        catch (InvalidOperationException failure) when (failure.Message.Contains("pg_stat_statements", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The server has no pg_stat_statements: install its extensions (`dnf install postgresql-contrib`, `apk add postgresql-contrib`)", failure);
        }
    }

    private static PostgreSqlCluster StartCluster()
    {
        var cluster = PostgreSqlCluster.Start(new PostgreSqlClusterOptions
        {
            Settings = new Dictionary<string, string>
            {
                ["shared_preload_libraries"] = "pg_stat_statements",
                ["pg_stat_statements.track_utility"] = "on",
                ["archive_mode"] = "on",
                ["archive_command"] = "cp %p /nowhere/plantedarchive",
                ["max_prepared_transactions"] = "5",
            },
        });
        using var database = cluster.CreateDatabase();
        database.Execute($"create role {Plain} login; create role app login");
        return cluster;
    }
}
