using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Drift;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Drift;

public sealed class ChangedForeignKeyRuleTests : LiveRuleTests<ChangedForeignKeyRule>
{
    private const string Schema = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          [|author|]   User @relation(fields: [authorId], references: [id])
        }
        """;

    private const string Unmarked = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }
        """;

    private static string Emulated => "datasource db {\n  provider     = \"postgresql\"\n  relationMode = \"prisma\"\n}\n\n" + Unmarked;

    [Test]
    public void Reports_a_key_that_deletes_what_the_schema_keeps()
    {
        var found = Lint(Schema, database => database.Table("Post").Constraint("Post_authorId_fkey")["ondelete"] = "c");
        found.Should().Report("the foreign key `Post_authorId_fkey` of `public.Post` is not what the relation says: ON DELETE CASCADE, and the schema says RESTRICT: a delete of a User also deletes its Post rows");
        found.Found.Should().OnlyContain(one => one.Severity == DiagnosticSeverity.Error);
    }

    [Test]
    public void Reports_a_key_that_keeps_what_the_schema_deletes() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              [|author|]   User @relation(fields: [authorId], references: [id], onDelete: Cascade)
            }
            """, database => database.Table("Post").Constraint("Post_authorId_fkey")["ondelete"] = "a")
        .Should().Report("the foreign key `Post_authorId_fkey` of `public.Post` is not what the relation says: ON DELETE NO ACTION, and the schema says CASCADE: a delete of a User with Post rows fails")
        .And.BecomeWhenFixed("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id], onDelete: NoAction)
            }
            """);

    [TestCase("ondelete", "a")]
    [TestCase("onupdate", "a")]
    [TestCase("deferrable", true)]
    [TestCase("match", "f")]
    public void Takes_what_hardly_differs_lightly(string property, object value) =>
        Lint(Unmarked, database => database.Table("Post").Constraint("Post_authorId_fkey")[property] = value)
        .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Folds_that_for_a_model() =>
        Lint("""
            model User {
              id    Int    @id
              a     Post[] @relation("A")
              b     Post[] @relation("B")
            }

            model Post {
              id  Int  @id
              aId Int
              [|a|]   User @relation("A", fields: [aId], references: [id])
              bId Int
              b   User @relation("B", fields: [bId], references: [id])
            }
            """, database =>
        {
            database.Table("Post").Constraint("Post_aId_fkey")["onupdate"] = "a";
            database.Table("Post").Constraint("Post_bId_fkey")["onupdate"] = "r";
        }).Should().Report("foreign keys of `Post` differ little from the schema: `Post_aId_fkey` is ON UPDATE NO ACTION for CASCADE; `Post_bId_fkey` is ON UPDATE RESTRICT for CASCADE");

    [Test]
    public void Weighs_an_action_that_is_written() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id], onUpdate: Cascade)
            }
            """, database => database.Table("Post").Constraint("Post_authorId_fkey")["onupdate"] = "a")
        .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);

    [Test]
    public void Reports_a_key_that_is_not_enforced() =>
        Lint(Unmarked, database => database.Table("Post").Constraint("Post_authorId_fkey")["enforced"] = false)
        .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);

    [Test]
    public void Reports_a_key_to_another_place() =>
        Lint(Schema, database =>
        {
            database.Table("Post").DropConstraint("Post_authorId_fkey");
            database.Table("Post").AddForeignKey("other", ["authorId"], database.Table("Post"), ["id"]);
        }).Should().Report("the foreign key `other` of `public.Post` is not what the relation says: it refers from (authorId) to `public.Post` (id), not to (id) of `User`");

    [Test]
    public void Leaves_unvalidated_keys_names_and_emulated_relations_alone()
    {
        Lint(Unmarked, database =>
        {
            database.Table("Post").Constraint("Post_authorId_fkey")["validated"] = false;
            database.Table("Post").Constraint("Post_authorId_fkey")["name"] = "fk";
        }).Should().ReportNothing();
        Lint(Emulated, database => database.Table("Post").AddForeignKey("fk", ["authorId"], database.Table("User"), ["id"], Connectors.ReferentialAction.Cascade)).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_constraints()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Constraints)).Should().ReportNothing();

        NotJudged.Should().Equal("changed-foreign-key: the role may not read constraints");
    }
}
