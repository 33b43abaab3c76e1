using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds constraints that rows from before them may break.</summary>
public sealed class NotValidatedConstraintRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8006", "not-validated-constraint")
    {
        Title = "Constraint that was never checked against the rows",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            `NOT VALID` adds a constraint without reading the table: new rows are checked, those from before are not. It is half of a
            careful migration; where `VALIDATE CONSTRAINT` never follows, rows without parent and values that should not be stay, the
            planner does not trust the constraint, and a dump may not restore (manual, ALTER TABLE). Prisma's diff does not see the mark.
            `NOT ENFORCED` (PostgreSQL 18) does not even check new rows.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """,
            Clean: """
                model User {
                  id    Int    @id
                  posts Post[]
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  author   User @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id integer PRIMARY KEY);
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL);
                CREATE INDEX "Post_authorId_idx" ON "Post" ("authorId");
                ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
                """,
            Repair = """
                ALTER TABLE "Post" VALIDATE CONSTRAINT "Post_authorId_fkey";
                """,
        },
        WhenNotToUse = "Old rows are known to break the constraint and shall stay as they are. Partitions are judged with their table.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Constraints, Definition.Name))
            return [];
        return from table in context.UserTables
               from constraint in table.Constraints
               where constraint.ParentOid == 0 && (!constraint.IsValidated || !constraint.IsEnforced)
               select context.Report(PlaceOf(context, constraint), "not-valid-constraint", Describe(constraint));
    }

    // The relation field of a foreign key; a check says something about the row.
    private static LivePlace PlaceOf(LiveContext context, DatabaseConstraint constraint) => constraint.Kind == DatabaseConstraintKind.ForeignKey
        ? context.PlaceOf(constraint)
        : context.PlaceOf(constraint.Table) with { Object = constraint.QualifiedName };

    private static string Describe(DatabaseConstraint constraint)
    {
        var kind = constraint.Kind == DatabaseConstraintKind.ForeignKey ? "foreign key" : "check";
        var name = $"The {kind} `{constraint.Name}` of `{constraint.Table.QualifiedName}`";
        var table = SqlNames.Quote(constraint.Table);
        return constraint.IsEnforced
            ? $"{name} is NOT VALID: rows from before it were never checked: `ALTER TABLE {table} VALIDATE CONSTRAINT {SqlNames.Quote(constraint.Name)}`"
            : $"{name} is NOT ENFORCED: no row is checked, and the schema looks as if it were: `ALTER TABLE {table} ALTER CONSTRAINT {SqlNames.Quote(constraint.Name)} ENFORCED`";
    }
}
