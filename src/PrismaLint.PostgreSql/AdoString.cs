using System;
using System.Collections.Generic;
using System.Linq;
using Npgsql;

namespace PrismaLint.PostgreSql;

/// <summary>Reads <c>Host=…;Username=…</c>, the form that Npgsql itself takes.</summary>
internal static class AdoString
{
    public static ConnectionUrl Parse(string text, List<string> warnings)
    {
        if (text.StartsWith("env(", StringComparison.Ordinal))
            throw ConnectionUrlParser.Error("`env(…)` is not a connection URL: name the variable with `--url-env NAME`");
        if (text.StartsWith("//", StringComparison.Ordinal) || !text.Contains('='))
            throw ConnectionUrlParser.Error("the text is no connection URL: it begins with `postgresql://`");
        if (!text.Contains(';') && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.IndexOf('=') > 0) > 1)
            throw ConnectionUrlParser.Error("a string of `key=value` pairs with blanks between them cannot be read: write a URL, `postgresql://user@host/database`");
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            // What it says repeats the text.
            throw ConnectionUrlParser.Error("the connection string cannot be read: it is neither a URL nor made of keys that Npgsql knows (`Host=…;Username=…;Database=…`)");
        }
        if (string.IsNullOrEmpty(settings.Host))
            throw ConnectionUrlParser.Error("the connection string names no `Host`");
        if (string.IsNullOrEmpty(settings.Database))
            settings.Database = settings.Username;
        if (!settings.ShouldSerialize("Timeout"))
            settings.Timeout = UrlParameters.DefaultTimeout;
        if (!settings.ShouldSerialize("Command Timeout"))
            settings.CommandTimeout = UrlParameters.DefaultCommandTimeout;
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (settings.ShouldSerialize("SSL Mode"))
        {
            facts["sslmode"] = settings.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                _ => settings.SslMode.ToString().ToLowerInvariant(),
            };
        }
        if (settings.ShouldSerialize("Maximum Pool Size"))
            facts["connection_limit"] = settings.MaxPoolSize.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (settings.ApplicationName is { Length: > 0 } name)
            facts["application_name"] = name;
        return new ConnectionUrl(settings, facts, warnings) { Schema = UrlParameters.FirstOfPath(settings.SearchPath) };
    }
}
