using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Configuration;

/// <summary>Finds databases with foreign keys that are not used.</summary>
public sealed class EmulatedRelationsRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL7004", "emulated-relations")
    {
        Title = "Relations without foreign keys, on a database that has them",
        Message = "`relationMode = \"prisma\"` leaves {0} without foreign keys: only this client keeps relations whole",
        Category = DiagnosticCategory.Configuration,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Rationale = """
            With `relationMode = "prisma"` the client checks and cascades with queries of its own. Raw SQL, another service and a
            person at the console bypass it, and two of its own requests at once can. PostgreSQL, SQL Server, SQLite and
            CockroachDB do this themselves, for every writer. MySQL is not reported: Vitess has no foreign keys.
            """,
        Example = new RuleExample(
            Flagged: """
                datasource db {
                  provider     = "postgresql"
                  url          = env("DATABASE_URL")
                  relationMode = "prisma"
                }
                """,
            Clean: """
                datasource db {
                  provider = "postgresql"
                  url      = env("DATABASE_URL")
                }
                """),
        WhenNotToUse = "The tables are sharded or partitioned in a way that rules foreign keys out.",
        Fix = "Unsafe: removes the line. The next migration adds every foreign key, and fails where rows refer to nothing.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.Datasource is not { RelationMode: RelationMode.Prisma } datasource
            || !context.Connector.IsSql
            || context.Provider == Provider.MySql
            || (datasource.FindProperty("relationMode") ?? datasource.FindProperty("referentialIntegrity")) is not { } property)
        {
            yield break;
        }
        yield return Definition.At(datasource.LocationOf(property), context.Connector.DisplayName)
            .On(datasource.DisplayName)
            .WithFix(CodeFix.Unsafe($"Remove `{property.Key.Text}`", SchemaEdits.RemoveProperty(datasource, property)));
    }
}
