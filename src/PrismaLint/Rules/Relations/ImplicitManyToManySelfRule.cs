using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds implicit many-to-many relations from a model to itself.</summary>
public sealed class ImplicitManyToManySelfRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2013", "implicit-many-to-many-self")
    {
        Title = "Implicit many-to-many relation from a model to itself",
        Message = "The names `{0}` and `{1}` decide which end of this relation of `{2}` with itself is column `A`",
        Category = DiagnosticCategory.Relations,
        Rationale = """
            The join table that Prisma keeps has the columns `A` and `B`, given to the two fields by the alphabetical order
            of their names. Both columns refer to the same model, so renaming a field may swap their meaning: who follows
            becomes who is followed, in every row stored so far and without an error. A join model says which column is
            which.
            """,
        Example = new RuleExample(
            Flagged: """
                model User {
                  id        Int    @id
                  followers User[] @relation("Follow")
                  following User[] @relation("Follow")
                }
                """,
            Clean: """
                model User {
                  id        Int      @id
                  followers Follow[] @relation("Followed")
                  following Follow[] @relation("Follower")
                }

                model Follow {
                  followerId Int
                  follower   User @relation("Follower", fields: [followerId], references: [id])
                  followedId Int
                  followed   User @relation("Followed", fields: [followedId], references: [id])

                  @@id([followerId, followedId])
                  @@index([followedId])
                }
                """),
        WhenNotToUse = "The relation is symmetric, and the application reads both lists together.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from relation in context.Relations
        where relation.Kind == RelationKind.ImplicitManyToMany && relation.IsSelfRelation && !relation.Fields.Any(side => side.IsIgnored)
        let sides = RelationEdits.InTextOrder(relation)
        select Definition
            .At(sides[0].Location, sides[0].Name, sides[sides.Count - 1].Name, sides[0].Owner.Name)
            .On(sides[0].DisplayName)
            .WithRelated(sides[sides.Count - 1].Location, "The other end of the relation");
}
