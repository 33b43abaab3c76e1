using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class ImplicitManyToManyRuleTests : RuleTests<ImplicitManyToManyRule>
{
    [Test]
    public void Reports_the_end_that_comes_first() =>
        Lint("""
            model Tag {
              id    Int    @id
              [|posts|] Post[]
            }

            model Post {
              id   Int   @id
              tags Tag[]
            }
            """)
        .Should().Report("The many-to-many relation of `Tag.posts` and `Post.tags` has no model for its join table")
        .And.OfferNoFix();

    [Test]
    public void Leaves_relations_of_a_model_with_itself_to_their_own_rule() =>
        Lint("model User {\n  id Int @id\n  a User[] @relation(\"F\")\n  b User[] @relation(\"F\")\n}\n").Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model Tag {\n  id Int @id\n  posts Post[]\n  = 7\n}\n\nmodel Post {\n  id Int @id\n  tags Tag[]\n}\n").Should().ReportNothing();
}
