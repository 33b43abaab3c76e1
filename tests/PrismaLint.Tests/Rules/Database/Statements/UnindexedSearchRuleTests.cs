using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Statements;

public sealed class UnindexedSearchRuleTests : LiveRuleTests<UnindexedSearchRule>
{
    private const string Contains = """SELECT "public"."Article"."id" FROM "public"."Article" WHERE "public"."Article"."title" ILIKE ($1 || $2 || $3) OFFSET $4""";
    private const string Prefix = """SELECT "public"."Article"."id" FROM "public"."Article" WHERE "public"."Article"."title" LIKE ($1 || $2) OFFSET $3""";
    private const string Path = """SELECT "public"."Article"."id" FROM "public"."Article" WHERE ("public"."Article"."meta"#>ARRAY[$1]::text[])::jsonb::jsonb = $2 OFFSET $3""";
    private const string Has = """SELECT "public"."Article"."id" FROM "public"."Article" WHERE "public"."Article"."labels" @> $1 OFFSET $2""";

    private const string Marked = """
        model Article {
          id     Int      @id
          [|title|]  String
          meta   Json
          labels String[]
          shopId Int
        }
        """;

    private static string Unmarked => Marked.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_a_search_inside_strings()
    {
        var result = Lint(Marked, database =>
        {
            database.Table("Article").HasRows(50_000);
            database.Statement(Contains, 1200, mean: 60);
        });

        result.Should().Report(
            "`Article.findMany where title` searches inside `title`, and no index helps: 60 ms on the average in 1,200 calls in 90 days, 100 % of the time of all statements, 50,000 rows. "
            + "`CREATE EXTENSION pg_trgm`, then `CREATE INDEX CONCURRENTLY ON \"public\".\"Article\" USING gin (\"title\" gin_trgm_ops)`").And.OfferNoFix();
        result.Found[0].Detail.Should().Be("hot-like");
    }

    [Test]
    public void Adds_an_index_over_trigrams_where_the_extension_is() =>
        Lint(Marked, database =>
        {
            database.Table("Article").HasRows(50_000);
            database.Statement(Contains, 1200, mean: 60).Row(EvidenceSource.Extensions, ("name", "pg_trgm"), ("version", "1.6"), ("schema", "public"));
        }).Should().BecomeWhenFixed(Unmarked.Replace("  shopId Int\n", "  shopId Int\n\n  @@index([title(ops: raw(\"gin_trgm_ops\"))], type: Gin)\n", System.StringComparison.Ordinal));

    [TestCase(Path, "meta", "json-filter")]
    [TestCase("""SELECT id FROM "Article" WHERE meta @> $1""", "meta", "json-filter")]
    [TestCase(Has, "labels", "array-filter")]
    [TestCase(Prefix, "title", "hot-like")]
    [TestCase("""SELECT "t0"."id" FROM "public"."Article" AS "t0" WHERE "t0"."title"::text LIKE $1""", "title", "hot-like")]
    public void Reports_the_field(string query, string field, string check)
    {
        var found = Lint(Unmarked, database =>
        {
            database.Table("Article").HasRows(50_000);
            database.Statement(query, 1200, mean: 60);
        }).Found.Single();

        found.Object.Should().Be("Article." + field);
        found.Detail.Should().Be(check);
    }

    [Test]
    public void Says_nothing_where_trigrams_help() =>
        Lint(Unmarked, database =>
        {
            database.Table("Article").HasRows(50_000).AddIndex("trgm", ["title"], method: "gin")["ops"] = new string?[] { "gin_trgm_ops" };
            database.Statement(Contains, 1200, mean: 60);
        }).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_a_gin_index_helps() =>
        Lint(Unmarked, database =>
        {
            database.Table("Article").HasRows(50_000).AddIndex("gin", ["labels"], method: "gin");
            database.Statement(Has, 1200, mean: 60);
        }).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_the_expression_is_indexed() =>
        Lint(Unmarked, database =>
        {
            var index = database.Table("Article").HasRows(50_000).AddIndex("path", ["id"]);
            index["key"] = new long[] { 0 };
            index["exprs"] = "(meta #> '{a}'::text[])";
            database.Statement(Path, 1200, mean: 60);
        }).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_a_beginning_that_an_index_finds()
    {
        Lint(Unmarked, database =>
        {
            database.Table("Article").HasRows(50_000).AddIndex("prefix", ["title"])["ops"] = new string?[] { "text_pattern_ops" };
            database.Statement(Prefix, 1200, mean: 60);
        }).Should().ReportNothing();

        Lint(Unmarked, database =>
        {
            database.Table("Article").HasRows(50_000).AddIndex("prefix", ["title"]);
            database.Statement(Prefix, 1200, mean: 60).Set(EvidenceSource.Server, ("datcollate", "C"));
        }).Should().ReportNothing();
    }

    [Test]
    public void Says_nothing_where_another_column_leads_to_few_rows() =>
        Lint(Unmarked, database =>
        {
            database.Table("Article").HasRows(50_000).Analyzed("shopId", distinct: 4000).AddIndex("shop", ["shopId"]);
            database.Statement("""SELECT id FROM "Article" WHERE "shopId" = $1 AND title ILIKE $2""", 1200, mean: 60);
        }).Should().ReportNothing();

    [TestCase(9_999, 1200, 60.0)]
    [TestCase(50_000, 99, 60.0)]
    [TestCase(50_000, 1200, 0.4)]
    public void Says_nothing_below_its_thresholds(int rows, int calls, double mean) =>
        Lint(Unmarked, database =>
        {
            database.Table("Article").HasRows(rows);
            database.Statement(Contains, calls, mean: mean).Statement("SELECT id FROM \"Article\" LIMIT $1", 1000);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_statements()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Statements)).Should().ReportNothing();

        NotJudged.Should().Equal("hot-like: the role may not read the statements");
    }
}
