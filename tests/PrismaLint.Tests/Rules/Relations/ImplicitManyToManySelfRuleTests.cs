using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class ImplicitManyToManySelfRuleTests : RuleTests<ImplicitManyToManySelfRule>
{
    [Test]
    public void Reports_the_end_that_comes_first() =>
        Lint("""
            model User {
              id        Int    @id
              [|following|] User[] @relation("Follow")
              followers User[] @relation("Follow")
            }
            """)
        .Should().Report("The names `following` and `followers` decide which end of this relation of `User` with itself is column `A`")
        .And.OfferNoFix();

    [Test]
    public void Accepts_a_join_model_a_tree_and_two_models() =>
        Lint("""
            model User {
              id       Int     @id
              parentId Int?
              parent   User?   @relation("Tree", fields: [parentId], references: [id])
              children User[]  @relation("Tree")
              groups   Group[]
            }

            model Group {
              id    Int    @id
              users User[]
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model User {\n  id Int @id\n  a User[] @relation(\"F\")\n  b User[] @relation(\"F\")\n  = 7\n}\n").Should().ReportNothing();
}
