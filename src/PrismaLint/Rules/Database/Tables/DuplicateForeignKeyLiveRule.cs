using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Tables;

/// <summary>Finds foreign keys that the database has twice.</summary>
public sealed class DuplicateForeignKeyLiveRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8032", "duplicate-foreign-key-live")
    {
        Title = "Foreign key that is there twice",
        Category = DiagnosticCategory.Database,
        Preset = RulePreset.Recommended,
        Rationale = """
            Two constraints over the same columns with the same target: every write is checked twice, and where their actions differ
            the stricter one wins unseen: with `CASCADE` in one and `RESTRICT` in the other the delete fails. It comes about where a constraint was
            made by hand before a migration made it again under Prisma's name; Prisma's diff calls it a renaming.
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
                CREATE TABLE "Post" (id integer PRIMARY KEY, "authorId" integer NOT NULL,
                  CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
                  CONSTRAINT fk_author FOREIGN KEY ("authorId") REFERENCES "User" (id));
                CREATE INDEX "Post_authorId_idx" ON "Post" ("authorId");
                """,
            Repair = """
                ALTER TABLE "Post" DROP CONSTRAINT fk_author;
                """,
        },
        WhenNotToUse = "There is hardly a reason. Where PL2011 says the same of two relations, this finding takes its place.",
    };

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Constraints, Definition.Name))
            yield break;
        foreach (var table in context.UserTables)
        {
            foreach (var group in table.ForeignKeys.Where(key => key.ParentOid == 0).GroupBy(Signature, StringComparer.Ordinal))
            {
                // What the schema declares stays, the first declaration first.
                DatabaseConstraint[] keys = [.. group.OrderBy(key => context.Map.KeyOf(key)?.RelationField.Location.Span.Start ?? int.MaxValue).ThenBy(key => key.Name, StringComparer.Ordinal)];
                foreach (var surplus in keys.Skip(1))
                    yield return Report(context, keys[0], surplus);
            }
        }
    }

    private static Diagnostic Report(LiveContext context, DatabaseConstraint stays, DatabaseConstraint surplus)
    {
        // The copy of a declared key is declared by the same relation.
        var place = context.Map.KeyOf(surplus) is { } own ? LiveContext.PlaceOf(own) : context.PlaceOf(stays) with { Object = surplus.QualifiedName };
        var differ = surplus.OnDelete != stays.OnDelete || surplus.OnUpdate != stays.OnUpdate
            ? $", with other actions (ON DELETE {surplus.OnDelete} against {stays.OnDelete}, ON UPDATE {surplus.OnUpdate} against {stays.OnUpdate})"
            : "";
        return context.Report(
            place,
            "duplicate-fk",
            $"The foreign key `{surplus.Name}` of `{surplus.Table.QualifiedName}` repeats `{stays.Name}` over `{string.Join(", ", stays.Columns)}`{differ}: `ALTER TABLE {SqlNames.Quote(surplus.Table)} DROP CONSTRAINT {SqlNames.Quote(surplus.Name)}`")
            with { Supersedes = ["PL2011"] };
    }

    // The pairs of columns count, not their order.
    private static string Signature(DatabaseConstraint key) =>
        key.TargetOid + ":" + string.Join(",", key.ColumnNumbers.Zip(key.TargetColumnNumbers, (own, target) => own + ">" + target).OrderBy(pair => pair, StringComparer.Ordinal));
}
