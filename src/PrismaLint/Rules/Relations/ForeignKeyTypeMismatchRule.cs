using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds foreign key columns whose type the database does not compare with the type referred to.</summary>
public sealed class ForeignKeyTypeMismatchRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2001", "foreign-key-type-mismatch")
    {
        Title = "Foreign key of another type than the key it refers to",
        Message = "`{0}` is `{1}`, and `{2}`, which it refers to, is `{3}`: {4} refuses the foreign key",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.FindingsOnly,
        Rationale = """
            Prisma compares the scalar types of the two columns and not the native ones. The schema validates, and the
            migration fails when it creates the constraint: `text` and `uuid` have no common comparison on PostgreSQL,
            and MySQL wants integers of the same size and sign.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id    String @id @db.Uuid
                  posts Post[]
                }

                model Post {
                  id     String @id @db.Uuid
                  userId String
                  user   User   @relation(fields: [userId], references: [id])

                  @@index([userId])
                }
                """,
            Clean: """
                model User {
                  id    String @id @db.Uuid
                  posts Post[]
                }

                model Post {
                  id     String @id @db.Uuid
                  userId String @db.Uuid
                  user   User   @relation(fields: [userId], references: [id])

                  @@index([userId])
                }
                """),
        WhenNotToUse = """
            Silent in relation mode `prisma`, which makes no constraint, on SQLite, which compares any types, and for
            types that are not known. Lengths of strings may differ; a shorter or narrower key is PL2002.
            """,
        Fix = """
            Gives the foreign key's column the native type that it refers to. Safe: as the types stand, the constraint
            cannot be created. A column that exists already changes its type with the next migration.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.RelationMode != RelationMode.ForeignKeys)
            yield break;
        foreach (var key in context.ForeignKeys)
        {
            if (key.Model.IsView || key.Target.IsView || key.Model.IsIgnored)
                continue;
            for (var i = 0; i < key.Fields.Count && i < key.References.Count; i++)
            {
                FieldSymbol column = key.Fields[i], reference = key.References[i];
                var family = KeyColumnType.Of(column, context.Provider).Family;
                var expected = KeyColumnType.Of(reference, context.Provider).Family;
                if (family is null || expected is null || family == expected || column.Scalar != reference.Scalar)
                    continue;
                yield return Definition
                    .At(
                        column.NativeType?.Attribute.Location ?? column.LocationOf(column.Type),
                        column.DisplayName,
                        KeyColumnType.Describe(column, context.Connector),
                        reference.DisplayName,
                        KeyColumnType.Describe(reference, context.Connector),
                        context.Connector.DisplayName)
                    .On(column.DisplayName)
                    .WithRelated(reference.Location, $"`{reference.DisplayName}` is declared here")
                    .WithFix(TypeEdits.CopyNativeType(reference, column));
            }
        }
    }
}
