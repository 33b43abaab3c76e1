using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;
using PrismaLint.Configuration;
using PrismaLint.Database.Testing;
using PrismaLint.PostgreSql;
using PrismaLint.Text;

namespace PrismaLint.Database.Tests.Live.Planted;

/// <summary>
/// A server of its own with the database that <c>database.sql</c> makes of what Prisma would have made of <c>schema.prisma</c>, with sessions
/// that stay open and the traffic of an application behind it.
/// </summary>
internal sealed class PlantedDatabase : IDisposable
{
    // A worker forgot its transaction, another waits for it, and the rest of the pool is idle.
    private const int IdleSessions = 13;

    private const string Configuration = """
        root = true
        [*.prisma]
        prismalint.min_days = 0
        prismalint.statement_hours = 0
        prismalint.app_role = shop_app
        prismalint.instances = 8
        prismalint.PL8048.idle_seconds = 5

        """;

    // Without TLS, and eight such pools are more than the server takes.
    private const string ApplicationUrl = "postgresql://shop_app@db.shop.example:5432/shop?connection_limit=5";

    // What a blocked session needs to be worth a word.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(11);

    private readonly PostgreSqlCluster _cluster;
    private readonly TestDatabase _database;
    private readonly List<NpgsqlConnection> _sessions = [];
    private readonly Stopwatch _sinceBlocked = new();

    private PlantedDatabase()
    {
        _cluster = PostgreSqlCluster.Start(new PostgreSqlClusterOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["shared_preload_libraries"] = "pg_stat_statements",
                ["max_connections"] = "20",
                ["password_encryption"] = "md5",
                ["archive_mode"] = "on",
                ["archive_command"] = "false",
                // The second is nobody's (RFC 5737): the server means to be reached from elsewhere, and is not.
                ["listen_addresses"] = "127.83.21.7,192.0.2.10",
            },
        });
        _database = _cluster.CreateDatabase();
    }

    public static string Schema => File.ReadAllText(PathOf("schema.prisma"));

    public static string ExpectedObjects => File.ReadAllText(PathOf("expected.tsv"));

    public static PlantedDatabase Build()
    {
        var planted = new PlantedDatabase();
        try
        {
            planted._database.Execute(File.ReadAllText(PathOf("created-by-prisma.sql")));
            foreach (var (_, sql) in Steps("database.sql"))
                planted._database.Execute(sql);
            planted.OpenSessions();
            planted.Send();
            return planted;
        }
        catch
        {
            planted.Dispose();
            throw;
        }
    }

    public string Name => _database.Name;

    public void Execute(string sql) => _database.Execute(sql);

    /// <summary>Looks at the database and judges it with the schema.</summary>
    /// <param name="role">The role that looks; the superuser by default.</param>
    public LintReport Inspect(string? role = null)
    {
        if (s_patience - _sinceBlocked.Elapsed is { Ticks: > 0 } rest)
            Thread.Sleep(rest);
        var schema = SchemaSource.FromText("schema.prisma", Schema);
        var source = new ConnectionSource { Environment = name => name switch { "DIRECT_URL" => Settings(role).ConnectionString, "DATABASE_URL" => ApplicationUrl, _ => null } };
        var options = new LintOptions
        {
            Snapshot = DatabaseInspector.Inspect(source.Resolve(), new InspectionOptions(), progress: null, CancellationToken.None),
            Configuration = LintConfiguration.Create([new ConfigurationFile(new SourceText(".editorconfig", Configuration), "/.editorconfig") { IsNamed = true }], "/"),
        };
        return Linter.Lint(schema, options);
    }

    public void Dispose()
    {
        // The server first: one session waits for another, and its end ends both.
        _cluster.Dispose();
        foreach (var session in _sessions)
            session.Dispose();
    }

    private static IEnumerable<(string Name, string Sql)> Steps(string file)
    {
        foreach (var step in File.ReadAllText(PathOf(file)).Split("\n--: ")[1..])
        {
            var end = step.IndexOf('\n', StringComparison.Ordinal);
            yield return (step[..end], step[end..]);
        }
    }

    private static string PathOf(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);

    private void OpenSessions()
    {
        var holder = Session("shop-worker");
        Run(holder, "BEGIN; UPDATE \"Lock\" SET \"name\" = 'weekly' WHERE \"id\" = 1");
        var waiter = Session("shop-web");
        _ = Task.Run(() =>
        {
            try
            {
                Run(waiter, "UPDATE \"Lock\" SET \"name\" = 'daily' WHERE \"id\" = 1");
            }
            catch (Exception exception) when (exception is NpgsqlException or ObjectDisposedException or InvalidOperationException)
            {
                // The server is gone, and the test with it.
            }
        });
        _sinceBlocked.Start();
        for (var i = 0; i < IdleSessions; i++)
            Run(Session("shop-web"), "SELECT 1");
    }

    private NpgsqlConnection Session(string name)
    {
        var session = Open("shop_app", name);
        _sessions.Add(session);
        return session;
    }

    private NpgsqlConnection Open(string? role, string name = "")
    {
        var settings = Settings(role);
        (settings.ApplicationName, settings.CommandTimeout) = (name, 0);
        var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Open();
        return connection;
    }

    private NpgsqlConnectionStringBuilder Settings(string? role)
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        if (role is not null)
            settings.Username = role;
        return settings;
    }

    private void Send()
    {
        using var connection = Open(role: null);
        foreach (var (times, step) in Steps("traffic.sql"))
        {
            var sql = step.Trim();
            if (sql.IndexOf("\n--", StringComparison.Ordinal) is >= 0 and var comment)
                sql = sql[..comment];
            for (var turn = 1; turn <= int.Parse(times, CultureInfo.InvariantCulture); turn++)
                Run(connection, sql.Replace("#", turn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
