using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds one-to-one relations whose foreign key is unique among some rows only.</summary>
public sealed class OneToOneOnPartialUniqueRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2004", "one-to-one-on-partial-unique")
    {
        Title = "One-to-one relation that is one-to-many outside a condition",
        Message = "`{0}` stands for one `{1}`, but `{2}` is unique only where its `{3}` applies",
        Category = DiagnosticCategory.Relations,
        Rationale = """
            The condition of the unique leaves rows out. Several of them may point to the same row, and the client, which
            knows a single object on this side, returns any one of them.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated"
                  previewFeatures = ["partialIndexes"]
                }

                model User {
                  id      Int      @id
                  profile Profile?
                }

                model Profile {
                  id        Int       @id
                  userId    Int
                  user      User      @relation(fields: [userId], references: [id])
                  deletedAt DateTime?

                  @@unique([userId], where: { deletedAt: null })
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated"
                  previewFeatures = ["partialIndexes"]
                }

                model User {
                  id       Int       @id
                  profiles Profile[]
                }

                model Profile {
                  id        Int       @id
                  userId    Int
                  user      User      @relation(fields: [userId], references: [id])
                  deletedAt DateTime?

                  @@unique([userId], where: { deletedAt: null })
                }
                """),
        WhenNotToUse = """
            The application reads the relation only together with the condition. A condition that only says that the
            unique columns themselves are not null counts as none.
            """,
        Fix = "Makes the other side a list. Unsafe: the client's API changes.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        foreach (var relation in context.Relations)
        {
            if (relation is not { Kind: RelationKind.OneToOne, ForeignKey: { } key, Back: { } back })
                continue;
            if (key.Model.IsView || PartialUniques.FindOnlyCover(key.Model, key.Fields) is not { } partial)
                continue;
            yield return Definition
                .At(back.LocationOf(back.Type), back.DisplayName, key.Model.Name, key.Model.Name + "." + key.FieldList, partial.Attribute.ToString())
                .On(back.DisplayName)
                .WithRelated(partial.Location, "The condition is declared here")
                .WithFix(CodeFix.Unsafe($"Make `{back.DisplayName}` a list", SchemaEdits.Replace(back.Tree.Source, back.Type, back.Type.Name.Text + "[]")));
        }
    }
}
