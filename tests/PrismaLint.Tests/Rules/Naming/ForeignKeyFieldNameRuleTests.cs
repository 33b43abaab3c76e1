using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ForeignKeyFieldNameRuleTests : RuleTests<ForeignKeyFieldNameRule>
{
    private static string Schema(string column, string relation, string references = "id") => $$"""
        model User {
          id   Int    @id
          uuid String @unique
          code Int    @unique
          posts Post[] @relation("one")
          notes Post[] @relation("two")
          tags  Post[] @relation("three")
        }

        model Post {
          id       Int    @id
          noteId   Int
          note     User   @relation("two", fields: [noteId], references: [id])
          markId   Int
          mark     User   @relation("three", fields: [markId], references: [id])
          {{column}} {{(references == "uuid" ? "String" : "Int")}}
          {{relation}} User @relation("one", fields: [{{column.Trim('[', ']', '|')}}], references: [{{references}}])
        }
        """;

    [Test]
    public void Reports_the_key_and_renames_it_or_the_relation()
    {
        var result = Lint(Schema("[|userId|]", "author"));
        result.Should().Report("Foreign key `Post.userId` of relation `author` is not named after it, expected `authorId`")
            .And.BecomeWhenFixed(Schema("authorId", "author").Replace("authorId Int", "authorId Int @map(\"userId\")", System.StringComparison.Ordinal));
        result.Found[0].Fixes[1].Title.Should().Be("Rename `author` to `user`");
        result.Found[0].Fixes[1].Edits.Should().ContainSingle().Which.NewText.Should().Be("user");
    }

    [TestCase("[|user_id|]", "author", "author_id")]
    [TestCase("[|owner|]", "author", "authorId")]
    public void Expects_the_style_of_the_key(string column, string relation, string expected) =>
        Lint(Schema(column, relation)).Should().Report($"Foreign key `Post.{column.Trim('[', ']', '|')}` of relation `{relation}` is not named after it, expected `{expected}`");

    [Test]
    public void Expects_the_id_that_is_referred_to() =>
        Lint(Schema("[|ownerUuid|]", "author", "uuid")).Should().Report("Foreign key `Post.ownerUuid` of relation `author` is not named after it, expected `authorUuid`");

    [TestCase("authorId", "author")]
    [TestCase("author_id", "author")]
    [TestCase("authorID", "author")]
    [TestCase("author_user_id", "author")]
    [TestCase("groupId", "partnerGroup")]
    [TestCase("partnerGroupId", "group")]
    [TestCase("createdBy", "creator")]
    [TestCase("orgId", "organization")]
    [TestCase("nf_id", "nota_fiscal")]
    [TestCase("orgMembershipId", "organizationMembership")]
    [TestCase("hteamid", "hometeam")]
    public void Accepts_names_that_are_seen_to_belong_together(string column, string relation) => Lint(Schema(column, relation)).Should().ReportNothing();

    [Test]
    public void Accepts_a_key_that_refers_to_something_else_than_an_id() => Lint(Schema("postal", "author", "code")).Should().ReportNothing();

    [Test]
    public void Does_not_judge_what_is_also_in_a_key_of_two_columns_or_is_the_primary_key() =>
        Lint("""
            model Shop {
              id     Int    @id
              orders Order[]
              stock  Stock?
            }

            model Customer {
              id     Int
              shopNo Int
              orders Order[]

              @@id([id, shopNo])
            }

            model Order {
              id       Int      @id
              shopNo   Int
              store    Shop     @relation(fields: [shopNo], references: [id])
              buyerId  Int
              buyer    Customer @relation(fields: [buyerId, shopNo], references: [id, shopNo])
            }

            model Stock {
              number Int  @id
              owner  Shop @relation(fields: [number], references: [id])
            }
            """,
            (ForeignKeyFieldNameRule.Mode, "always"))
        .Should().ReportNothing();

    [Test]
    public void Is_silent_where_the_schema_does_not_follow_the_pattern()
    {
        var schema = Schema("[|userId|]", "author").Replace("noteId", "first", System.StringComparison.Ordinal);
        Lint(schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal).Replace("markId", "second", System.StringComparison.Ordinal))
            .Should().ReportNothing();
        Lint(schema, (ForeignKeyFieldNameRule.Mode, "always")).Found.Should().HaveCount(2);
    }

    [Test]
    public void Accepts_what_is_allowed() => Lint(Schema("userId", "author"), (ForeignKeyFieldNameRule.Allow, "user*")).Should().ReportNothing();

    [Test]
    public void Leaves_relations_with_the_name_of_a_table_alone() =>
        Lint(Schema("author_id", "user").Replace("User", "user", System.StringComparison.Ordinal)).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(Schema("[|userId|]", "author") + "\n\nmodel Broken {\n  id Int @id\n  = 7\n}\n").Should().ReportAtTheMarks();
}
