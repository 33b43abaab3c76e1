using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Statements;

public sealed class MissingIndexForQueryRuleTests : LiveRuleTests<MissingIndexForQueryRule>
{
    private const string ByEmail = """SELECT "public"."User"."id" FROM "public"."User" WHERE "public"."User"."email_address" = $1 OFFSET $2""";

    private const string Marked = """
        model User {
          id       Int     @id
          [|email|]    String  @map("email_address")
          tenantId Int
          active   Boolean
          meta     Json
        }
        """;

    private static string Unmarked => Marked.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    private static void Large(SnapshotBuilder database) => database.Table("User").HasRows(50_000).Analyzed("email_address", distinct: -1).Analyzed("tenantId", distinct: 3).Analyzed("active", distinct: 2);

    [Test]
    public void Reports_the_column_that_costly_statements_search_by()
    {
        var result = Lint(Marked, database =>
        {
            Large(database);
            database.Statement(ByEmail, 1200, mean: 35);
        });

        result.Should().Report(
            "`User.findMany where email` finds no index that starts with `email_address` among 50,000 rows: 35 ms on the average in 1,200 calls in 90 days, 100 % of the time of all statements. "
            + "`CREATE INDEX CONCURRENTLY ON \"public\".\"User\" (\"email_address\")`");
        result.Found[0].Fixes[0].Title.Should().Be("Add `@@index([email])`");
        result.Found[0].IsOperational.Should().BeFalse();
    }

    [TestCase("""SELECT "t0"."id" FROM "public"."User" AS "t0" WHERE "t0"."email_address" = $1 LIMIT $2""")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE "public"."User"."email_address" IN ($1,$2) OFFSET $3""")]
    [TestCase("""SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."active" = $1 AND "public"."User"."email_address" = $2) OFFSET $3""")]
    [TestCase("""UPDATE "public"."User" SET "active" = $1 WHERE "public"."User"."email_address" = $2""")]
    [TestCase("""select id from "User" where email_address = $1""")]
    public void Knows_both_dialects(string query) =>
        Lint(Marked, database =>
        {
            Large(database);
            database.Statement(query, 1200, mean: 35);
        }).Should().ReportAtTheMarks();

    [TestCase("""SELECT id FROM "User" WHERE "active" = $1""", TestName = "few values")]
    [TestCase("""SELECT id FROM "User" WHERE email_address = $1 OR id = $2""", TestName = "alternatives")]
    [TestCase("""SELECT id FROM "User" WHERE lower(email_address) = $1""", TestName = "an expression")]
    [TestCase("""SELECT id FROM "User" WHERE email_address = $1 AND id = $2""", TestName = "served by the key")]
    [TestCase("""SELECT id FROM "User" WHERE email_address <> $1""", TestName = "inequality")]
    [TestCase("""SELECT id FROM "User" WHERE meta = $1""", TestName = "a type for which a B-tree is no use")]
    [TestCase("""WITH x AS (SELECT 1) SELECT id FROM "User" WHERE email_address = $1""", TestName = "a text that is not plain")]
    public void Says_nothing_of(string query) =>
        Lint(Unmarked, database =>
        {
            Large(database);
            database.Statement(query, 1200, mean: 35);
        }).Should().ReportNothing();

    [TestCase(9_999, 1200, 35.0)]
    [TestCase(50_000, 99, 35.0)]
    [TestCase(50_000, 1200, 0.4)]
    public void Says_nothing_below_its_thresholds(int rows, int calls, double mean) =>
        Lint(Unmarked, database =>
        {
            Large(database);
            database.Table("User").HasRows(rows);
            database.Statement(ByEmail, calls, mean: mean).Statement("SELECT id FROM \"User\" LIMIT $1", 1000);
        }).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_a_small_share() =>
        Lint(Unmarked, database =>
        {
            Large(database);
            database.Statement(ByEmail, 1000, mean: 19).Statement("SELECT id FROM \"User\" LIMIT $1", 1000, mean: 400);
        }).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_an_index_starts_with_the_column() =>
        Lint(Unmarked, database =>
        {
            Large(database);
            database.Table("User").AddIndex("by_hand", ["email_address", "active"]);
            database.Statement(ByEmail, 1200, mean: 35);
        }).Should().ReportNothing();

    [Test]
    public void An_index_that_was_never_finished_is_none() =>
        Lint(Marked, database =>
        {
            Large(database);
            database.Table("User").AddIndex("by_hand", ["email_address"])["valid"] = false;
            database.Statement(ByEmail, 1200, mean: 35);
        }).Should().ReportAtTheMarks();

    [Test]
    public void Says_nothing_where_a_compound_index_serves() =>
        Lint(Unmarked, database =>
        {
            Large(database);
            database.Table("User").AddIndex("by_hand", ["tenantId", "email_address"]);
            database.Statement("""SELECT id FROM "User" WHERE "tenantId" = $1 AND email_address = $2""", 1200, mean: 35);
        }).Should().ReportNothing();

    [Test]
    public void Leaves_foreign_keys_to_their_own_rule() =>
        Lint(
            """
            model User {
              id    Int    @id
              posts Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id])
            }
            """,
            database =>
            {
                database.Table("Post").HasRows(50_000);
                database.Statement("""SELECT id FROM "Post" WHERE "authorId" = $1""", 1200, mean: 35);
            }).Should().ReportNothing();

    [Test]
    public void Leaves_an_index_that_the_schema_declares_to_the_comparison() =>
        Lint(
            """
            model User {
              id    Int    @id
              email String

              @@index([email])
            }
            """,
            database =>
            {
                database.Table("User").HasRows(50_000).DropIndex("User_email_idx");
                database.Statement("""SELECT id FROM "User" WHERE "email" = $1""", 1200, mean: 35);
            }).Should().ReportNothing();

    [Test]
    public void Advises_three_indexes_of_a_table_at_most() =>
        Lint("model T {\n  id Int @id\n  [|a|] Int\n  [|b|] Int\n  [|c|] Int\n  d Int\n}\n", database =>
        {
            database.Table("T").HasRows(50_000);
            database.Statement("select id from \"T\" where a = $1", 900, mean: 60).Statement("select id from \"T\" where b = $1", 900, mean: 50).Statement("select id from \"T\" where c = $1", 900, mean: 40).Statement("select id from \"T\" where d = $1", 900, mean: 30);
        }).Should().ReportAtTheMarks();

    [Test]
    public void Adds_the_index() =>
        Lint(Marked, database =>
        {
            Large(database);
            database.Statement(ByEmail, 1200, mean: 35);
        }).Should().BecomeWhenFixed(Unmarked.Replace("  meta     Json\n", "  meta     Json\n\n  @@index([email])\n", System.StringComparison.Ordinal));

    [Test]
    public void Says_that_nothing_is_known_without_statements()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Statements)).Should().ReportNothing();
        NotJudged.Should().Equal("missing-index-for-query: the role may not read the statements");

        Lint(Unmarked, database =>
        {
            Large(database);
            database.Statement(ByEmail, 1200, mean: 35).Without(EvidenceSource.Indexes);
        }).Should().ReportNothing();
        NotJudged.Should().Equal("missing-index-for-query: the role may not read indexes");
    }
}
