using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>
/// The row of the source <c>connection</c>: what the application's URL says, which is the one that was inspected where no other is known. No
/// host, no user besides the application's role, no password.
/// </summary>
internal static class ConnectionFacts
{
    public static CatalogTable TableOf(ConnectionUrl url)
    {
        var application = url.Application ?? url;
        var facts = new List<(string Name, object? Value)>
        {
            ("schema", application.Schema ?? url.Schema ?? "public"),
            ("port", (long)application.Port),
            ("pgbouncer", Text("pgbouncer") is { } flag ? flag is "true" or "1" : null),
            ("connection_limit", Number("connection_limit")),
            ("pool_timeout", Number("pool_timeout")),
            ("statement_cache_size", Number("statement_cache_size")),
            ("sslmode", Text("sslmode")),
            ("sslaccept", Text("sslaccept")),
            ("has_direct_url", url.HasDirectUrl),
            ("is_local", application.IsLocal),
            ("is_pooler_host", application.IsPooler),
            ("is_application", url.IsApplication || url.Application is not null),
            ("app_role", url.IsApplication || url.Application is not null ? application.Role : null),
            ("application_name", Text("application_name")),
        };
        var table = new CatalogTable(EvidenceSource.Connection, [.. facts.Select(fact => fact.Name)]);
        table.Add([.. facts.Select(fact => fact.Value)]);
        return table;

        string? Text(string name) => application.Parameters.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

        object? Number(string name) => long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
