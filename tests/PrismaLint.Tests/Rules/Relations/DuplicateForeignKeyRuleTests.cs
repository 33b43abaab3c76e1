using NUnit.Framework;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class DuplicateForeignKeyRuleTests : RuleTests<DuplicateForeignKeyRule>
{
    private static string Schema(string writer, string column = "authorId") => $$"""
        model User {
          id      Int    @id
          posts   Post[] @relation("PostAuthor")
          written Post[] @relation("PostWriter")
        }

        model Post {
          id       Int  @id
          authorId Int
          writerId Int
          author   User @relation("PostAuthor", fields: [authorId], references: [id])
          {{writer}}   User @relation("PostWriter", fields: [{{column}}], references: [id], map: "post_writer_fkey")
        }
        """;

    [Test]
    public void Reports_the_second_relation_over_the_same_columns() =>
        Lint(Schema("[|writer|]"))
            .Should().Report("`Post.writer` repeats the foreign key of `author`: both refer from `authorId` to `id` of `User`")
            .And.OfferNoFix();

    [Test]
    public void Accepts_relations_over_different_columns() => Lint(Schema("writer", "writerId")).Should().ReportNothing();

    [Test]
    public void Takes_the_columns_in_any_order() =>
        Lint("""
            model User {
              org   Int
              id    Int
              posts Post[] @relation("A")
              notes Post[] @relation("B")

              @@id([org, id])
            }

            model Post {
              id     Int  @id
              org    Int
              userId Int
              a      User @relation("A", fields: [org, userId], references: [org, id])
              [|b|]      User @relation("B", fields: [userId, org], references: [id, org], map: "b")
            }
            """)
        .Should().ReportAtTheMarks();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(Schema("writer\n  = 7\n  writer2")).Should().ReportNothing();
}
