using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Npgsql;
using PrismaLint.Connectors;

namespace PrismaLint.PostgreSql;

/// <summary>
/// How to reach a database, and what the text that says so tells besides: pool sizes, poolers, encryption. The password is kept apart: no
/// member gives it back.
/// </summary>
public sealed class ConnectionUrl
{
    private readonly NpgsqlConnectionStringBuilder _settings;

    internal ConnectionUrl(NpgsqlConnectionStringBuilder settings, IReadOnlyDictionary<string, string> parameters, IReadOnlyList<string> warnings)
    {
        _settings = settings;
        Parameters = parameters;
        Warnings = warnings;
    }

    /// <summary>Who says so: <c>--url</c>, or the name of a variable. Empty where nobody told.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Host and port as messages name them: <c>db.example.com:5432</c>, <c>[::1]:5432</c>, <c>/var/run/postgresql</c>.</summary>
    public string Endpoint => string.Join(", ", Hosts.Select(host =>
        host.StartsWith('/') ? host
        : NamesPort(host) ? host
        : (host.Contains(':') && !host.StartsWith('[') ? "[" + host + "]" : host) + ":" + Port.ToString(CultureInfo.InvariantCulture)));

    public string? User => _settings.Username is { Length: > 0 } user ? user : null;

    public string? Database => _settings.Database is { Length: > 0 } database ? database : null;

    public int Port => Hosts.Length == 1 || !NamesPort(Hosts[0]) ? _settings.Port : int.Parse(Hosts[0].AsSpan(Hosts[0].LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The schema of <c>?schema=</c>, or the first of a search path; <see langword="null"/> without one.</summary>
    public string? Schema { get; init; }

    /// <summary>The parameters that say something about the application and are not sent to a server, by name: <c>connection_limit</c>, <c>pgbouncer</c>, <c>sslmode</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>What is odd about the text; without any value of it.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>All of its hosts are this machine or a private network.</summary>
    public bool IsLocal => Hosts.All(host => HostNames.IsLocal(NamesPort(host) ? host[..host.LastIndexOf(':')] : host));

    /// <summary>The name of a host is that of a connection pooler.</summary>
    public bool IsPooler => Hosts.Any(host =>
        host.Contains("-pooler.", StringComparison.OrdinalIgnoreCase)
        || host.Contains("pooled.", StringComparison.OrdinalIgnoreCase)
        || host.Contains("pgbouncer", StringComparison.OrdinalIgnoreCase)
        || (IsSupabasePooler(host) && Port != 5432));

    /// <summary>The role that <see cref="User"/> is: some poolers want the name of a project behind it.</summary>
    public string? Role => User is { } user && Hosts.Any(IsSupabasePooler) && user.LastIndexOf('.') is > 0 and var dot ? user[..dot] : User;

    /// <summary>The URL that the application uses, where this is another one.</summary>
    public ConnectionUrl? Application { get; init; }

    /// <summary>This is known to be the application's own URL.</summary>
    public bool IsApplication { get; init; }

    /// <summary>There is a URL of its own for migrations.</summary>
    public bool HasDirectUrl { get; init; }

    private string[] Hosts => (_settings.Host ?? "").Split(',');

    /// <summary>Reads a URL or a string of <c>Key=value;</c> pairs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folder">The folder that files of certificates are relative to: that of the schema.</param>
    /// <exception cref="InspectionException">It is neither, or one of another database.</exception>
    public static ConnectionUrl Parse(string text, string? folder = null) => ConnectionUrlParser.Parse(text, folder);

    public override string ToString() => Endpoint + "/" + Database;

    internal ConnectionUrl With(string origin, ConnectionUrl? application = null, bool isApplication = false, bool hasDirectUrl = false) => new(_settings, Parameters, Warnings)
    {
        Origin = origin,
        Schema = Schema,
        Application = application,
        IsApplication = isApplication,
        HasDirectUrl = hasDirectUrl,
    };

    /// <summary>The settings of an inspection's connection. Holds the password: not for printing.</summary>
    internal NpgsqlConnectionStringBuilder CreateSettings() => new(_settings.ConnectionString)
    {
        Pooling = false,
        Enlist = false,
        Multiplexing = false,
        PersistSecurityInfo = false,
        ApplicationName = DatabaseInspector.ApplicationName,
        IncludeErrorDetail = false,
        LogParameters = false,
        MaxAutoPrepare = 0,
        Options = null,
        SearchPath = null,
    };

    /// <summary>A text of others holds the password.</summary>
    internal bool IsRevealedBy(string text) =>
        new[] { _settings.Password, _settings.SslPassword }.Any(secret => !string.IsNullOrEmpty(secret) && text.Contains(secret, StringComparison.Ordinal));

    private static bool IsSupabasePooler(string host) => host.Contains(".pooler.supabase.", StringComparison.OrdinalIgnoreCase);

    // Several hosts may each bring their port.
    private static bool NamesPort(string host) =>
        !host.StartsWith('/') && host.LastIndexOf(':') is > 0 and var colon && (host.IndexOf(':') == colon || host[colon - 1] == ']');
}
