using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Npgsql;

namespace PrismaLint.PostgreSql;

/// <summary>
/// Reads a connection URL as Prisma and libpq do. Npgsql reads none, and what it says about one repeats it, password included. So
/// nothing here says more of a text than the names of parameters, and those only where no part of a password can be taken for one.
/// </summary>
internal static class ConnectionUrlParser
{
    private const string Encode = "percent-encode the password: a raw `/`, `?`, `#` or `@` in it ends it too early (`%2F`, `%3F`, `%23`, `%40`)";

    private static readonly SearchValues<char> s_schemeLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    public static ConnectionUrl Parse(string text, string? folder)
    {
        var warnings = new List<string>();
        var trimmed = Unquote(text);
        if (trimmed.Length != text.Length)
            warnings.Add("blanks or quotes around the connection URL are not part of it");
        if (trimmed.Length == 0)
            throw Error("the connection URL is empty");
        if (SchemeOf(trimmed) is not { } scheme)
            return AdoString.Parse(trimmed, warnings);
        if (Refusal(scheme) is { } refusal)
            throw Error(refusal);
        var rest = trimmed[(scheme.Length + 1)..];
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            throw Error("a connection URL begins with `postgresql://`");
        return ParseRest(rest[2..], folder, warnings);
    }

    internal static InspectionException Error(string message) => new(InspectionFailure.Usage, message);

    /// <summary>Text with percent signs made plain; a sign without two hexadecimal digits behind it stands for itself.</summary>
    internal static string Decode(string text)
    {
        if (!text.Contains('%'))
            return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                var width = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, width)));
                i += width - 1;
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static ConnectionUrl ParseRest(string rest, string? folder, List<string> warnings)
    {
        if (rest.Contains('#'))
            throw Error(Encode);
        var end = rest.IndexOfAny(['/', '?']);
        var authority = end < 0 ? rest : rest[..end];
        var behind = end < 0 ? "" : rest[end..];
        // An unescaped sign of the password has cut it in two: its end must neither be taken for a name nor shown.
        if (behind.Contains('@'))
            throw Error(Encode);
        var at = authority.LastIndexOf('@');
        var settings = new NpgsqlConnectionStringBuilder { SslMode = SslMode.Prefer };
        if (at >= 0)
        {
            var user = authority[..at];
            var colon = user.IndexOf(':');
            settings.Username = Decode(colon < 0 ? user : user[..colon]);
            if (colon >= 0)
                settings.Password = Decode(user[(colon + 1)..]);
            authority = authority[(at + 1)..];
        }
        SetHosts(settings, authority, isLoginKnown: at >= 0);
        var question = behind.IndexOf('?');
        var path = (question < 0 ? behind : behind[..question]).TrimStart('/');
        var slash = path.IndexOf('/');
        if (slash >= 0)
        {
            warnings.Add("only the first part of the path names the database");
            path = path[..slash];
        }
        if (path.Length > 0)
            settings.Database = Decode(path);
        var parameters = new UrlParameters(settings, folder, warnings);
        foreach (var part in (question < 0 ? "" : behind[(question + 1)..]).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            parameters.Add(Decode(equals < 0 ? part : part[..equals]), equals < 0 ? "" : Decode(part[(equals + 1)..].Replace('+', ' ')));
        }
        parameters.Complete();
        if (string.IsNullOrEmpty(settings.Database))
            settings.Database = settings.Username;
        return new ConnectionUrl(settings, parameters.Facts, warnings) { Schema = parameters.Schema };
    }

    // Npgsql takes several hosts as `a:1,b:2`, and one host with its port apart.
    private static void SetHosts(NpgsqlConnectionStringBuilder settings, string authority, bool isLoginKnown)
    {
        var hosts = new List<(string Host, int Port)>();
        foreach (var part in authority.Split(','))
        {
            var bracket = part.StartsWith('[') ? part.IndexOf(']') : -1;
            var colon = part.IndexOf(':', Math.Max(bracket, 0));
            var host = Decode(colon < 0 ? part : part[..colon]);
            var port = 5432;
            if (colon >= 0 && colon + 1 < part.Length
                && (!int.TryParse(part.AsSpan(colon + 1), NumberStyles.None, null, out port) || port is < 1 or > 65535))
            {
                // `user:secret` without a host behind it reads as a host and its port.
                throw Error(isLoginKnown ? "the port of the connection URL is not a number from 1 to 65535" : "the connection URL has no host behind `user:password@`, or its port is not a number: " + Encode);
            }
            hosts.Add((host.Length == 0 ? "localhost" : host, port));
        }
        settings.Port = hosts[0].Port;
        settings.Host = hosts.Count == 1
            ? hosts[0].Host.Trim('[', ']')
            : string.Join(',', hosts.Select(host => FormattableString.Invariant($"{host.Host}:{host.Port}")));
    }

    private static string Unquote(string text)
    {
        var trimmed = text.Trim();
        while (trimmed.Length >= 2 && trimmed[0] is '"' or '\'' or '`' && trimmed[^1] == trimmed[0])
            trimmed = trimmed[1..^1].Trim();
        return trimmed;
    }

    private static string? SchemeOf(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAnyExcept(s_schemeLetters) < 0 ? text[..colon] : null;
    }

    private static string? Refusal(string scheme) => scheme.ToLowerInvariant() switch
    {
        "postgres" or "postgresql" => null,
        "prisma" or "prisma+postgres" or "prisma+postgresql" =>
            "an Accelerate or Prisma Postgres proxy URL cannot be inspected: give the direct URL of the database, `postgresql://…`",
        "mysql" or "mariadb" => "a MySQL database cannot be inspected: only PostgreSQL can",
        "file" or "sqlite" or "libsql" => "a SQLite database cannot be inspected: only PostgreSQL can",
        "sqlserver" or "mssql" => "a SQL Server database cannot be inspected: only PostgreSQL can",
        "mongodb" or "mongodb+srv" => "a MongoDB database cannot be inspected: only PostgreSQL can",
        "cockroachdb" => "a CockroachDB database cannot be inspected: only PostgreSQL can",
        "jdbc" => "a JDBC URL cannot be read: leave `jdbc:` away, and put user and password before the host",
        _ => "the connection URL is not one of PostgreSQL: it begins with `postgresql://`",
    };
}
