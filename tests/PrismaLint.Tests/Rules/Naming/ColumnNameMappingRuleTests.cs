using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ColumnNameMappingRuleTests : RuleTests<ColumnNameMappingRule>
{
    private static string Model(string field) => $"model User {{\n  id Int @id\n  {field}\n}}\n";

    [Test]
    public void Reports_columns_and_maps_them() =>
        Lint("""
            model User {
              id            Int      @id
              [|createdAt|]     DateTime
              updated_at    DateTime [|@map("updatedAt")|]
              [|homeAddress|]   String // where the mail goes
              posts         Post[]
            }

            model Post {
              id       Int  @id
              [|authorId|] Int
              author   User @relation(fields: [authorId], references: [id])
            }
            """)
        .Should().Report(
            "Field `User.createdAt` is `createdAt` in the database, expected `created_at`",
            "Field `User.updated_at` is `updatedAt` in the database, expected `updated_at`",
            "Field `User.homeAddress` is `homeAddress` in the database, expected `home_address`",
            "Field `Post.authorId` is `authorId` in the database, expected `author_id`")
        .And.BecomeWhenFixed("""
            model User {
              id            Int      @id
              createdAt     DateTime @map("created_at")
              updated_at    DateTime
              homeAddress   String @map("home_address") // where the mail goes
              posts         Post[]
            }

            model Post {
              id       Int  @id
              authorId Int @map("author_id")
              author   User @relation(fields: [authorId], references: [id])
            }
            """);

    [TestCase("name String")]
    [TestCase("user_name String")]
    [TestCase("address2 String")]
    [TestCase("address_line_1 String")]
    [TestCase("cost_per_1k_tokens Int")]
    [TestCase("team1points Int")]
    [TestCase("userName String @map(\"user_name\")")]
    [TestCase("userID String @map(name: \"user_id\")")]
    [TestCase("oldName String? @ignore")]
    [TestCase("someShape Unsupported(\"box\")?")]
    public void Accepts_the_name_of_the_convention_and_what_it_does_not_bind(string field) => Lint(Model(field)).Should().ReportNothing();

    [TestCase("[|address2|] String", "address_2")]
    [TestCase("[|graphQLId|] String", "graphql_id")]
    public void Reads_compound_words_and_digits(string field, string expected) =>
        Lint(Model(field), (ColumnNameMappingRule.CompoundWords, "GraphQL"), (ColumnNameMappingRule.Digits, "split"))
            .Should().Report($"Field `User.{field[2..field.IndexOf('|', 2)]}` is `{field[2..field.IndexOf('|', 2)]}` in the database, expected `{expected}`");

    [Test]
    public void Joins_digits_where_asked() =>
        Lint(Model("[|line_1|] String"), (ColumnNameMappingRule.Digits, "join")).Should().Report("Field `User.line_1` is `line_1` in the database, expected `line1`");

    [TestCase("createdat")]
    [TestCase("created_a_t")]
    public void Minds_underscores_that_are_not_at_digits(string column) =>
        Lint(Model($"createdAt2 DateTime [|@map(\"{column}2\")|]")).Should().ReportAtTheMarks();

    [Test]
    public void Judges_enum_values_where_asked() =>
        Lint(
            "enum Role {\n  [|ADMIN|]\n  owner\n}\n\n" + Model("createdAt DateTime"),
            (ColumnNameMappingRule.Targets, "enum_values"))
        .Should().Report("Value `Role.ADMIN` is `ADMIN` in the database, expected `admin`")
        .And.BecomeWhenFixed("enum Role {\n  ADMIN @map(\"admin\")\n  owner\n}\n\n" + Model("createdAt DateTime"));

    [Test]
    public void Judges_columns_of_enums_and_composite_types() =>
        Lint("""
            enum Role {
              ADMIN
            }

            type HomeAddress {
              [|postalCode|] String
            }

            model User {
              id          String      @id @map("_id")
              [|userRole|]    Role
              [|homeAddress|] HomeAddress
            }
            """,
            Provider.MongoDb)
        .Should().ReportAtTheMarks();

    [Test]
    public void Wants_the_underscore_of_ids_where_asked() =>
        Lint("model User {\n  [|userId|] Int @id\n  name String\n}\n", (ColumnNameMappingRule.RequireUnderscorePrefixForIds, "true"))
            .Should().Report("Field `User.userId` is `userId` in the database, expected `_user_id`");

    [Test]
    public void Offers_no_fix_where_the_name_is_taken() =>
        Lint(Model("[|homeTown|] String\n  hometown String @map(\"home_town\")"), (ColumnNameMappingRule.Allow, "hometown"))
            .Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Offers_no_fix_where_sql_may_speak_of_the_column() =>
        Lint(Model("[|userName|] String\n\n  @@index([id], where: raw(\"\\\"userName\\\" <> ''\"))"))
            .Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Passes_over_frameworks_and_a_broken_neighbour() =>
        Lint("model Broken {\n  id Int @id\n  = 7\n  userName String\n}\n\nmodel Session {\n  id Int @id\n  sessionToken String\n}\n\n" + Model("[|userName|] String"))
            .Should().ReportAtTheMarks();

    [Test]
    public void Wants_what_prisma_lint_wants_at_the_fields_line() =>
        Lint("""
            model User {
              id          Int    @id
              user_name   String
              [|small|]       String @map("Small")
              [|userName|]    String
              [|APIKey|]      String @map("api_key")
              line2       String
              lineTwo2    String @map("line_two_2")
              [|oldName|]     String? @ignore
              [|someShape|]   Unsupported("box")?
            }
            """,
            (ColumnNameMappingRule.Compatibility, "prisma-lint"))
        .Should().Report(
            "Field `User.small` is `Small` in the database, expected `small`",
            "Field `User.userName` has no `@map`, expected `user_name`",
            "Field `User.APIKey` is `api_key` in the database, expected `a_p_i_key`",
            "Field `User.oldName` has no `@map`, expected `old_name`",
            "Field `User.someShape` has no `@map`, expected `some_shape`");

    [Test]
    public void Wants_the_underscore_of_ids_like_prisma_lint() =>
        Lint(
            "model User {\n  [|id|] Int @id\n  userId Int @map(\"user_id\")\n}\n\nmodel Post {\n  id Int @id @map(\"_id\")\n}\n",
            (ColumnNameMappingRule.Compatibility, "prisma-lint"),
            (ColumnNameMappingRule.RequireUnderscorePrefixForIds, "true"))
        .Should().Report("Field `User.id` has no `@map`, expected `_id`");
}
