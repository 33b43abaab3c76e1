using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Statements;

public sealed class NPlusOneQueriesRuleTests : LiveRuleTests<NPlusOneQueriesRule>
{
    private const string Marked = """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id        Int       @id
          [|authorId|]  Int
          author    User      @relation(fields: [authorId], references: [id])
          deletedAt DateTime?
          tags      Tag[]

          @@index([authorId])
        }

        model Tag {
          id    Int    @id
          posts Post[]
        }
        """;

    private const string List = """SELECT "public"."User"."id" FROM "public"."User" WHERE $3=$4 ORDER BY "public"."User"."id" ASC LIMIT $1 OFFSET $2""";
    private const string Children = """SELECT "public"."Post"."id", "public"."Post"."authorId" FROM "public"."Post" WHERE "public"."Post"."authorId" = $1 OFFSET $2""";
    private const string Lookup = """SELECT "public"."User"."id" FROM "public"."User" WHERE ("public"."User"."id" = $1 AND $4=$5) LIMIT $2 OFFSET $3""";
    private const string Other = """UPDATE "public"."Tag" SET "id" = $1 WHERE "public"."Tag"."id" = $2""";

    private static string Unmarked => Marked.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_children_that_are_asked_for_one_parent_at_a_time()
    {
        var result = Lint(Marked, database => database.Statement(List, 100, 50).Statement(Children, 5000, 3.2).Statement(Other, 100_000));

        result.Should().Report(
            "`Post.findMany where authorId` runs once for each `User`: 5,000 calls with 3.2 rows each in 90 days, against 100 that list `User`, and 4.8 % of the time of all statements: `include` the relation, or ask for all parents at once with `in`");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Warning);
        result.Found[0].Detail.Should().Be("n-plus-one");
        result.Found[0].Related.Select(related => related.Message).Should().Equal("`author` is the relation");
        result.Found[0].IsOperational.Should().BeFalse();
    }

    [Test]
    public void Is_an_error_from_a_tenth_of_the_time_on() =>
        Lint(Marked, database => database.Statement(List, 100, 50).Statement(Children, 5000)).Found.Single().Severity.Should().Be(DiagnosticSeverity.Error);

    [TestCase("""SELECT "t0"."id" FROM "public"."Post" AS "t0" WHERE "t0"."authorId" = $1""", """SELECT "t0"."id" FROM "public"."User" AS "t0" LIMIT $1""")]
    [TestCase("""SELECT "public"."Post"."id" FROM "public"."Post" WHERE ("public"."Post"."authorId" = $1 AND "public"."Post"."deletedAt" IS NULL) OFFSET $2""", List)]
    [TestCase("""SELECT "public"."Post"."id" FROM "public"."Post" WHERE ("public"."Post"."authorId" = $1 AND $3=$4) ORDER BY "public"."Post"."id" DESC LIMIT $5 OFFSET $2""", List)]
    [TestCase("""SELECT COUNT(*) AS "_count$_all" FROM (SELECT "public"."Post"."id" FROM "public"."Post" WHERE "public"."Post"."authorId" = $1 OFFSET $2) AS "sub" """, List)]
    [TestCase("select * from \"Post\" where \"authorId\" = $1", "select id from \"User\"")]
    public void Knows_both_dialects_and_hand_written_texts(string children, string list) =>
        Lint(Marked, database => database.Statement(list, 10, 100).Statement(children, 1000)).Should().ReportAtTheMarks();

    [Test]
    public void Adds_up_the_forms_of_one_relation() =>
        Lint(Marked, database => database.Statement(List, 100, 50).Statement(Children, 600).Statement(Children.Replace(", \"public\".\"Post\".\"authorId\"", "", System.StringComparison.Ordinal), 500)).Should().ReportAtTheMarks();

    [Test]
    public void Stands_at_the_relation_field_of_a_join_table() =>
        Lint(
            """
            model Post {
              id   Int   @id
              [|tags|] Tag[]
            }

            model Tag {
              id    Int    @id
              posts Post[]
            }
            """,
            database => database
                .Statement("""SELECT "public"."Post"."id" FROM "public"."Post" WHERE $2=$3 OFFSET $1""", 10, 200)
                .Statement("""SELECT "public"."Tag"."id" FROM "public"."Tag" INNER JOIN "public"."_PostToTag" AS "t0" ON "public"."Tag"."id" = "t0"."B" WHERE "t0"."A" = $1 OFFSET $2""", 2000)).Should().ReportAtTheMarks();

    [Test]
    public void Says_nothing_of_a_loop_within_fifty_calls() =>
        Lint(Unmarked, database => database.Statement(List, 1, 49).Statement(Children, 49).Statement(Other, 2000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_parents_are_listed_as_often() =>
        Lint(Unmarked, database => database.Statement(List, 900, 50).Statement(Children, 5000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_nobody_lists_parents() =>
        Lint(Unmarked, database => database.Statement(Children, 5000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_the_page_of_one_parent() =>
        Lint(Unmarked, database => database.Statement(List, 5, 20).Statement(Lookup, 5000).Statement(Children, 5000)).Should().ReportNothing();

    [Test]
    public void Only_suggests_where_the_lists_do_not_explain_the_calls() =>
        Lint(Marked, database => database.Statement(List, 5, 20).Statement(Children, 5000)).Found.Single().Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [TestCase("""SELECT "public"."Post"."id" FROM "public"."Post" WHERE "public"."Post"."authorId" IN ($1,$2) OFFSET $3""")]
    [TestCase("""SELECT "public"."Post"."id" FROM "public"."Post" WHERE ("public"."Post"."authorId" = $1 AND "public"."Post"."id" > $2) OFFSET $3""")]
    [TestCase("""SELECT "public"."Post"."id" FROM "public"."Post" WHERE ("public"."Post"."authorId" = $1 OR "public"."Post"."id" = $2) OFFSET $3""")]
    [TestCase("""WITH p AS (SELECT * FROM "Post" WHERE "authorId" = $1) SELECT * FROM p""")]
    [TestCase("""UPDATE "public"."Post" SET "deletedAt" = $1 WHERE "public"."Post"."authorId" = $2""")]
    public void Says_nothing_of_other_conditions(string query) =>
        Lint(Unmarked, database => database.Statement(List, 10, 500).Statement(query, 5000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_statements_that_functions_send() =>
        Lint(Unmarked, database => database.Statement(List, 10, 500).Statement(Children, 5000, isTopLevel: false).Statement(Other, 2000)).Should().ReportNothing();

    [Test]
    public void Says_that_entries_were_thrown_away() =>
        Lint(Marked, database => database.Statement(List, 100, 50).Statement(Children, 5000).Set(EvidenceSource.StatementsInfo, ("dealloc", 3)))
            .Found.Single().Message.Should().EndWith(" (the server has thrown entries of pg_stat_statements away since: the window is not reliable, and the counts are too low)");

    [Test]
    public void Waits_for_a_window()
    {
        Lint(Unmarked, database => database.Statement(List, 100, 50).Statement(Children, 5000).Set(EvidenceSource.StatementsInfo, ("stats_reset", "2026-10-31T23:20:00Z"))).Should().ReportNothing();
        NotJudged.Should().Equal("n-plus-one: statements are counted since 40 min, and it needs 1 h");

        Lint(Marked, database => database.Statement(List, 100, 50).Statement(Children, 5000).Set(EvidenceSource.StatementsInfo, ("stats_reset", "2026-10-31T23:20:00Z")), (LiveOptions.StatementHours, "0")).Should().ReportAtTheMarks();

        Lint(Marked, database => database.Statement(List, 100, 50).Statement(Children, 5000).Set(EvidenceSource.StatementsInfo, ("stats_reset", "2026-10-31T23:20:00Z")), (LiveOptions.MinDays, "0")).Should().ReportAtTheMarks();

        Lint(Unmarked, database => database.Statement(List, 10, 50).Statement(Children, 500)).Should().ReportNothing();
        NotJudged.Should().Equal("n-plus-one: 510 calls of statements were counted, and it needs 1,000");

        Lint(Marked, database => database.Statement(List, 10, 50).Statement(Children, 500), (LiveOptions.StatementCalls, "100")).Should().ReportAtTheMarks();
    }

    [Test]
    public void Says_that_nothing_is_known_without_statements()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Statements, EvidenceStateKind.Absent)).Should().ReportNothing();
        NotJudged.Should().Equal("n-plus-one: the server does not have the statements");

        Lint(Unmarked, database => database.Statement(List, 100, 50).Statement(Children, 5000).Set(EvidenceSource.Server, ("monitor", false))).Should().ReportNothing();
        NotJudged.Should().Equal("n-plus-one: the role sees no statements but its own");
    }
}
