using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class NameDriftRuleTests : LiveRuleTests<NameDriftRule>
{
    private const string Unmarked = """
        model User {
          id    Int    @id
          email String @unique
        }
        """;

    [Test]
    public void Reports_one_name_at_its_attribute_and_writes_it_down() =>
        Lint("""
            model User {
              id    Int    @id
              email String [|@unique|]
            }
            """, database => database.Table("User").SetIndex("User_email_key", "name", "uq"))
        .Should().Report("names on `public.User` are not those of the schema: `uq` for `User_email_key`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              email String @unique(map: "uq")
            }
            """);

    [Test]
    public void Folds_those_of_a_model() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model [|Post|] {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id])
            }
            """, database =>
        {
            database.Table("Post").SetIndex("Post_pkey", "name", "pk");
            database.Table("Post").Constraint("Post_authorId_fkey")["name"] = "fk";
        }).Should().Report("names on `public.Post` are not those of the schema: `pk` for `Post_pkey`, `fk` for `Post_authorId_fkey`")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id(map: "pk")
              authorId Int
              author   User @relation(fields: [authorId], references: [id], map: "fk")
            }
            """);

    [Test]
    public void Leaves_another_structure_to_its_rule() =>
        Lint(Unmarked, database => database.Table("User").SetIndex("User_email_key", "name", "uq").SetIndex("uq", "pred", "(id > 0)")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_indexes()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();

        NotJudged.Should().Equal("name-drift: the role may not read indexes");
    }
}
