using System;
using System.Threading;
using Npgsql;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>
/// Looks at a database: one connection, one read-only transaction with time limits, catalogs and statistics only. Nothing is written, and no row of
/// a user's table is read.
/// </summary>
public static class DatabaseInspector
{
    internal const string ApplicationName = "prismalint inspect";

    /// <summary>Takes a snapshot.</summary>
    /// <param name="url">Where the database is.</param>
    /// <param name="options">What to look at.</param>
    /// <param name="progress">Told what is being done, in a few words.</param>
    /// <param name="cancellationToken">Ends the inspection early.</param>
    /// <exception cref="InspectionException">There is nobody, no way in, or no database that can be inspected.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DatabaseSnapshot Inspect(ConnectionUrl url, InspectionOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report($"connecting to {url.Endpoint}");
        try
        {
            using var source = Build(url);
            using var connection = source.CreateConnection();
            Open(connection, cancellationToken);
            if (connection.PostgresParameters.TryGetValue("crdb_version", out _))
                throw new InspectionException(InspectionFailure.Refused, "the server is CockroachDB, not PostgreSQL, and cannot be inspected");
            if (connection.PostgreSqlVersion.Major is > 0 and < 13 and var major)
                throw new InspectionException(InspectionFailure.Refused, $"the server is PostgreSQL {major}, or says so: 13 or later can be inspected");
            return CatalogReader.Read(connection, options, url, progress, cancellationToken);
        }
        catch (Exception exception) when (ConnectionFailures.Describe(exception, url) is { } failure && !cancellationToken.IsCancellationRequested)
        {
            // Without the cause: what it says is not ours to vouch for.
            throw failure;
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is NpgsqlException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    // The slim one brings only what is named here, which starts faster and can be trimmed.
    private static NpgsqlDataSource Build(ConnectionUrl url)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(url.CreateSettings().ConnectionString);
        builder.ConfigureTypeLoading(static types => types.EnableTypeLoading(false));
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        return builder.Build();
    }

    private static void Open(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
            connection.OpenAsync(cancellationToken).GetAwaiter().GetResult();
        else
            connection.Open();
    }
}
