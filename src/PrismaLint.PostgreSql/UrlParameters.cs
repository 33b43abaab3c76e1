using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Npgsql;

namespace PrismaLint.PostgreSql;

/// <summary>What stands behind the question mark of a URL.</summary>
internal sealed class UrlParameters(NpgsqlConnectionStringBuilder settings, string? folder, List<string> warnings)
{
    public const int DefaultTimeout = 10;

    public const int DefaultCommandTimeout = 20;

    // Known to Prisma, libpq, node-postgres or a hoster, and of no use to an inspection.
    private static readonly HashSet<string> s_idle = new(StringComparer.Ordinal)
    {
        "fallback_application_name", "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "sslnegotiation", "sslsni", "sslcompression",
        "krbsrvname", "gsslib", "client_encoding", "uselibpqcompat", "load_balance_hosts", "replication", "sslcrl", "require_auth", "encoding", "timezone",
    };

    private static readonly HashSet<string> s_facts = new(StringComparer.Ordinal)
    {
        "connection_limit", "pool_timeout", "pgbouncer", "statement_cache_size", "max_idle_connection_lifetime", "max_connection_lifetime", "single_use_connections", "sslmode",
        "sslaccept", "application_name",
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string? Schema { get; private set; }

    /// <summary>What is told of the application.</summary>
    public Dictionary<string, string> Facts { get; } = new(StringComparer.Ordinal);

    public static string? FirstOfPath(string? path) =>
        path?.Split(',').Select(name => name.Trim().Trim('"')).FirstOrDefault(name => name.Length > 0 && name != "$user");

    public void Add(string name, string value)
    {
        // A name that is none may be the end of a password.
        if (name.Length is 0 or > 40 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.')))
        {
            warnings.Add("a parameter of the connection URL has a name that is none, and is left out");
            return;
        }
        if (s_facts.Contains(name))
            Facts[name] = value;
        _values[name] = value;
    }

    /// <summary>Sets what the parameters ask for, whatever their order.</summary>
    public void Complete()
    {
        settings.Timeout = DefaultTimeout;
        settings.CommandTimeout = DefaultCommandTimeout;
        foreach (var (name, value) in _values)
        {
            if (!Apply(name, value) && !s_idle.Contains(name) && !s_facts.Contains(name))
                warnings.Add($"the parameter `{name}` of the connection URL is not known, and is left out");
        }
        SetEncryption();
    }

    private bool Apply(string name, string value)
    {
        switch (name)
        {
            case "schema":
                Schema = value.Length > 0 ? value : Schema;
                return true;
            case "options":
                Schema ??= FirstOfPath(PathOf(value));
                return true;
            case "host" or "hostaddr":
                if (value.Length > 0)
                    settings.Host = value;
                return true;
            case "port":
                settings.Port = Number(name, value, 1, 65535, settings.Port);
                return true;
            case "user":
                settings.Username = value;
                return true;
            case "password":
                settings.Password = value;
                return true;
            case "dbname":
                settings.Database = value;
                return true;
            case "passfile":
                settings.Passfile = Path.Combine(folder ?? "", value);
                return true;
            case "connect_timeout":
                settings.Timeout = Number(name, value, 0, 1024, DefaultTimeout);
                return true;
            case "socket_timeout":
                settings.CommandTimeout = Number(name, value, 0, int.MaxValue / 1000, DefaultCommandTimeout);
                return true;
            case "channel_binding":
                settings.ChannelBinding = Choice(name, value, ChannelBinding.Prefer);
                return true;
            case "gssencmode":
                settings.GssEncryptionMode = Choice(name, value, GssEncryptionMode.Prefer);
                return true;
            case "target_session_attrs":
                if (settings.Host?.Contains(',') == true && value is "any" or "primary" or "standby" or "prefer-standby" or "read-write" or "read-only")
                    settings.TargetSessionAttributes = value;
                return true;
            case "sslidentity":
                settings.SslCertificate = Path.Combine(folder ?? "", value);
                return true;
            case "sslkey":
                settings.SslKey = Path.Combine(folder ?? "", value);
                return true;
            case "sslpassword":
                settings.SslPassword = value;
                return true;
            case "sslrootcert":
                if (value != "system")
                    settings.RootCertificate = Path.Combine(folder ?? "", value);
                return true;
            case "sslcert":
                // Prisma's word for the authority; libpq's for the client, which brings a key.
                if (_values.ContainsKey("sslkey"))
                    settings.SslCertificate = Path.Combine(folder ?? "", value);
                else if (!_values.ContainsKey("sslrootcert"))
                    settings.RootCertificate = Path.Combine(folder ?? "", value);
                return true;
            default:
                return false;
        }
    }

    private void SetEncryption()
    {
        if (Facts.TryGetValue("sslmode", out var mode))
        {
            settings.SslMode = mode switch
            {
                "disable" => SslMode.Disable,
                "allow" => SslMode.Allow,
                "prefer" => SslMode.Prefer,
                "require" or "no-verify" => SslMode.Require,
                "verify-ca" => SslMode.VerifyCA,
                "verify-full" => SslMode.VerifyFull,
                _ => SslMode.Prefer,
            };
            if (mode is not ("disable" or "allow" or "prefer" or "require" or "no-verify" or "verify-ca" or "verify-full"))
            {
                Facts.Remove("sslmode");
                warnings.Add("the value of `sslmode` in the connection URL is not known, and is left out");
            }
        }
        if (settings.SslMode == SslMode.Require && Facts.TryGetValue("sslaccept", out var accept) && accept == "strict")
            settings.SslMode = SslMode.VerifyFull;
    }

    private int Number(string name, string value, int minimum, int maximum, int otherwise)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum)
            return Math.Min(number, maximum);
        warnings.Add($"the value of `{name}` in the connection URL is no number, and is left out");
        return otherwise;
    }

    private T Choice<T>(string name, string value, T otherwise)
        where T : struct, Enum
    {
        if (value.Length > 0 && char.IsAsciiLetter(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out var choice))
            return choice;
        warnings.Add($"the value of `{name}` in the connection URL is not known, and is left out");
        return otherwise;
    }

    // `-c search_path=a,b`, `-csearch_path=a`, `--search_path=a`
    private static string? PathOf(string options)
    {
        var at = options.IndexOf("search_path=", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = options[(at + "search_path=".Length)..];
        var end = rest.IndexOf(" -", StringComparison.Ordinal);
        return (end < 0 ? rest : rest[..end]).Replace("\\ ", " ", StringComparison.Ordinal);
    }
}
