using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Statements;

public sealed class SlowStatementRuleTests : LiveRuleTests<SlowStatementRule>
{
    private const string Slow = """SELECT "public"."Post"."id" FROM "public"."Post" WHERE ("public"."Post"."kind" = $1 AND "public"."Post"."score" > $2) ORDER BY "public"."Post"."score" DESC LIMIT $3 OFFSET $4""";
    private const string Fast = """SELECT "public"."Post"."id" FROM "public"."Post" WHERE ("public"."Post"."id" = $1 AND $4=$5) LIMIT $2 OFFSET $3""";

    private const string Marked = """
        model [|Post|] {
          id    Int    @id
          kind  String
          score Int
        }
        """;

    private static string Unmarked => Marked.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_what_is_slow_in_the_words_of_the_client()
    {
        var result = Lint(Marked, database => database.Statement(Slow, 1500, 10, mean: 120).Statement(Fast, 500));

        result.Should().Report("`Post.findMany where kind, score orderBy score take` takes 120 ms on the average and 480 ms at most in 1,500 calls in 90 days, 100 % of the time of all statements; 10 rows each");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Warning);
        result.Found[0].Related.Select(related => related.Message).Should().Equal("it asks for `kind`", "it asks for `score`");
    }

    [Test]
    public void Suggests_to_look_at_what_takes_a_tenth_of_the_time() =>
        Lint(Marked, database => database.Statement(Slow, 1500, 10, mean: 5).Statement(Fast, 1000)).Found.Single().Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Says_nothing_of_few_calls() =>
        Lint(Unmarked, database => database.Statement(Slow, 19, mean: 900).Statement(Fast, 1000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_a_migration_that_filled_a_column() =>
        Lint(Unmarked, database => database.Statement("""UPDATE "Post" SET kind = $1""", 1, mean: 600_000).Statement(Fast, 1000)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_fast_statements_that_are_many() =>
        Lint(Unmarked, database => database.Statement(Slow, 100_000, mean: 0.05)).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_tables_that_the_schema_does_not_know() =>
        Lint(Unmarked, database =>
        {
            database.AddTable("legacy").AddColumn("id", "integer");
            database.Statement("SELECT * FROM legacy WHERE id > 1", 2000, mean: 500);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_statements()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Statements)).Should().ReportNothing();

        NotJudged.Should().Equal("slow-statement: the role may not read the statements");
    }
}
