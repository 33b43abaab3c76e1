using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds dropped what somebody wrote by hand because no schema can say it.</summary>
public sealed class DropsHandWrittenObjectRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9013", "drops-hand-written-object")
    {
        Title = "Drops what an earlier migration made by hand",
        Category = DiagnosticCategory.Migrations,
        Rationale = """
            Partial indexes, indexes on expressions, `NULLS NOT DISTINCT`, checks, exclusion constraints, triggers and views are in no schema: somebody wrote them into a migration because the application
            hangs on them. Where Prisma compares the database with the schema it may take such an object for a leftover and write a `DROP` for it (Prisma 7.4.0 did so for partial
            indexes), which is easily deployed unread: the uniqueness of live rows, say, is gone.
            """,
        Example = new RuleExample(
            Flagged: """
                -- DropIndex
                DROP INDEX "User_email_live";
                """,
            Clean: """
                DROP INDEX "User_name_idx";
                """)
        {
            Before = """
                CREATE TABLE "User" ("id" INTEGER PRIMARY KEY, "email" TEXT, "name" TEXT, "deletedAt" TIMESTAMP(3));
                CREATE UNIQUE INDEX "User_email_live" ON "User" ("email") WHERE "deletedAt" IS NULL;
                CREATE INDEX "User_name_idx" ON "User" ("name");
                """,
        },
        WhenNotToUse = "A drop with `IF EXISTS`, which Prisma never writes, and one whose object the same migration makes anew, are taken for meant.",
        Fix = "Unsafe: removes the statement.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var (migration, step) in context.Steps)
        {
            switch (step.Statement)
            {
                case DropStatement { Kind: "INDEX", IfExists: false }:
                    foreach (var index in step.DroppedIndexes.Where(index => index.IsHandMade && index.AddedIn != migration.Number && !IsMadeAnew(migration, step, index)))
                        yield return Report(context, migration, step, index.Name, $"`{index.Name}` ({Describe(index)}) was written by hand in `{NameOf(context, index.AddedIn)}`, and the schema cannot say it: was this drop meant?");
                    break;
                case DropStatement { Kind: "TRIGGER" or "VIEW" or "MATERIALIZED VIEW" or "FUNCTION" or "POLICY", IfExists: false } drop
                    when step.DroppedObject is { } number && number != migration.Number && !IsMadeAnew(migration, drop):
                    yield return Report(context, migration, step, drop.Names[0].Name, $"The {drop.Kind.ToLowerInvariant()} `{drop.Names[0]}` was written by hand in `{NameOf(context, number)}`, and the schema cannot say it: was this drop meant?");
                    break;
                case AlterTableStatement alter:
                    foreach (var drop in alter.Actions.OfType<DropConstraintAction>().Where(drop => !drop.IfExists))
                    {
                        if (step.Constraints.FirstOrDefault(constraint => constraint.Name == drop.Name) is { Kind: "CHECK" or "EXCLUDE" } constraint && constraint.AddedIn != migration.Number
                            && !IsNotNullProof(constraint) && !AddsAnew(migration, step, drop.Name))
                            yield return context.Report(migration, drop.Span, alter.Name.Name, $"The {(constraint.Kind == "CHECK" ? "check" : "exclusion constraint")} `{drop.Name}` was written by hand in `{NameOf(context, constraint.AddedIn)}`, and the schema cannot say it: was this drop meant?");
                    }
                    break;
            }
        }
    }

    private static Diagnostic Report(MigrationContext context, ReplayedMigration migration, MigrationStep step, string name, string message) => context
        .Report(migration, MigrationContext.FirstLine(migration, step.Statement.Span), name, message)
        .WithFix(step.Statement is DropStatement { Names.Count: 1 } ? CodeFix.Unsafe("Remove the statement", MigrationContext.Replace(migration, step.Statement.Span, "")) : null);

    private static string NameOf(MigrationContext context, int number) => context.History.Migrations[number].File.Name;

    private static string Describe(ReplayedIndex index) =>
        index.Predicate is not null ? "partial" : index.Elements.Any(element => element.Column is null) ? "on an expression" : index.AreNullsNotDistinct ? "nulls not distinct" : index.Included.Count > 0 ? "with included columns" : "with an operator class";

    // The schema may have taken it over, or a new one takes its place.
    private static bool IsMadeAnew(ReplayedMigration migration, MigrationStep step, ReplayedIndex index) => migration.Steps.Any(other =>
        other.Statement is CreateIndexStatement create
        && (create.Name == index.Name || (step.Table is { } table && create.Table.Name == table.Name && create.Columns.Select(column => column.Column).SequenceEqual(index.Elements.Select(element => element.Column?.Name)))));

    private static bool IsMadeAnew(ReplayedMigration migration, DropStatement drop) => migration.Steps.Any(other => other.Statement is CreateObjectStatement create && create.Kind == drop.Kind && create.Name.Name == drop.Names[0].Name);

    private static bool AddsAnew(ReplayedMigration migration, MigrationStep step, string name) => migration.Steps.Any(other =>
        other.Table == step.Table && other.Statement is AlterTableStatement alter && alter.Actions.Any(action => action is AddConstraintAction { Constraint: { Kind: "CHECK" or "EXCLUDE" } } || (action is AddConstraintAction add && add.Constraint.Name == name)));

    // The scaffold of SET NOT NULL goes when it has done its work.
    private static bool IsNotNullProof(ReplayedConstraint constraint) =>
        constraint.Expression is { } expression && ExpressionText.Parse(expression).Text.EndsWith(" is not null", StringComparison.Ordinal) && constraint.Columns.Count == 1;
}
