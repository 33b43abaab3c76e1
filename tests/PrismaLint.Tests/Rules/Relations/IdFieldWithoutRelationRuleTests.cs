using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class IdFieldWithoutRelationRuleTests : RuleTests<IdFieldWithoutRelationRule>
{
    private static string Schema(string column, string model = "Post", string target = "User") => $$"""
        model {{target}} {
          id Int @id
        }

        model {{model}} {
          id Int @id
          {{column}}
        }
        """;

    [Test]
    public void Reports_the_field_and_adds_both_ends() =>
        Lint("""
            model User {
              id   Int    @id
              name String // shown

              @@map("users")
            }

            model Post {
              id     Int  @id
              [|userId|] Int? // author
              title  String @default("x")
            }
            """)
        .Should().Report("`Post.userId` is named for the id of `User`, and no relation says so")
        .And.BecomeWhenFixed("""
            model User {
              id   Int    @id
              name String // shown
              posts Post[]

              @@map("users")
            }

            model Post {
              id     Int  @id
              userId Int? // author
              user   User? @relation(fields: [userId], references: [id])
              title  String @default("x")
            }
            """);

    [Test]
    public void Adds_a_relation_to_one_where_the_field_is_unique() =>
        Lint("model User {\n  id Int @id\n}\n\nmodel Profile {\n  id Int @id\n  [|user_id|] Int @unique\n}")
            .ReportAtTheMarks()
            .And.BecomeWhenFixed("model User {\n  id Int @id\n  profile Profile?\n}\n\nmodel Profile {\n  id Int @id\n  user_id Int @unique\n  user    User @relation(fields: [user_id], references: [id])\n}");

    [Test]
    public void Names_a_second_relation_and_keeps_cascades_apart_where_they_may_not_meet() =>
        Lint(
            "model User {\n  id Int @id\n  written Post[]\n}\n\nmodel Post {\n  id Int @id\n  authorId Int\n  author User @relation(fields: [authorId], references: [id])\n  [|userId|] Int\n}",
            Provider.SqlServer)
            .ReportAtTheMarks()
            .And.BecomeWhenFixed(
                "model User {\n  id Int @id\n  written Post[]\n  posts   Post[] @relation(\"Post_userId\")\n}\n\nmodel Post {\n  id Int @id\n  authorId Int\n  author User @relation(fields: [authorId], references: [id])\n  userId Int\n  user   User @relation(\"Post_userId\", fields: [userId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n}");

    [TestCase("user Int\n  [|userId|] Int")]
    public void Offers_no_fix_where_a_name_is_taken(string columns) => Lint(Schema(columns)).ReportAtTheMarks().And.OfferNoFix();

    [TestCase("Users", "user_id")]
    [TestCase("user", "userId")]
    [TestCase("users", "userID")]
    public void Finds_the_model_in_any_style_and_number(string target, string name) => Lint(Schema($"[|{name}|] Int", "Post", target)).ReportAtTheMarks();

    [TestCase("userId String")]
    [TestCase("userId BigInt")]
    [TestCase("userId Int @db.SmallInt")]
    [TestCase("userId Int[]")]
    [TestCase("userId Int @ignore")]
    [TestCase("userId Int @default(0)")]
    [TestCase("userId Int // no fk, the user may go")]
    [TestCase("/// Their Stripe account.\n  userId Int")]
    [TestCase("userId Int\n  userType String")]
    [TestCase("teamId Int")]
    [TestCase("paid Int")]
    [TestCase("userId Int\n  x Missing")]
    public void Accepts_other_types_and_names(string columns) => Lint(Schema(columns)).Should().ReportNothing();

    [Test]
    public void Accepts_a_field_of_a_relation() =>
        Lint("model User {\n  id Int @id\n  posts Post[]\n}\n\nmodel Post {\n  id Int @id\n  userId Int\n  author User @relation(fields: [userId], references: [id])\n}")
            .Should().ReportNothing();

    [TestCase("AuditLog")]
    [TestCase("UserHistory")]
    [TestCase("LoginEvent")]
    public void Leaves_rows_alone_that_outlive_what_they_name(string model) => Lint(Schema("userId Int", model)).Should().ReportNothing();

    [Test]
    public void Knows_ids_of_other_systems() => Lint(Schema("sessionId Int", "Visit", "Session")).Should().ReportNothing();

    [Test]
    public void Takes_other_names_of_ids_fields_and_models()
    {
        Lint(Schema("[|sessionId|] Int", "Visit", "Session"), (ExternalIds.Names, "traceid")).ReportAtTheMarks();
        Lint(Schema("userId Int"), (IdFieldWithoutRelationRule.IgnoredFields, "Post.userId")).Should().ReportNothing();
        Lint(Schema("userId Int"), (IdFieldWithoutRelationRule.IgnoredModels, "Post")).Should().ReportNothing();
    }

    [Test]
    public void Accepts_a_name_that_two_models_share() => Lint("model Users {\n  id Int @id\n}\n\n" + Schema("userId Int")).Should().ReportNothing();

    [Test]
    public void Reports_a_habit_once() =>
        Lint("model User {\n  id Int @id\n}\n\nmodel A {\n  id Int @id\n  [|userId|] Int\n}\n\nmodel B {\n  id Int @id\n  userId Int\n  aId Int\n}\n\nmodel C {\n  id Int @id\n  userId Int\n}")
            .Should().Report("`A.userId` and 3 more fields are named for the id of another model, and no relation says so").And.OfferNoFix();
}
