using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Statements;

public sealed class InsertLoopRuleTests : LiveRuleTests<InsertLoopRule>
{
    private const string Insert = """INSERT INTO "public"."Price" ("id","value") VALUES ($1,$2) RETURNING "public"."Price"."id" """;
    private const string Read = """SELECT "public"."Price"."id" FROM "public"."Price" WHERE $3=$4 LIMIT $1 OFFSET $2""";

    private const string Marked = """
        model [|Price|] {
          id    Int @id
          value Int
        }
        """;

    private static string Unmarked => Marked.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_rows_that_come_one_by_one() =>
        Lint(Marked, database => database.Statement(Insert, 6000).Statement(Read, 4000)).Should().Report(
            "`Price.create` makes up 60 % of all calls (6,000 in 90 days): where a loop sends them, `createMany` inserts the rows with one statement");

    [TestCase("""INSERT INTO "public"."Price" ("id","value") VALUES ($1,$2), ($3,$4)""", 6000, 0)]
    [TestCase("""INSERT INTO "public"."Price" ("id","value") VALUES ($1,$2) ON CONFLICT ("id") DO NOTHING""", 6000, 0)]
    [TestCase("""INSERT INTO "public"."Price" SELECT * FROM "public"."Price" """, 6000, 0)]
    [TestCase(Insert, 999, 100)]
    [TestCase(Insert, 6000, 60_000)]
    public void Says_nothing_of(string query, int calls, int others) =>
        Lint(Unmarked, database => database.Statement(query, calls).Statement(Read, others)).Should().ReportNothing();

    [TestCase("AuditLog")]
    [TestCase("UserSession")]
    [TestCase("page_views")]
    public void Says_nothing_of_what_grows_with_each_request(string model) =>
        Lint($"model {model} {{\n  id Int @id\n}}\n", database => database.Statement($"INSERT INTO \"public\".\"{model}\" (\"id\") VALUES ($1)", 6000)).Should().ReportNothing();

    [Test]
    public void Lets_models_be_named() =>
        Lint(Unmarked, database => database.Statement(Insert, 6000), (InsertLoopRule.Ignored, "Price")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_statements()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Statements)).Should().ReportNothing();

        NotJudged.Should().Equal("insert-loop: the role may not read the statements");
    }
}
