using System;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class FieldNameCaseRuleTests : RuleTests<FieldNameCaseRule>
{
    private const string EightInCamelCase = """
        model User {
          id         Int      @id
          firstName  String
          lastName   String
          postalCode String
          cityName   String
          birthDate  DateTime
          createdAt  DateTime
          updatedAt  DateTime
          lastSeenAt DateTime
          posts      Post[]
        }


        """;

    [Test]
    public void Reports_an_outlier_and_renames_it_wherever_it_stands() =>
        Lint(EightInCamelCase + """
            model Post {
              id      Int    @id
              [|user_id|] Int
              slug    String
              user    User   @relation(fields: [user_id], references: [id])

              @@unique([user_id, slug])
              @@index([user_id(sort: Desc)])
            }
            """)
        .Should().Report("Field `Post.user_id` is not in camelCase, the style of 8 of 9 compound names")
        .And.BecomeWhenFixed(EightInCamelCase + """
            model Post {
              id      Int    @id
              userId Int @map("user_id")
              slug    String
              user    User   @relation(fields: [userId], references: [id])

              @@unique([userId, slug])
              @@index([userId(sort: Desc)])
            }
            """);

    [Test]
    public void Renames_a_key_in_the_relations_that_refer_to_it() =>
        Lint("""
            model User {
              [|user_id|] Int    @id @map("uid")
              posts   Post[]
            }

            model Post {
              id     Int  @id
              userId Int
              user   User @relation(fields: [userId], references: [user_id])
            }
            """,
            (FieldNameCaseRule.Style, "camel"))
        .Should().Report("Field `User.user_id` is not in camelCase")
        .And.BecomeWhenFixed("""
            model User {
              userId Int    @id @map("uid")
              posts   Post[]
            }

            model Post {
              id     Int  @id
              userId Int
              user   User @relation(fields: [userId], references: [userId])
            }
            """);

    [Test]
    public void Reports_fields_with_one_foreign_prefix_once() =>
        Lint(EightInCamelCase + """
            model Post {
              id           Int     @id
              [|utm_source|]   String?
              utm_medium   String?
              utm_campaign String?
              user         User    @relation(fields: [userId], references: [id])
              userId       Int
              createdAt    DateTime
              updatedAt    DateTime
              publishedAt  DateTime
              reviewedAt   DateTime
              reviewedBy   String
              approvedAt   DateTime
              approvedBy   String
              rejectedAt   DateTime
              rejectedBy   String
            }
            """)
        .Should().Report("Field `Post.utm_source` is not in camelCase, the style of 18 of 21 compound names");

    [Test]
    public void Does_not_look_at_relation_fields() =>
        Lint(EightInCamelCase + """
            model Post {
              id       Int  @id
              userId   Int
              the_user User @relation(fields: [userId], references: [id])
            }
            """)
        .Should().ReportNothing();

    [TestCase("address1")]
    [TestCase("v1_2")]
    [TestCase("type_")]
    [TestCase("userID")]
    public void Accepts_names_that_only_look_foreign(string name) =>
        Lint(EightInCamelCase + $$"""
            model Post {
              id     Int    @id
              {{name}} String
              user   User   @relation(fields: [id], references: [id])
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(EightInCamelCase.Replace("  posts      Post[]\n", "", StringComparison.Ordinal) + """
            model Broken {
              id   Int @id
              = 7
              some_name String
            }

            model Post {
              id      Int @id
              [|user_id|] Int
            }
            """)
        .Should().ReportAtTheMarks();

    [Test]
    public void Judges_fields_of_composite_types_without_a_fix() =>
        Lint("""
            type Address {
              [|postal_code|] String
            }

            model User {
              id      String  @id @map("_id")
              address Address
            }
            """,
            Provider.MongoDb,
            (FieldNameCaseRule.Style, "camel"))
        .Should().Report("Field `Address.postal_code` is not in camelCase").And.OfferNoFix();

    [Test]
    public void Leaves_tables_of_the_database_alone() =>
        Lint("model User {\n  id Int @id\n}\n\nmodel sqlite_stat1 {\n  id Int @id\n  tbl_name String\n}\n", Provider.Sqlite, (FieldNameCaseRule.Style, "camel"))
            .Should().ReportNothing();

    [Test]
    public void Accepts_names_that_are_allowed() =>
        Lint(EightInCamelCase + "model Post {\n  id Int @id\n  row_version Int\n  user User @relation(fields: [id], references: [id])\n}\n", (FieldNameCaseRule.Allow, "row_*"))
            .Should().ReportNothing();
}
