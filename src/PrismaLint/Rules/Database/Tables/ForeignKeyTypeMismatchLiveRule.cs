using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds foreign keys whose columns have another type than what they refer to.</summary>
public sealed class ForeignKeyTypeMismatchLiveRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8031", "foreign-key-type-mismatch-live")
    {
        Title = "Foreign key of another type than its target",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            PostgreSQL accepts a foreign key whose type differs from its target's as long as the two can be compared. The narrower column
            then refuses keys that exist, on the day when the first of them comes; and joins convert one side, which can keep the
            planner from an index. Prisma compares each column with the schema, and not the two with each other.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    BigInt @id
                  posts Post[]
                }

                model Post {
                  id       Int    @id
                  authorId BigInt
                  author   User   @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """,
            Clean: """
                model User {
                  id    BigInt @id
                  posts Post[]
                }

                model Post {
                  id       Int    @id
                  authorId BigInt
                  author   User   @relation(fields: [authorId], references: [id])

                  @@index([authorId])
                }
                """)
        {
            Database = """
                CREATE TABLE "User" (id bigint PRIMARY KEY);
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE);
                CREATE INDEX "Post_authorId_idx" ON "Post" ("authorId");
                """,
            Repair = """
                ALTER TABLE "Post" ALTER COLUMN "authorId" TYPE bigint;
                """,
        },
        WhenNotToUse = """
            Text that refers to text of another length is a suggestion as long as the referring column is not the shorter one; domains are
            left out. Where PL2001 or PL2002 say the same from the schema, this finding takes their place.
            """,
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Constraints, Definition.Name) || !context.Has(EvidenceSource.Columns, Definition.Name))
            yield break;
        foreach (var key in context.UserTables.SelectMany(table => table.ForeignKeys).Where(key => key.ParentOid == 0))
        {
            foreach (var (own, target) in key.Columns.Zip(key.TargetColumns, (own, target) => (key.Table.FindColumn(own), key.Target?.FindColumn(target))))
            {
                if (own is null || target is null || own.TypeKind == "d" || target.TypeKind == "d" || (own.TypeOid == target.TypeOid && own.TypeModifier == target.TypeModifier))
                    continue;
                yield return context.Report(
                    context.PlaceOf(own),
                    "fk-type-mismatch",
                    $"`{own.QualifiedName}` is `{own.Type}` and refers to `{target.QualifiedName}`, which is `{target.Type}`: `ALTER TABLE {SqlNames.Quote(own.Table)} ALTER COLUMN {SqlNames.Quote(own.Name)} TYPE {target.Type}`")
                    with { Severity = IsHarmless(own, target) ? DiagnosticSeverity.Suggestion : DiagnosticSeverity.Warning, Supersedes = ["PL2001", "PL2002"] };
            }
        }
    }

    private static bool IsHarmless(DatabaseColumn own, DatabaseColumn target) => IsText(own) && IsText(target)
        && (own.TypeModifier < 0 || (target.TypeModifier >= 0 && own.TypeModifier >= target.TypeModifier));

    private static bool IsText(DatabaseColumn column) => column.TypeName is "text" or "varchar";
}
