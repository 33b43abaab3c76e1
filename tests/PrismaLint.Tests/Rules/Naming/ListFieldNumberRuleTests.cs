using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ListFieldNumberRuleTests : RuleTests<ListFieldNumberRule>
{
    private static string Model(string list) => $"model Article {{\n  id Int @id\n  {list} String[]\n}}\n";

    [Test]
    public void Reports_a_list_in_the_singular_and_keeps_its_column() =>
        Lint("""
            model Article {
              id      Int      @id
              [|tag|]     String[]
              [|comment|] Comment[]

              @@index([tag], type: Gin)
            }

            model Comment {
              id        Int     @id
              articleId Int
              article   Article @relation(fields: [articleId], references: [id])
            }
            """)
        .Should().Report("List `Article.tag` has a name in the singular, expected `tags`", "List `Article.comment` has a name in the singular, expected `comments`")
        .And.BecomeWhenFixed("""
            model Article {
              id      Int      @id
              tags     String[] @map("tag")
              comments Comment[]

              @@index([tags], type: Gin)
            }

            model Comment {
              id        Int     @id
              articleId Int
              article   Article @relation(fields: [articleId], references: [id])
            }
            """);

    [TestCase("tags")]
    [TestCase("tagIds")]
    [TestCase("userIDs")]
    [TestCase("news")]
    [TestCase("metadata")]
    [TestCase("wishList")]
    [TestCase("likedBy")]
    [TestCase("monitorsUpdated")]
    [TestCase("tagsWithDefault")]
    [TestCase("children")]
    [TestCase("redirectUris")]
    [TestCase("following")]
    [TestCase("ck7002")]
    public void Accepts_plurals_collections_and_names_that_are_no_nouns(string name) => Lint(Model(name)).Should().ReportNothing();

    [Test]
    public void Looks_at_lists_only() => Lint("model Article {\n  id Int @id\n  tag String\n  name String?\n}\n").Should().ReportNothing();

    [Test]
    public void Leaves_names_of_introspection_to_their_own_rule() =>
        Lint("""
            model User {
              id                       Int    @id
              Post_Post_authorIdToUser Post[] @relation("Post_authorIdToUser")
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation("Post_authorIdToUser", fields: [authorId], references: [id])
            }
            """)
        .Should().ReportNothing();

    [Test]
    public void Expects_the_singular_where_asked() =>
        Lint(Model("[|emails|]"), (ListFieldNumberRule.Style, "singular")).Should().Report("List `Article.emails` has a name in the plural, expected `email`");

    [Test]
    public void Accepts_what_is_allowed() => Lint(Model("tag"), (ListFieldNumberRule.Allow, "/^ta/")).Should().ReportNothing();

    [Test]
    public void Judges_composite_types_without_a_fix() =>
        Lint("type Address {\n  [|line|] String[]\n}\n\nmodel User {\n  id String @id @map(\"_id\")\n  address Address\n}\n", Provider.MongoDb)
            .Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model Broken {\n  id Int @id\n  = 7\n  name String[]\n}\n\n" + Model("[|tag|]")).Should().ReportAtTheMarks();

    [Test]
    public void Judges_the_whole_name_like_prisma_lint() =>
        Lint(
            "model Article {\n  id Int @id\n  [|likedBy|] String[]\n  [|tag|] String[] @ignore\n  news String[]\n}\n",
            (ListFieldNumberRule.Compatibility, "prisma-lint"))
        .Should().ReportAtTheMarks();
}
