using System;
using System.Collections.Generic;
using PrismaLint.Connectors;

namespace PrismaLint.Rules.Security;

/// <summary>
/// What a rule may know of a connection URL. The secret itself is looked at and forgotten: no member gives it back.
/// </summary>
internal sealed class ConnectionUrl
{
    private static readonly HashSet<string> s_placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "pass", "passwd", "pwd", "secret", "example", "changeme", "change_me", "postgres", "postgresql", "prisma", "root", "admin",
        "user", "username", "test", "test123", "dev", "docker", "mysql", "mongo", "mongodb", "sa", "123456", "1234", "12345", "xxx", "xxxx",
        "your_password", "your-password", "yourpassword", "mypassword", "randompassword", "johndoe", "db_password", "<password>", "[password]",
        "your-super-secret-and-long-postgres-password", "placeholder", "redacted", "***",
    };

    private static readonly string[] s_passwordKeys = ["password", "pwd", "api_key", "apikey"];

    private ConnectionUrl(string scheme, string host, string port, bool hasSecret, bool isPlaceholder, IReadOnlyDictionary<string, string> parameters)
    {
        Scheme = scheme;
        Host = host;
        Port = port;
        HasSecret = hasSecret;
        IsPlaceholder = isPlaceholder;
        Parameters = parameters;
    }

    public string Scheme { get; }

    /// <summary>The (first) host, empty without one.</summary>
    public string Host { get; }

    public string Port { get; }

    /// <summary>It holds a password or an API key.</summary>
    public bool HasSecret { get; }

    /// <summary>What stands in the place of the secret is a word for it, or a default that everybody knows.</summary>
    public bool IsPlaceholder { get; }

    /// <summary>The parameters by name in lower case. Values are for comparing only.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The machine itself, a container's neighbour or a private network: no name or address of the public net.</summary>
    public bool IsLocal => HostNames.IsLocal(Host);

    /// <summary>A host of documentation: example.com, HOST, your-server.</summary>
    public bool IsExampleHost => Host.Contains("example", StringComparison.OrdinalIgnoreCase)
        || Host.StartsWith("your", StringComparison.OrdinalIgnoreCase)
        || Host.IndexOfAny(['<', '[', '{', '$']) >= 0
        || Host is "HOST" or "HOSTNAME";

    /// <summary>Reads a URL; <see langword="null"/> for a text that is none.</summary>
    public static ConnectionUrl? Parse(string text)
    {
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var scheme = text.Substring(0, colon).ToLowerInvariant();
        var rest = text.Substring(colon + 3);
        return scheme == "sqlserver" ? ParseSqlServer(scheme, rest) : ParseUrl(scheme, rest);
    }

    private static ConnectionUrl ParseUrl(string scheme, string rest)
    {
        var query = rest.IndexOf('?');
        var parameters = Split(query < 0 ? "" : rest.Substring(query + 1), '&');
        var authority = query < 0 ? rest : rest.Substring(0, query);
        var at = authority.LastIndexOf('@');
        var slash = authority.IndexOf('/', at + 1);
        if (slash >= 0)
            authority = authority.Substring(0, slash);
        string? password = null;
        if (at >= 0)
        {
            var user = authority.Substring(0, at);
            var separator = user.IndexOf(':');
            if (separator >= 0)
                password = user.Substring(separator + 1);
            authority = authority.Substring(at + 1);
        }
        var (host, port) = SplitHost(authority.Split(',')[0]);
        return Create(scheme, host, port, password, parameters);
    }

    private static ConnectionUrl ParseSqlServer(string scheme, string rest)
    {
        var end = rest.IndexOf(';');
        var parameters = Split(end < 0 ? "" : rest.Substring(end + 1), ';');
        var (host, port) = SplitHost(end < 0 ? rest : rest.Substring(0, end));
        return Create(scheme, host, port, null, parameters);
    }

    private static ConnectionUrl Create(string scheme, string host, string port, string? password, Dictionary<string, string> parameters)
    {
        foreach (var key in s_passwordKeys)
        {
            if (parameters.TryGetValue(key, out var value))
            {
                password ??= value;
                parameters[key] = "";
            }
        }
        var hasSecret = !string.IsNullOrEmpty(password);
        var isPlaceholder = hasSecret && password is { } secret
            && (s_placeholders.Contains(secret.Trim('{', '}')) || secret.StartsWith("${", StringComparison.Ordinal)
                || secret.StartsWith("your", StringComparison.OrdinalIgnoreCase) || secret.Trim('*', 'x', 'X', '.', '_', '-').Length == 0
                || (secret.Length > 2 && secret[0] == '<' && secret[secret.Length - 1] == '>')
                || (secret.Length > 2 && secret[0] == '[' && secret[secret.Length - 1] == ']'));
        return new ConnectionUrl(scheme, host, port, hasSecret, isPlaceholder, parameters);
    }

    private static (string Host, string Port) SplitHost(string authority)
    {
        if (authority.StartsWith('['))
        {
            var close = authority.IndexOf(']');
            return close < 0 ? (authority, "") : (authority.Substring(0, close + 1), authority.Substring(close + 1).TrimStart(':'));
        }
        var colon = authority.LastIndexOf(':');
        return colon < 0 ? (authority, "") : (authority.Substring(0, colon), authority.Substring(colon + 1));
    }

    private static Dictionary<string, string> Split(string text, char separator)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(separator))
        {
            var equals = part.IndexOf('=');
            if (equals > 0)
                parameters[part.Substring(0, equals).Trim().ToLowerInvariant()] = part.Substring(equals + 1).Trim();
        }
        return parameters;
    }
}
