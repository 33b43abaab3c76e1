using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds foreign keys to columns that are unique among some rows only.</summary>
public sealed class RelationReferencesPartialUniqueRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2003", "relation-references-partial-unique")
    {
        Title = "Foreign key to columns that are unique only under a condition",
        Message = "`{0}` refers to `{1}` of `{2}`, unique only where its `{3}` applies: {4} refuses the foreign key",
        Category = DiagnosticCategory.Relations,
        Contracts = ContractSupport.Full,
        Rationale = """
            A foreign key needs a unique constraint over all rows. Prisma counts a unique with `where` as one; the
            database does not, and the migration that creates the constraint fails.
            """,
        Example = new RuleExample(
            Flagged: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated"
                  previewFeatures = ["partialIndexes"]
                }

                model User {
                  id        Int       @id
                  email     String
                  deletedAt DateTime?
                  mails     Mail[]

                  @@unique([email], where: { deletedAt: null })
                }

                model Mail {
                  id      Int    @id
                  address String
                  user    User   @relation(fields: [address], references: [email])

                  @@index([address])
                }
                """,
            Clean: """
                generator client {
                  provider        = "prisma-client"
                  output          = "../generated"
                  previewFeatures = ["partialIndexes"]
                }

                model User {
                  id        Int       @id
                  email     String
                  deletedAt DateTime?
                  mails     Mail[]

                  @@unique([email], where: { deletedAt: null })
                }

                model Mail {
                  id     Int  @id
                  userId Int
                  user   User @relation(fields: [userId], references: [id])

                  @@index([userId])
                }
                """),
        WhenNotToUse = """
            A condition that only says that the unique columns themselves are not null counts as none. Silent in relation
            mode `prisma`, which makes no constraint.
            """,
    };

    public override bool JudgesModelsOneByOne => true;

    public override IEnumerable<Diagnostic> Analyze(RuleContext context)
    {
        if (context.Schema.RelationMode != RelationMode.ForeignKeys)
            yield break;
        foreach (var key in context.ForeignKeys)
        {
            if (key.Model.IsView || key.Target.IsView || PartialUniques.FindOnlyCover(key.Target, key.References) is not { } partial)
                continue;
            var references = key.RelationField.FindAttribute("relation")?.Find("references");
            yield return Definition
                .At(
                    references is null ? key.RelationField.Location : key.RelationField.LocationOf(references),
                    key.DisplayName,
                    string.Join(", ", key.References.Select(column => column.Name)),
                    key.Target.Name,
                    partial.Attribute.ToString(),
                    context.Connector.DisplayName)
                .On(key.DisplayName)
                .WithRelated(partial.Location, "The condition is declared here");
        }
    }
}
