using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds statements that PostgreSQL refuses in the transaction that they stand in.</summary>
public sealed class ConcurrentIndexNotAloneRule() : MigrationRule(Definition)
{
    private const string Folklore = "prisma-migrate-disable-next-transaction";

    public static readonly RuleDescriptor Definition = new("PL9002", "concurrent-index-not-alone")
    {
        Title = "Statement that cannot run in a transaction",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            `CREATE INDEX CONCURRENTLY`, `DROP INDEX CONCURRENTLY`, `REINDEX CONCURRENTLY`, `DETACH PARTITION CONCURRENTLY`, `VACUUM`, `ALTER SYSTEM` and
            `CREATE DATABASE` fail inside a transaction (SQLSTATE 25001). A script of several statements is one transaction for the server, even
            without `BEGIN`, and Prisma sends a migration as one script. From 7.4 on Prisma cuts the script around index statements with `CONCURRENTLY`;
            before, and for the others, such a statement has to be the only one of its migration.

            The comment `prisma-migrate-disable-next-transaction`, which is passed from repository to repository, is read by no version of Prisma
            that was examined.
            """,
        Example = new RuleExample(
            Flagged: """
                BEGIN;
                CREATE INDEX CONCURRENTLY "Post_title_idx" ON "Post" ("title");
                COMMIT;
                """,
            Clean: """
                CREATE INDEX CONCURRENTLY "Post_title_idx" ON "Post" ("title");
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "title" TEXT NOT NULL);""",
        },
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var migration in context.Migrations)
        {
            var isAlone = migration.Script.Statements.Count(statement => statement is not (PsqlStatement or TransactionStatement)) <= 1;
            var hint = migration.Script.Source.Content.Contains(Folklore, System.StringComparison.Ordinal) ? $". No version of Prisma reads the comment `{Folklore}`" : "";
            foreach (var step in migration.Steps)
            {
                if (NameOf(step.Statement) is not { } name)
                    continue;
                var span = MigrationContext.FirstLine(migration, step.Statement.Span);
                if (step.IsInTransaction)
                    yield return context.Report(migration, span, migration.File.Name, $"`{name}` fails between `BEGIN` and `COMMIT`: PostgreSQL does not run it in a transaction{hint}");
                else if (!isAlone && IsOneTransaction(context.Schema, step.Statement))
                    yield return context.Report(migration, span, migration.File.Name, $"`{name}` fails here: this version of Prisma sends `{migration.File.Name}` as one script, which is one transaction. Give it a migration of its own{hint}");
            }
        }
    }

    private static string? NameOf(SqlStatement statement) => statement switch
    {
        CreateIndexStatement { IsConcurrent: true } => "CREATE INDEX CONCURRENTLY",
        DropStatement { Kind: "INDEX", IsConcurrent: true } => "DROP INDEX CONCURRENTLY",
        MaintenanceStatement { Command: "REINDEX", IsConcurrent: true } => "REINDEX CONCURRENTLY",
        MaintenanceStatement { Command: "VACUUM" } => "VACUUM",
        AlterTableStatement { Actions.Count: 1 } alter when alter.Actions[0] is PartitionAction { IsConcurrent: true } => "DETACH PARTITION CONCURRENTLY",
        CreateObjectStatement { Kind: "DATABASE" } => "CREATE DATABASE",
        DropStatement { Kind: "DATABASE" } => "DROP DATABASE",
        OpaqueStatement or AlterObjectStatement when statement.Verb.StartsWith("ALTER SYSTEM", System.StringComparison.Ordinal) => "ALTER SYSTEM",
        _ => null,
    };

    // Of an unknown version nothing is said; from 7.4 on index statements stand apart.
    private static bool IsOneTransaction(SemanticModel schema, SqlStatement statement) => schema.PrismaVersion switch
    {
        PrismaVersion.V6 => true,
        PrismaVersion.V7 when schema.PrismaMinor is { } minor => minor < 4 || statement is not (CreateIndexStatement or DropStatement { Kind: "INDEX" } or MaintenanceStatement { Command: "REINDEX" }),
        _ => false,
    };
}
