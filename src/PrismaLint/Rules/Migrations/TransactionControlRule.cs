using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds transactions that are begun and not ended, or the other way round.</summary>
public sealed class TransactionControlRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9014", "transaction-control")
    {
        Title = "Transaction that does not come out even",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            A `BEGIN` without `COMMIT` leaves the rest of the migration, and Prisma's note that it has been applied, to be rolled back when the connection closes. A `COMMIT` without `BEGIN` ends the transaction
            that the script is, so that what fails behind it leaves half a migration. A `BEGIN` inside of another does nothing but warn, and its `COMMIT` ends the outer one. Prisma itself
            writes one `BEGIN` and `COMMIT` around the swap of an enum: that is even.
            """,
        Example = new RuleExample(
            Flagged: """
                BEGIN;
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                """,
            Clean: """
                BEGIN;
                ALTER TABLE "Post" ADD COLUMN "slug" TEXT;
                COMMIT;
                """)
        {
            Before = """CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY);""",
        },
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var migration in context.Migrations)
        {
            TransactionStatement? open = null;
            foreach (var transaction in migration.Steps.Select(step => step.Statement).OfType<TransactionStatement>())
            {
                if (transaction.Command == "BEGIN")
                {
                    if (open is not null)
                        yield return context.Report(migration, transaction.Span, migration.File.Name, $"`BEGIN` inside of a transaction begins nothing, and the next `COMMIT` of `{migration.File.Name}` ends the outer one");
                    open ??= transaction;
                }
                else if (transaction.Command is "COMMIT" or "ROLLBACK")
                {
                    if (open is null)
                        yield return context.Report(migration, transaction.Span, migration.File.Name, $"`{transaction.Command}` without `BEGIN` ends the transaction in which `{migration.File.Name}` runs: what fails behind it leaves half a migration");
                    open = null;
                }
            }
            if (open is not null)
                yield return context.Report(migration, open.Span, migration.File.Name, $"`BEGIN` is never followed by `COMMIT`: what `{migration.File.Name}` does is rolled back when the connection closes");
        }
    }
}
