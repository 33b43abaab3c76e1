using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class TableNameMappingRuleTests : RuleTests<TableNameMappingRule>
{
    private static string Model(string name, string map = "") => $"model {name} {{\n  id Int @id{(map.Length > 0 ? "\n\n  " + map : "")}\n}}\n";

    [Test]
    public void Reports_tables_and_enum_types_and_maps_them() =>
        Lint("""
            model [|UserRole|] {
              id   Int      @id
              kind RoleKind
            }

            model Order {
              id Int @id

              [|@@map("Orders")|]
            }

            enum [|RoleKind|] {
              ADMIN
            }
            """)
        .Should().Report(
            "Model `UserRole` is `UserRole` in the database, expected `user_role`",
            "Model `Order` is `Orders` in the database, expected `order`",
            "Enum `RoleKind` is `RoleKind` in the database, expected `role_kind`")
        .And.BecomeWhenFixed("""
            model UserRole {
              id   Int      @id
              kind RoleKind

              @@map("user_role")
            }

            model Order {
              id Int @id

              @@map("order")
            }

            enum RoleKind {
              ADMIN

              @@map("role_kind")
            }
            """);

    [TestCase("user_role", "")]
    [TestCase("users", "")]
    [TestCase("UserRole", "@@map(\"user_role\")")]
    [TestCase("APIKey", "@@map(name: \"api_key\")")]
    [TestCase("Address2", "@@map(\"address2\")")]
    public void Accepts_the_name_of_the_convention(string name, string map) => Lint(Model(name, map)).Should().ReportNothing();

    [Test]
    public void Removes_a_map_that_is_not_needed() =>
        Lint(Model("user_role", "[|@@map(\"UserRole\")|]")).Should().ReportAtTheMarks().And.BecomeWhenFixed(Model("user_role"));

    [TestCase("UserRole", "user_roles")]
    [TestCase("Category", "categories")]
    [TestCase("Person", "people")]
    [TestCase("UserQuiz", "user_quizzes")]
    [TestCase("UserNews", "user_news")]
    public void Puts_the_last_word_into_the_plural_where_asked(string name, string expected) =>
        Lint(Model($"[|{name}|]"), (TableNameMappingRule.Pluralize, "true")).Should().Report($"Model `{name}` is `{name}` in the database, expected `{expected}`");

    [TestCase("pascal", "user_role", "UserRole")]
    [TestCase("camel", "UserRole", "userRole")]
    [TestCase("upper", "UserRole", "USER_ROLE")]
    public void Follows_the_style_asked_for(string style, string name, string expected) =>
        Lint(Model($"[|{name}|]"), (TableNameMappingRule.Style, style)).Should().Report($"Model `{name}` is `{name}` in the database, expected `{expected}`");

    [TestCase("GraphQLQuery", "graphql_query")]
    [TestCase("SavedGraphQL", "saved_graphql")]
    [TestCase("OAuth2Client", "oauth_2_client")]
    [TestCase("DbUser", "user")]
    [TestCase("Address2", "address_2")]
    public void Reads_compound_words_prefix_and_digits(string name, string expected) =>
        Lint(
            Model($"[|{name}|]"),
            (TableNameMappingRule.CompoundWords, "GraphQL, OAuth"),
            (TableNameMappingRule.TrimPrefix, "Db"),
            (TableNameMappingRule.Digits, "split"))
        .Should().Report($"Model `{name}` is `{name}` in the database, expected `{expected}`");

    [Test]
    public void Leaves_views_frameworks_and_what_is_ignored_or_allowed_alone() =>
        Lint("view ActiveUser {\n  id Int\n}\n\nmodel OldUser {\n  id Int @id\n\n  @@ignore\n}\n\n" + Model("Jwks") + Model("LegacyUser"), (TableNameMappingRule.Allow, "Legacy*"))
            .Should().ReportNothing();

    [Test]
    public void Judges_enums_only_where_they_are_types() =>
        Lint("enum RoleKind {\n  ADMIN\n}\n\nmodel user {\n  id Int @id\n  kind RoleKind\n}\n", Provider.MySql).Should().ReportNothing();

    [Test]
    public void Judges_what_it_is_told_to() =>
        Lint("enum [|RoleKind|] {\n  ADMIN\n}\n\n" + Model("UserRole"), (TableNameMappingRule.Targets, "enums")).Should().ReportAtTheMarks();

    [Test]
    public void Offers_no_fix_where_the_name_is_taken_or_wanted_twice() =>
        Lint(Model("[|UserRole|]") + Model("user_role") + Model("[|APIKey|]") + Model("[|ApiKey|]"))
            .Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Warns_of_the_migration_in_the_fix()
    {
        var fix = Lint(Model("[|UserRole|]")).Found[0].Fixes[0];
        fix.Title.Should().Be("Map `UserRole` to `user_role` (a migration drops and creates it anew unless that is edited to a rename)");
        fix.Safety.Should().Be(FixSafety.Unsafe);
    }

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model BrokenOne {\n  id Int @id\n  = 7\n}\n\n" + Model("[|UserRole|]")).Should().ReportAtTheMarks();

    [Test]
    public void Wants_a_map_on_every_model_at_the_models_line_like_prisma_lint() =>
        Lint(
            Model("[|user|]") + Model("[|APIKey|]", "@@map(\"api_key\")") + Model("Address2", "@@map(\"address_2\")") + "view ActiveUser {\n  id Int\n}\n",
            (TableNameMappingRule.Compatibility, "prisma-lint"))
        .Should().Report("Model `user` has no `@@map`, expected `user`", "Model `APIKey` is `api_key` in the database, expected `a_p_i_key`");

    [Test]
    public void Forms_the_plural_of_the_whole_name_like_prisma_lint() =>
        Lint(
            Model("User", "@@map(\"users\")") + Model("[|UserQuiz|]", "@@map(\"user_quizzes\")") + Model("Bill", "@@map(\"billz\")"),
            (TableNameMappingRule.Compatibility, "prisma-lint"),
            (TableNameMappingRule.Pluralize, "true"),
            (TableNameMappingRule.Irregular, "bill:billz"))
        .Should().Report("Model `UserQuiz` is `user_quizzes` in the database, expected `user_quizs`");

    [Test]
    public void A_map_that_changes_nothing_is_safe_to_write() =>
        Lint(Model("user"), (TableNameMappingRule.Compatibility, "prisma-lint")).Found[0].Fixes[0].Safety.Should().Be(FixSafety.Safe);
}
