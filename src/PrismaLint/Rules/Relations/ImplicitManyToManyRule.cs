using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Relations;

/// <summary>Finds many-to-many relations without a model of their own.</summary>
public sealed class ImplicitManyToManyRule() : Rule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL2014", "implicit-many-to-many")
    {
        Title = "Many-to-many relation without a join model",
        Message = "The many-to-many relation of `{0}` and `{1}` has no model for its join table",
        Category = DiagnosticCategory.Relations,
        Preset = RulePreset.All,
        Rationale = """
            Prisma keeps the join table by itself: it has no name of the team's choosing, cannot get columns such as the
            time or the author of a link, and is out of reach of `@@map`, indexes and referential actions. Before Prisma 6
            it also had no primary key, which managed databases and logical replication ask for.
            """,
        Example = new RuleExample(
            Flagged: """
                model Post {
                  id   Int   @id
                  tags Tag[]
                }

                model Tag {
                  id    Int    @id
                  posts Post[]
                }
                """,
            Clean: """
                model Post {
                  id   Int       @id
                  tags PostTag[]
                }

                model Tag {
                  id    Int       @id
                  posts PostTag[]
                }

                model PostTag {
                  postId Int
                  post   Post @relation(fields: [postId], references: [id])
                  tagId  Int
                  tag    Tag  @relation(fields: [tagId], references: [id])

                  @@id([postId, tagId])
                  @@index([tagId])
                }
                """),
        WhenNotToUse = "A policy: most links need no columns of their own. Relations of a model with itself are PL2013.",
    };

    public override IEnumerable<Diagnostic> Analyze(RuleContext context) =>
        from relation in context.Relations
        where relation.Kind == RelationKind.ImplicitManyToMany && !relation.IsSelfRelation && !relation.Fields.Any(side => side.IsIgnored)
        let sides = RelationEdits.InTextOrder(relation)
        select Definition
            .At(sides[0].Location, sides[0].DisplayName, sides[sides.Count - 1].DisplayName)
            .On(sides[0].DisplayName)
            .WithRelated(sides[sides.Count - 1].Location, "The other end of the relation");
}
