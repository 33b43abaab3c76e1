using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Statements;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Statements;

public sealed class RepeatedLookupRuleTests : LiveRuleTests<RepeatedLookupRule>
{
    private const string Lookup = """SELECT "public"."Product"."id" FROM "public"."Product" WHERE ("public"."Product"."id" = $1 AND $4=$5) LIMIT $2 OFFSET $3""";
    private const string Orders = """SELECT "public"."Order"."id" FROM "public"."Order" WHERE $3=$4 LIMIT $1 OFFSET $2""";
    private const string Update = """UPDATE "public"."Order" SET "note" = $1 WHERE ("public"."Order"."id" = $2 AND $3=$4)""";

    private const string Marked = """
        model [|Product|] {
          id  Int    @id
          sku String @unique
        }

        model Order {
          id   Int    @id
          note String
        }
        """;

    private static string Unmarked => Marked.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    [Test]
    public void Reports_look_ups_that_are_much_of_the_traffic() =>
        Lint(Marked, database =>
        {
            database.Table("Product").HasRows(5000);
            database.Statement(Lookup, 8000).Statement(Orders, 200, 20).Statement(Update, 1800);
        }).Should().Report("`Product.findUnique where id` makes up 80 % of all calls (8,000 in 90 days): a `findUnique` in a loop asks once for each row, `findMany` with `in` once for all");

    [TestCase(8000, 5000, 200, 60_000, TestName = "a fifth of the calls it must be")]
    [TestCase(999, 5000, 20, 0, TestName = "few calls")]
    [TestCase(8000, 20, 200, 0, TestName = "a handful of settings")]
    public void Says_nothing_of(int calls, int rows, int lists, int others) =>
        Lint(Unmarked, database =>
        {
            database.Table("Product").HasRows(rows);
            database.Statement(Lookup, calls).Statement(Orders, lists, 20).Statement(Update, others);
        }).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_other_keys() =>
        Lint(Unmarked, database =>
        {
            database.Table("Product").HasRows(5000);
            database.Statement(Lookup.Replace("\"id\" = ", "\"sku\" = ", System.StringComparison.Ordinal), 8000);
        }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_statements()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Statements)).Should().ReportNothing();

        NotJudged.Should().Equal("repeated-lookup: the role may not read the statements");
    }
}
