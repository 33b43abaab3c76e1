using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds URLs that do not fit the pooler they lead to.</summary>
public sealed class PoolerSettingsRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8047", "pooler-settings")
    {
        Title = "URL that does not fit its pooler",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            A pooler that lends connections for a transaction knows no prepared statements of a session (PgBouncer before 1.21, and later
            ones with `max_prepared_statements = 0`): Prisma 6 and before must be told by `pgbouncer=true`. Migrations need a session, so a pooled URL wants a
            `directUrl` beside it. And more than 100 idle connections without any pooler are memory that the server holds for nobody.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id Int @id
                }
                """,
            Clean: """
                model User {
                  id Int @id
                }
                """)
        {
            // What the connection URL says is no query.
            Database = null,
        },
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        const string Check = "pgbouncer-hints";
        if (context.Has(EvidenceSource.Connection, Check))
        {
            var url = context.Snapshot.FirstRow(EvidenceSource.Connection);
            var isOld = context.Schema.PrismaVersion is PrismaVersion.Unknown or PrismaVersion.V6;
            var isMarked = url.Flag("pgbouncer");
            var hasDirectUrl = url.Flag("has_direct_url") || context.Schema.Datasource?.FindProperty("directUrl") is not null;
            if (isOld && !isMarked && (url.FindNumber("port") == 6432 || url.Flag("is_pooler_host")))
                yield return Report("pgbouncer", "The URL leads to a pooler and says nothing of it: unless the pooler keeps prepared statements, Prisma before 7 needs `pgbouncer=true`");
            if (isOld && isMarked && !hasDirectUrl)
                yield return Report("directUrl", "The URL says `pgbouncer=true` and there is no `directUrl`: migrations cannot run through the pooler");
            if (!ConnectionLimit.IsPooled(url) && SessionEvidence.IsVisible(context, Check) && context.Snapshot.FirstRow(EvidenceSource.Activity).Number("idle") is > 100 and var idle)
                yield return Report("idle", $"{Figures.Count(idle, "connection")} {Figures.Verb(idle, "was", "were")} idle when the snapshot was taken, and no pooler stands in front: each holds memory of the server");
        }

        Diagnostic Report(string what, string message) =>
            context.Report(context.PlaceOfDatabase(what), Check, message) with { Severity = DiagnosticSeverity.Suggestion, IsOperational = true };
    }
}
