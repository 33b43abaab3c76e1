using System.Collections.Generic;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Server;

/// <summary>Finds pools that together want more connections than the server has.</summary>
public sealed class OversizedPoolRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8046", "oversized-pool")
    {
        Title = "Pools larger than the server",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Preset = RulePreset.Recommended,
        Rationale = """
            Each process has a pool of its own: instances × `connection_limit` must stay below what the server gives out, or the last processes of a
            deployment fail to connect. Without `connection_limit` Prisma 6 and before takes twice the number of processors and one, and the adapter for `pg`,
            which Prisma 7 uses, 10. Behind a pooler the application's connections are not the server's, and nothing is reported.

            How many processes run nobody but the team knows: `prismalint.instances`.
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
        const string Check = "pool-oversized";
        if (!context.Has(EvidenceSource.Connection, Check) || !context.Has(EvidenceSource.Settings, Check) || ConnectionLimit.Of(context.Snapshot) is not { } limit)
            yield break;
        var url = context.Snapshot.FirstRow(EvidenceSource.Connection);
        if (ConnectionLimit.IsPooled(url))
            yield break;
        var instances = context.Get(LiveOptions.Instances);
        if (instances == 0)
        {
            context.Note(Check, "nobody says how many processes of the application run", "set `prismalint.instances`");
            yield break;
        }
        var (pool, source) = ConnectionLimit.PoolOf(url, context.Schema.PrismaVersion);
        if (instances * pool <= limit)
            yield break;
        yield return context.Report(
            context.PlaceOfDatabase("max_connections"),
            Check,
            $"{Figures.Count(instances, "instance")} with {Figures.Count(pool, "connection")} each ({source}) {Figures.Verb(instances, "wants", "want")} {Figures.Count(instances * pool)}, and the server gives out {Figures.Count(limit)}: "
                + $"at most {Figures.Count(limit / instances)} for each fit") with { Severity = DiagnosticSeverity.Warning, IsOperational = true };
    }
}
