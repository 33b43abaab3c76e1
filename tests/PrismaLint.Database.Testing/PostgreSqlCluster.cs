using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace PrismaLint.Database.Testing;

/// <summary>
/// A private PostgreSQL server in a folder of its own, reached through a socket in that folder (on Windows through a loopback
/// port). It stops and its folder goes when it is disposed of, and also when this process ends in any other way.
/// </summary>
public sealed class PostgreSqlCluster : IDisposable
{
    /// <summary>The superuser.</summary>
    public const string User = "prismalint";

    // The server is a child of a shell that waits for the end of its standard input, which is ours to hold: however this
    // process ends, the shell learns of it. An interrupt from the keyboard goes to the shell too, and is not its end. The
    // server is told to quit until it is gone: while initdb runs it does not listen. The last words are why it would not run.
    private const string Keeper = """
        folder=$1; initdb=$2; user=$3; shift 3
        trap '' INT HUP
        exec 3<&0
        ("$initdb" -D "$folder/data" -U "$user" -A trust -E UTF8 --locale=C --no-sync && exec "$@") >>"$folder/log" 2>&1 3<&- </dev/null &
        server=$!
        (cat <&3 >/dev/null; while kill -QUIT $server; do sleep 0.2; done) >/dev/null 2>&1 &
        wait $server
        grep -E 'FATAL|initdb: error' "$folder/log" | tail -n 1 >&2
        rm -rf "$folder"
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // A test's data need not outlive a power failure.
    private static readonly Dictionary<string, string> s_settings = new(StringComparer.Ordinal)
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["autovacuum"] = "off",
        ["shared_buffers"] = "32MB",
        ["max_connections"] = "50",
        ["timezone"] = "UTC",
        ["lc_messages"] = "C",
    };

    private readonly Process _keeper;
    private readonly Task<string> _lastWords;
    private readonly string _folder;
    private readonly string _host;
    private readonly int _port;
    private int _databases;

    private PostgreSqlCluster(PostgreSqlInstallation installation, Process keeper, string folder, string host, int port)
    {
        (Installation, _keeper, _folder, _host, _port) = (installation, keeper, folder, host, port);
        _lastWords = keeper.StandardError.ReadToEndAsync();
    }

    /// <summary>What it runs on.</summary>
    public PostgreSqlInstallation Installation { get; }

    /// <summary>The folder of its data and its socket.</summary>
    public string Folder => _folder;

    /// <summary>Makes a cluster and waits until it answers.</summary>
    /// <exception cref="PostgreSqlMissingException">There is no such server, and none can be got.</exception>
    public static PostgreSqlCluster Start(PostgreSqlClusterOptions? options = null)
    {
        options ??= new PostgreSqlClusterOptions();
        var installation = PostgreSqlInstallation.Find(options.Major);
        var account = ServerAccount.Find();
        var folder = MakeFolder(account);
        var (host, port) = OperatingSystem.IsWindows() ? ("127.0.0.1", FindPort()) : (folder, 5432);
        var settings = new Dictionary<string, string>(s_settings, StringComparer.Ordinal)
        {
            ["listen_addresses"] = OperatingSystem.IsWindows() ? host : "",
            ["unix_socket_directories"] = OperatingSystem.IsWindows() ? "" : folder,
            ["port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        string[] server = [installation.Program("postgres"), "-D", Path.Combine(folder, "data"), .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })];
        var start = OperatingSystem.IsWindows()
            ? ServerAccount.Start(account, server[0], server[1..])
            : ServerAccount.Start(account, "/bin/sh", ["-c", Keeper, "sh", folder, installation.Program("initdb"), User, .. server]);
        if (OperatingSystem.IsWindows())
            Command.TryRun(installation.Program("initdb"), "-D", Path.Combine(folder, "data"), "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        start.RedirectStandardInput = start.RedirectStandardError = true;
        var keeper = Process.Start(start) ?? throw new InvalidOperationException("The server does not start");
        var cluster = new PostgreSqlCluster(installation, keeper, folder, host, port);
        try
        {
            cluster.WaitUntilItAnswers();
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
        return cluster;
    }

    /// <summary>How to reach one of its databases, as the superuser and without a pool: nothing stays open behind a test.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _host, Port = _port, Username = User, Database = database, Pooling = false, IncludeErrorDetail = true }.ConnectionString;

    /// <summary>Makes an empty database, which goes when it is disposed of.</summary>
    public TestDatabase CreateDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        TestDatabase.Execute(ConnectionString("postgres"), $"CREATE DATABASE {name} TEMPLATE template0");
        return new TestDatabase(this, name);
    }

    /// <summary>Stops the server, whatever is still connected, and removes its folder.</summary>
    public void Dispose()
    {
        if (OperatingSystem.IsWindows() && !_keeper.HasExited)
            _keeper.Kill(entireProcessTree: true);
        else
            _keeper.StandardInput.Close();
        if (!_keeper.WaitForExit(s_patience))
            throw new TimeoutException($"The PostgreSQL server in {_folder} does not stop");
        _keeper.Dispose();
        if (OperatingSystem.IsWindows())
            Directory.Delete(_folder, recursive: true);
    }

    // Made by the account that the server runs under, so that it is that account's alone.
    private static string MakeFolder(string? account)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateTempSubdirectory("prismalint-").FullName;
        // The path of a socket has room for some 100 bytes, and root's temporary folder may be closed to others.
        var made = Command.TryRun(ServerAccount.Start(account, "mktemp", "-d", "/tmp/prismalint-XXXXXXXX"));
        return made is { ExitCode: 0 } ? made.Output.Trim() : throw new InvalidOperationException($"mktemp: {made?.LastWords ?? "does not start"}");
    }

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitUntilItAnswers()
    {
        for (var clock = Stopwatch.StartNew(); ; Thread.Sleep(20))
        {
            try
            {
                TestDatabase.Execute(ConnectionString("postgres"), "SELECT 1");
                return;
            }
            catch (NpgsqlException failure)
            {
                if (_keeper.HasExited)
                    throw new InvalidOperationException($"The PostgreSQL server does not start: {_lastWords.Result.Trim()}", failure);
                if (clock.Elapsed > s_patience)
                    throw new InvalidOperationException($"The PostgreSQL server does not answer: {failure.Message}", failure);
            }
        }
    }
}
