using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds new enum values that are used in the transaction that adds them.</summary>
public sealed class EnumValueUsedTooEarlyRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9010", "enum-value-used-too-early")
    {
        Title = "Enum value used in the migration that adds it",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            A value that `ALTER TYPE … ADD VALUE` adds cannot be used before the transaction has been committed (SQLSTATE 55P04, "unsafe use of new value"; manual, ALTER TYPE). Prisma runs a
            migration as one script, which is one transaction: a default, an `UPDATE` or a `CHECK` with the value in the same file fails. Put it into the next migration.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TYPE "Role" ADD VALUE 'OWNER';
                ALTER TABLE "User" ALTER COLUMN "role" SET DEFAULT 'OWNER';
                """,
            Clean: """
                ALTER TYPE "Role" ADD VALUE 'OWNER';
                """)
        {
            Before = """
                CREATE TYPE "Role" AS ENUM ('USER');
                CREATE TABLE "User" ("id" INTEGER PRIMARY KEY, "role" "Role" NOT NULL DEFAULT 'USER');
                """,
        },
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var migration in context.Migrations)
        {
            var fresh = migration.Steps.Select(step => step.Statement).OfType<CreateEnumStatement>().Select(type => type.Name).ToList();
            var added = new List<AddEnumValueStatement>();
            foreach (var step in migration.Steps)
            {
                switch (step.Statement)
                {
                    // What follows a COMMIT is another transaction.
                    case TransactionStatement { Command: "COMMIT" }:
                        added.Clear();
                        break;
                    // A type of the same transaction takes new values at once.
                    case AddEnumValueStatement add when !fresh.Contains(add.Name):
                        added.Add(add);
                        break;
                    case AddEnumValueStatement or RenameEnumValueStatement or CreateEnumStatement or CreateObjectStatement { Kind: "FUNCTION" or "PROCEDURE" } or SetStatement:
                        break;
                    default:
                        if (added.Find(value => Uses(migration, step.Statement, value.Label)) is { } used)
                        {
                            added.Remove(used);
                            yield return context
                                .Report(migration, MigrationContext.FirstLine(migration, step.Statement.Span), $"{used.Name.Name}.{used.Label}", $"`{used.Label}` of `{used.Name}` is used in the migration that adds it, and that fails: it can be used once the migration has been committed. Put this into the next one")
                                .WithRelated(migration.Script.LocationOf(used.LabelSpan), $"`{used.Label}` is added here");
                        }
                        break;
                }
            }
        }
    }

    private static bool Uses(ReplayedMigration migration, SqlStatement statement, string label)
    {
        var text = migration.Script.Source.ToString(statement.Span);
        return text.Contains(SqlText.Literal(label), StringComparison.Ordinal);
    }
}
