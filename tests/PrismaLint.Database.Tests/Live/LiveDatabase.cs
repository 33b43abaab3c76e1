using System;
using System.Collections.Generic;
using System.Threading;
using System.Linq;
using Npgsql;
using PrismaLint.Configuration;
using PrismaLint.Database.Testing;
using PrismaLint.PostgreSql;

namespace PrismaLint.Database.Tests.Live;

/// <summary>A database of its own, and what is found in it.</summary>
internal sealed class LiveDatabase : IDisposable
{
    private const string Datasource = "\ndatasource db {\n  provider = \"postgresql\"\n}\n";

    public LiveDatabase(string sql)
    {
        Database = DatabaseServer.CreateDatabase();
        Database.Execute(sql);
    }

    public TestDatabase Database { get; }

    /// <summary>Takes a snapshot and judges it with a schema; a datasource is put behind the blocks unless they have one.</summary>
    public LintReport Inspect(string schema, string configuration = "") =>
        InspectFiles([("schema.prisma", schema.Contains("datasource ", StringComparison.Ordinal) ? schema : schema + Datasource)], configuration);

    /// <summary>The same for a schema of several files.</summary>
    public LintReport InspectFiles(IReadOnlyList<(string Path, string Text)> files, string configuration = "")
    {
        var options = new LintOptions
        {
            Snapshot = Snapshot(),
            Configuration = configuration.Length == 0 ? LintConfiguration.Empty : LintConfiguration.Create([new ConfigurationFile(new Text.SourceText(".editorconfig", "root = true\n[*.prisma]\n" + configuration), "/.editorconfig") { IsNamed = true }], "/"),
        };
        return Linter.Lint(new SchemaSource(files[0].Path, [.. files.Select(file => new Text.SourceText(file.Path, file.Text))]), options);
    }

    public DatabaseSnapshot Snapshot(IReadOnlyList<string>? schemas = null)
    {
        // A session's counters are written when it ends.
        using var connection = new NpgsqlConnection(Database.ConnectionString);
        connection.Open();
        WaitForOthers(connection);
        return CatalogReader.Read(connection, schemas);
    }

    // And it ends a moment after its connection was closed.
    private static void WaitForOthers(NpgsqlConnection connection)
    {
        const string others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var command = new NpgsqlCommand(others, connection);
            if (command.ExecuteScalar() is 0L)
                return;
            Thread.Sleep(10);
        }
    }

    public void Dispose() => Database.Dispose();
}
