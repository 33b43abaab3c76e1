using System;
using System.Threading;

namespace PrismaLint.Database.Testing;

/// <summary>The server that the tests of one process share: started by the first test that asks, stopped with the process.</summary>
public static class DatabaseServer
{
    // The second test does not try again what failed for the first.
    private static readonly Lazy<PostgreSqlCluster> s_cluster = new(Start, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <exception cref="PostgreSqlMissingException">There is no server, and none can be got.</exception>
    public static PostgreSqlCluster Cluster => s_cluster.Value;

    /// <summary>An empty database of the shared server.</summary>
    public static TestDatabase CreateDatabase() => Cluster.CreateDatabase();

    private static PostgreSqlCluster Start()
    {
        var cluster = PostgreSqlCluster.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return cluster;
    }
}
