using NUnit.Framework;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ModelNameNumberRuleTests : RuleTests<ModelNameNumberRule>
{
    private static string Model(string name) => $"model {name} {{\n  id Int @id\n}}\n";

    [Test]
    public void Reports_a_plural_and_renames_it_with_every_reference() =>
        Lint("""
            model [|UserCategories|] {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id         Int            @id
              categoryId Int
              category   UserCategories @relation(fields: [categoryId], references: [id])
            }
            """)
        .Should().Report("Model `UserCategories` has a name in the plural, expected `UserCategory`")
        .And.BecomeWhenFixed("""
            model UserCategory {
              id    Int    @id
              posts Post[]

              @@map("UserCategories")
            }

            model Post {
              id         Int            @id
              categoryId Int
              category   UserCategory @relation(fields: [categoryId], references: [id])
            }
            """);

    [TestCase("[|users|]", "user")]
    [TestCase("[|USERS|]", "USER")]
    [TestCase("[|People|]", "Person")]
    [TestCase("[|order_boxes|]", "order_box")]
    [TestCase("[|UserIDs|]", "UserID")]
    [TestCase("[|Users2|]", "User2")]
    public void Expects_the_singular(string marked, string expected) =>
        Lint(Model(marked)).Should().Report($"Model `{marked.Trim('[', ']', '|')}` has a name in the plural, expected `{expected}`");

    [TestCase("User")]
    [TestCase("Address")]
    [TestCase("OrderStatus")]
    [TestCase("Analysis")]
    [TestCase("PageAnalytics")]
    [TestCase("UserSettings")]
    [TestCase("MetaData")]
    [TestCase("News")]
    [TestCase("Series")]
    [TestCase("OutboundSMS")]
    [TestCase("Canvas")]
    [TestCase("CreatedBy")]
    [TestCase("UsersGroup")]
    public void Accepts_singulars_and_what_only_ends_like_a_plural(string name) => Lint(Model(name)).Should().ReportNothing();

    [TestCase("[|User|]", "Users")]
    [TestCase("[|Address|]", "Addresses")]
    [TestCase("[|OrderStatus|]", "OrderStatuses")]
    public void Expects_the_plural_where_asked(string marked, string expected) =>
        Lint(Model(marked), (ModelNameNumberRule.Style, "plural"))
            .Should().Report($"Model `{marked.Trim('[', ']', '|')}` has a name in the singular, expected `{expected}`");

    [TestCase("Users")]
    [TestCase("Settings")]
    [TestCase("OrderHistory")]
    [TestCase("PageAnalytics")]
    public void Accepts_plurals_and_collections_where_asked(string name) =>
        Lint(Model(name), (ModelNameNumberRule.Style, "plural")).Should().ReportNothing();

    [Test]
    public void Knows_irregular_words_that_are_configured() =>
        Lint(Model("[|Zonae|]"), (ModelNameNumberRule.Irregular, "zona:zonae")).Should().Report("Model `Zonae` has a name in the plural, expected `Zona`");

    [Test]
    public void Accepts_what_is_allowed() =>
        Lint(Model("Users") + Model("BlogPosts"), (ModelNameNumberRule.Allow, "Users, /Posts$/")).Should().ReportNothing();

    [Test]
    public void Leaves_ignored_models_and_frameworks_alone() =>
        Lint("model Users {\n  id Int @id\n\n  @@ignore\n}\n\nmodel Jwks {\n  id Int @id\n}\n\nmodel sqlite_stats {\n  id Int @id\n}\n").Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model Broken_ones {\n  id Int @id\n  = 7\n}\n\n" + Model("[|Users|]")).Should().ReportAtTheMarks();

    [Test]
    public void Offers_no_fix_where_the_name_is_taken() =>
        Lint(Model("[|Users|]") + Model("User")).Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Judges_every_model_and_the_whole_name_like_prisma_lint() =>
        Lint(
            "model [|UserSettings|] {\n  id Int @id\n\n  @@ignore\n}\n\n" + Model("[|News|]") + Model("[|TenantData|]") + Model("OrderStatus") + Model("User2"),
            (ModelNameNumberRule.Compatibility, "prisma-lint"))
        .Should().ReportAtTheMarks();
}
