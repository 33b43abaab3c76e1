using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Sql;

namespace PrismaLint.Rules.Migrations;

/// <summary>Finds constraints that are checked against all rows while writes wait.</summary>
public sealed class ConstraintCheckedUnderLockRule() : MigrationRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL9005", "constraint-checked-under-lock")
    {
        Title = "Constraint checked while everybody waits",
        Category = DiagnosticCategory.Migrations,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Preset = RulePreset.Recommended,
        Rationale = """
            A new foreign key holds SHARE ROW EXCLUSIVE on both tables while every row is looked up: writes to either wait. A new `CHECK` holds ACCESS EXCLUSIVE
            while every row is checked, a new `UNIQUE`, `PRIMARY KEY` or `EXCLUDE` while its index is built. Each can be had in two steps:

            - `ADD CONSTRAINT … NOT VALID` checks only new rows and holds its lock for a moment; `VALIDATE CONSTRAINT`, in a later migration, reads the rest under a lock
              that lets writes through. Both in one migration are one transaction, which keeps the first lock until the end.
            - `CREATE UNIQUE INDEX CONCURRENTLY`, then `ADD CONSTRAINT … UNIQUE USING INDEX …`.

            Prisma itself writes every foreign key in one step, hence a suggestion.
            """,
        Example = new RuleExample(
            Flagged: """
                ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id");
                """,
            Clean: """
                ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") NOT VALID;
                """)
        {
            Before = """
                CREATE TABLE "User" ("id" INTEGER PRIMARY KEY);
                CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY, "authorId" INTEGER);
                """,
        },
        Fix = "Unsafe: adds `NOT VALID` to a foreign key or check. The rows that are there stay unchecked until a later migration says `VALIDATE CONSTRAINT`.",
    };

    protected override IEnumerable<Diagnostic> Judge(MigrationContext context)
    {
        foreach (var (migration, step, alter, action) in context.ActionsOnOldTables)
        {
            switch (action)
            {
                case AddConstraintAction { Constraint: { Kind: "FOREIGN KEY", IsNotValid: false } key }:
                    yield return Report(context, migration, alter, action, key, $"looks up every row of `{alter.Name}` in `{key.Target}` under SHARE ROW EXCLUSIVE: writes to both wait").WithFix(NotValid(migration, action));
                    break;
                case AddConstraintAction { Constraint: { Kind: "CHECK", IsNotValid: false } check }:
                    yield return Report(context, migration, alter, action, check, $"checks every row of `{alter.Name}` under ACCESS EXCLUSIVE: reads and writes wait").WithFix(NotValid(migration, action));
                    break;
                case AddConstraintAction { Constraint: { Kind: "UNIQUE" or "PRIMARY KEY" or "EXCLUDE", Index: null } key }:
                    var way = key.Kind == "EXCLUDE" ? "" : $". `CREATE UNIQUE INDEX CONCURRENTLY` and `ADD CONSTRAINT … {key.Kind} USING INDEX` does not";
                    yield return context.Report(migration, action.Span, alter.Name.Name, $"`{key.Kind}`{Named(key)} builds its index on `{alter.Name}` under ACCESS EXCLUSIVE: reads and writes wait{way}");
                    break;
                case ValidateConstraintAction validate when step.Constraints.Any(constraint => constraint.Name == validate.Name && constraint.AddedIn == migration.Number):
                    yield return context.Report(migration, action.Span, alter.Name.Name, $"`{validate.Name}` is added and validated in one migration, which is one transaction: the first lock stays until the end. Validate it in the next migration");
                    break;
            }
        }
    }

    private static Diagnostic Report(MigrationContext context, ReplayedMigration migration, AlterTableStatement alter, TableAction action, TableConstraint constraint, string what) =>
        context.Report(migration, action.Span, alter.Name.Name, $"`{constraint.Kind}`{Named(constraint)} {what}. `NOT VALID` here and `VALIDATE CONSTRAINT` in a later migration do not block");

    private static string Named(TableConstraint constraint) => constraint.Name is null ? "" : $" `{constraint.Name}`";

    private static CodeFix NotValid(ReplayedMigration migration, TableAction action) =>
        CodeFix.Unsafe("Add `NOT VALID`, to be validated by a later migration", MigrationContext.Insert(migration, action.Span.End, " NOT VALID"));
}
