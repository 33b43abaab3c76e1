using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class OptionalRelationRequiredKeyRuleTests : RuleTests<OptionalRelationRequiredKeyRule>
{
    private static string Schema(string column, string type) => $$"""
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id     Int   @id
          userId {{column}}
          user   {{type}} @relation(fields: [userId], references: [id]) // author
        }
        """;

    [Test]
    public void Reports_the_optional_type_and_makes_it_required() =>
        Lint(Schema("Int", "[|User?|]"))
            .Should().Report("`Post.user` is optional although `userId` is required and always refers to a `User`")
            .And.BecomeWhenFixed(Schema("Int", "User"));

    [Test]
    public void Accepts_a_relation_as_optional_as_its_key()
    {
        Lint(Schema("Int?", "User?")).Should().ReportNothing();
        Lint(Schema("Int", "User")).Should().ReportNothing();
    }

    [Test]
    public void Accepts_a_compound_key_that_is_partly_optional() =>
        Lint("""
            model User {
              org   Int
              id    Int
              posts Post[]

              @@id([org, id])
            }

            model Post {
              id     Int   @id
              org    Int
              userId Int?
              user   User? @relation(fields: [org, userId], references: [org, id])
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Says_nothing_without_constraints() =>
        Lint("datasource db {\n  provider = \"mysql\"\n  url = env(\"U\")\n  relationMode = \"prisma\"\n}\n\n" + Schema("Int", "User?")).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() => Lint(Schema("Int\n  = 7", "User?")).Should().ReportNothing();
}
