using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class ForeignKeyWithoutIndexRuleTests : RuleTests<ForeignKeyWithoutIndexRule>
{
    private const string Order = """
        model Customer {
          tenantId Int
          id       Int
          orders   Order[]

          @@id([tenantId, id])
        }

        model Order {
          id         Int      @id
          tenantId   Int?
          customerId Int?
          note       String?
          customer   Customer? @relation(fields: [tenantId, customerId], references: [tenantId, id])

          {0}
        }
        """;

    [Test]
    public void Reports_the_field_that_holds_the_key_and_adds_the_index() =>
        Lint("""
            model Category {
              id       Int        @id
              [|parentId|] Int?
              parent   Category?  @relation("Tree", fields: [parentId], references: [id])
              children Category[] @relation("Tree")
            }
            """)
        .Should().Report("No index of `Category` starts with `parentId`, the foreign key to `Category`")
        .And.BecomeWhenFixed("""
            model Category {
              id       Int        @id
              parentId Int?
              parent   Category?  @relation("Tree", fields: [parentId], references: [id])
              children Category[] @relation("Tree")

              @@index([parentId])
            }
            """);

    [Test]
    public void Points_at_the_relation_and_at_an_index_that_holds_the_column_too_late()
    {
        var found = Lint("""
            model Post {
              id   Int       @id
              tags PostTag[]
            }
            model PostTag {
              postId Int
              [|tagId|]  Int
              post   Post @relation(fields: [postId], references: [id])
              tag    Tag  @relation(fields: [tagId], references: [id])

              @@id([postId, tagId])
            }
            model Tag {
              id    Int       @id
              posts PostTag[]
            }
            """).Report("No index of `PostTag` starts with `tagId`, the foreign key to `Tag`").Found.Single();

        found.Object.Should().Be("PostTag.tagId");
        found.Related.Select(related => related.Message).Should().Equal(
            "`tag` is the relation", "`@@id([postId, tagId])` holds `tagId`, but not first");
    }

    [TestCase("@@index([tenantId, customerId])")]
    [TestCase("@@index([customerId, tenantId])")]
    [TestCase("@@index([customerId(sort: Desc), tenantId, note])")]
    [TestCase("@@unique([tenantId, customerId, note])")]
    [TestCase("@@unique([customerId])")]
    public void Accepts_every_index_that_finds_the_rows_of_a_compound_key(string index) =>
        Lint(Order.Replace("{0}", index)).Should().ReportNothing();

    [TestCase("@@index([tenantId])")]
    [TestCase("@@index([note, tenantId, customerId])")]
    [TestCase("@@index([tenantId, note, customerId])")]
    [TestCase("@@unique([customerId, note])")]
    public void Reports_a_compound_key_whose_columns_an_index_does_not_begin_with(string index) =>
        Lint(Order.Replace("{0}", index)).Found.Should().ContainSingle();

    [Test]
    public void Wants_the_order_of_the_key_only_when_asked()
    {
        Lint(Order.Replace("{0}", "@@index([customerId, tenantId])"), (ForeignKeyWithoutIndexRule.Coverage, "strict")).Found.Should().ContainSingle();
        Lint(Order.Replace("{0}", "@@index([tenantId])"), (ForeignKeyWithoutIndexRule.Coverage, "leading")).Should().ReportNothing();
    }

    [TestCase("@@index([authorId], type: Hash)", 0)]
    [TestCase("@@index([authorId(ops: raw(\"int4_ops\"))], type: Gin)", 1)]
    [TestCase("@@index([authorId], type: Brin)", 1)]
    [TestCase("@@index([authorId], where: { authorId: { not: null } })", 0)]
    [TestCase("@@index([authorId], where: raw(\"\\\"authorId\\\" IS NOT NULL\"))", 0)]
    [TestCase("@@index([authorId], where: { title: \"x\" })", 1)]
    public void Knows_which_methods_and_conditions_serve_a_key(string index, int findings) =>
        Lint(Post("Int?", index)).Found.Should().HaveCount(findings);

    [Test]
    public void Counts_relations_over_the_same_columns_once() =>
        Lint("""
            model User {
              id    Int    @id
              a     Post[] @relation("a")
              b     Post[] @relation("b")
            }
            model Post {
              id     Int  @id
              [|userId|] Int
              a      User @relation("a", fields: [userId], references: [id])
              b      User @relation("b", fields: [userId], references: [id], map: "other")
            }
            """).Should().ReportAtTheMarks();

    [TestCase(Provider.PostgreSql, 1)]
    [TestCase(Provider.CockroachDb, 1)]
    [TestCase(Provider.Sqlite, 1)]
    [TestCase(Provider.SqlServer, 1)]
    [TestCase(Provider.MySql, 0)]
    [TestCase(Provider.Unknown, 0)]
    public void Knows_which_databases_index_foreign_keys_themselves(Provider provider, int findings) =>
        Lint(Post("Int", ""), provider).Found.Should().HaveCount(findings);

    [Test]
    public void Leaves_to_Prisma_what_Prisma_warns_of() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n  relationMode = \"prisma\"\n}\n" + Post("Int", "")).Should().ReportNothing();

    [Test]
    public void Leaves_broken_models_alone() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[]
            }
            model Post {
              id       Int  @id
              authorId Int
              other    Missing
              author   User @relation(fields: [authorId], references: [id])
            }
            """).Should().ReportNothing();

    [Test]
    public void Leaves_out_what_the_options_name()
    {
        Lint(Post("Int", ""), (ForeignKeyWithoutIndexRule.IgnoredModels, "Po*")).Should().ReportNothing();
        Lint(Post("Int", ""), (ForeignKeyWithoutIndexRule.IgnoredFields, "Post.authorId")).Should().ReportNothing();
        Lint(Post("Int", ""), (ForeignKeyWithoutIndexRule.Parents, "User")).Should().ReportNothing();
        Lint(Post("Int", ""), (ForeignKeyWithoutIndexRule.Only, "cascading")).Should().ReportNothing();
        Lint(Post("Int?", ""), (ForeignKeyWithoutIndexRule.Only, "cascading")).Found.Should().ContainSingle();
    }

    private static string Post(string type, string index) => $$"""
        model User {
          id    Int    @id
          posts Post[]
        }
        model Post {
          id       Int    @id
          title    String
          authorId {{type}}
          author   User{{(type.EndsWith('?') ? "?" : "")}} @relation(fields: [authorId], references: [id])
          {{index}}
        }
        """;

    [Test]
    public void An_index_whose_name_is_taken_gets_another() =>
        Lint("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id     Int  @id
              [|userId|] Int
              kind   Int
              user   User @relation(fields: [userId], references: [id])

              @@index([kind, userId], map: "Post_userId_idx")
            }
            """)
        .Should().BecomeWhenFixed("""
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id     Int  @id
              userId Int
              kind   Int
              user   User @relation(fields: [userId], references: [id])

              @@index([kind, userId], map: "Post_userId_idx")
              @@index([userId], map: "Post_userId_idx2")
            }
            """);

    [Test]
    public void An_index_whose_name_is_cut_to_one_that_is_taken_gets_another()
    {
        const string Long = "a_table_with_a_name_that_fills_the_sixty_three_bytes_of_PostgreSQL";
        Lint($$"""
            model User {
              id    Int    @id
              posts {{Long}}[]
            }

            model {{Long}} {
              id     Int  @id
              userId Int
              kind   Int
              user   User @relation(fields: [userId], references: [id])

              @@index([kind])
            }
            """).Found.Should().ContainSingle().Which.Fixes.Should().ContainSingle().Which.Title
            .Should().Be($"Add `@@index([userId], map: \"{Long[..58]}_idx2\")`");
    }
}
