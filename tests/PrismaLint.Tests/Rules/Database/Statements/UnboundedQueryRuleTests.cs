using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Statements;

public sealed class UnboundedQueryRuleTests : LiveRuleTests<UnboundedQueryRule>
{
    private const string All = """SELECT "public"."events"."id" FROM "public"."events" WHERE $2=$3 OFFSET $1""";

    private const string Marked = """
        model [|Event|] {
          id     BigInt @id
          kind   String

          @@map("events")
        }
        """;

    private const string Unmarked = """
        model Event {
          id   BigInt @id
          kind String

          @@map("events")
        }
        """;

    [Test]
    public void Reports_the_model_whose_rows_are_all_handed_out() =>
        Lint(Marked, database => database.Statement(All, 1200, 4321)).Should().Report(
            "`Event.findMany` has neither condition nor limit and hands out 4,321 rows for each of 1,200 calls in 90 days: bound it with `take` and a `cursor`");

    [TestCase("""SELECT "t0"."id" FROM "public"."events" AS "t0" """)]
    [TestCase("select * from events order by id")]
    [TestCase("""SELECT "public"."events"."kind" FROM "public"."events" WHERE 1=1 OFFSET $1""")]
    public void Knows_both_dialects(string query) => Lint(Marked, database => database.Statement(query, 1200, 2000)).Should().ReportAtTheMarks();

    [TestCase("""SELECT "public"."events"."id" FROM "public"."events" WHERE $2=$3 LIMIT $4 OFFSET $1""")]
    [TestCase("""SELECT "public"."events"."id" FROM "public"."events" WHERE "public"."events"."kind" = $2 OFFSET $1""")]
    [TestCase("""SELECT "kind", COUNT(*) FROM "public"."events" GROUP BY "kind" """)]
    [TestCase("""SELECT COUNT(*) FROM (SELECT "public"."events"."id" FROM "public"."events" WHERE $2=$3 OFFSET $1) AS "sub" """)]
    [TestCase("""WITH x AS (SELECT 1) SELECT * FROM "events" """)]
    [TestCase("""SELECT id FROM events UNION ALL SELECT id FROM events""")]
    [TestCase("""INSERT INTO events SELECT * FROM events""")]
    [TestCase("""SELECT * FROM pg_stat_statements""")]
    public void Says_nothing_of(string query) => Lint(Unmarked, database => database.Statement(query, 1200, 5000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_tables_of_a_few_rows() => Lint(Unmarked, database => database.Statement(All, 12_000, 999)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_a_single_export() =>
        Lint(Unmarked, database => database.Statement(All, 1, 100_000).Statement("""SELECT "public"."events"."id" FROM "public"."events" LIMIT $1""", 2000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_tables_that_the_schema_does_not_know() =>
        Lint(Unmarked, database =>
        {
            database.AddTable("legacy").AddColumn("id", "integer");
            database.Statement("SELECT * FROM legacy", 2000, 5000);
        }).Should().ReportNothing();

    [Test]
    public void Has_thresholds() =>
        Lint(Marked, database => database.Statement(All, 1000, 200), (UnboundedQueryRule.MinimumRows, "100")).Should().ReportAtTheMarks();

    [Test]
    public void Says_that_nothing_is_known_without_statements()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Statements)).Should().ReportNothing();

        NotJudged.Should().Equal("unbounded-query: the role may not read the statements");
    }
}
