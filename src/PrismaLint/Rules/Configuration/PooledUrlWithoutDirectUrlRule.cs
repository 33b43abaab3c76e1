using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Security;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Configuration;

/// <summary>Finds pooled connections that migrations would have to go through.</summary>
public sealed class PooledUrlWithoutDirectUrlRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL7007", "pooled-url-without-direct-url")
    {
        Title = "Pooled URL without a direct one",
        Message = "`url` of `{0}` leads to a connection pool and there is no `directUrl`: migrations cannot run through it",
        Category = DiagnosticCategory.Configuration,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            A pool that lends connections for a transaction has no sessions, and migrations need one: advisory locks, prepared
            statements. `directUrl` (before Prisma 7) gives them a connection past the pool. A pool is told by the URL
            (`pgbouncer=true`, port 6543, a host named `-pooler`) or by the name of the variable (`POSTGRES_PRISMA_URL`, a name
            with `POOLED`).
            """,
        Example = new RuleExample(
            Flagged: """
                datasource db {
                  provider = "postgresql"
                  url      = env("POSTGRES_PRISMA_URL")
                }
                """,
            Clean: """
                datasource db {
                  provider  = "postgresql"
                  url       = env("POSTGRES_PRISMA_URL")
                  directUrl = env("POSTGRES_URL_NON_POOLING")
                }
                """),
        WhenNotToUse = "Migrations run with another schema or another tool.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.PrismaVersion == PrismaVersion.V7
            || context.Provider != Provider.PostgreSql
            || context.Schema.Datasource is not { } datasource
            || datasource.FindProperty("url") is not { } property
            || datasource.FindProperty("directUrl") is not null)
        {
            yield break;
        }
        if (IsPooled(datasource))
            yield return Definition.At(datasource.LocationOf(property), datasource.DisplayName).On(datasource.DisplayName);
    }

    private static bool IsPooled(DatasourceSymbol datasource)
    {
        if (datasource.FindEnvironmentVariable("url") is { } variable)
            return variable == "POSTGRES_PRISMA_URL" || variable.Contains("POOLED", StringComparison.OrdinalIgnoreCase);
        return datasource.FindString("url") is { } text
            && ConnectionUrl.Parse(text) is { } url
            && (url.Port == "6543"
                || url.Host.Contains("-pooler.", StringComparison.OrdinalIgnoreCase)
                || url.Host.Contains("pooled.", StringComparison.OrdinalIgnoreCase)
                || (url.Parameters.TryGetValue("pgbouncer", out var pgbouncer) && pgbouncer.Equals("true", StringComparison.OrdinalIgnoreCase)));
    }
}
