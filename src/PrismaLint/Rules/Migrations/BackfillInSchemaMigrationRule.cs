using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds rows that are changed in the transaction that also changes their table.</summary>
public sealed class BackfillInSchemaMigrationRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9011", "backfill-in-schema-migration")
    {
        Title = "Rows filled while the table is locked",
        Category = DiagnosticCategory.Migrations,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            A migration is one transaction, and its locks stay until the end: an `UPDATE` of all rows behind an `ALTER TABLE` of the same table keeps everybody away from it for
            as long as the rows take, and leaves as many dead ones. Fill rows in batches, in a job or in a migration of its own, between the one that adds the column and the one that makes it required.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                UPDATE "Post" SET "slug" = "title";
                """,
            Clean: """
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "title" TEXT NOT NULL);""",
        },
        WhenNotToUse = "On small tables this is the simple way, and fine.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var migration in context.Migrations)
        {
            foreach (var step in migration.Steps)
            {
                if (step is not { IsTableNew: false, Statement: DataStatement { Command: not "TRUNCATE" } data } || (data.Command == "INSERT" && !data.HasQuery))
                    continue;
                var change = migration.Steps.Select(other => other.Statement).OfType<AlterTableStatement>().FirstOrDefault(alter => alter.Name.Equals(data.Table));
                if (change is null)
                    continue;
                yield return context
                    .Report(migration, MigrationContext.FirstLine(migration, step.Statement.Span), data.Table.Name, $"`{data.Command}` of the rows of `{data.Table}` in the migration that alters it: its lock stays until all rows are done. Fill them in batches, apart")
                    .WithRelated(migration.Script.LocationOf(MigrationContext.FirstLine(migration, change.Span)), "The table is altered here");
            }
        }
    }
}
