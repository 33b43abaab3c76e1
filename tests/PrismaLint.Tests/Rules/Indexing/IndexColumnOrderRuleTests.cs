using NUnit.Framework;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class IndexColumnOrderRuleTests : RuleTests<IndexColumnOrderRule>
{
    private static string Schema(string index) => $$"""
        model A {
          id   Int       @id
          shop Int
          at   DateTime
          day  DateTime  @db.Date
          seen DateTime?
          open Boolean

          {{index}}
        }
        """;

    [Test]
    public void Reports_a_moment_before_another_column() =>
        Lint(Schema("[|@@index([at, shop])|]"))
            .Should().Report("`@@index([at, shop])` of `A` has the moment `at` before `shop`, which narrows nothing behind a range").And.OfferNoFix();

    [Test]
    public void Reports_a_flag_in_front() =>
        Lint(Schema("[|@@index([open, shop])|]"))
            .Should().Report("`@@index([open, shop])` of `A` has the flag `open` before `shop`, so that no query without the flag can use it");

    [Test]
    public void Reports_an_index_once() => Lint(Schema("[|@@index([open, at, shop])|]")).ReportAtTheMarks();

    [TestCase("@@index([shop, at])")]
    [TestCase("@@index([shop, open, at])")]
    [TestCase("@@index([open, at])")]
    [TestCase("@@index([at])")]
    [TestCase("@@index([at, id])")]
    [TestCase("@@index([day, shop])")]
    [TestCase("@@index([seen, shop])")]
    [TestCase("@@unique([at, shop])")]
    [TestCase("@@index([at, shop], type: Brin)")]
    [TestCase("@@index([at, shop])\n  x Missing")]
    public void Accepts_good_orders_and_other_indexes(string index) => Lint(Schema(index)).Should().ReportNothing();

    [Test]
    public void Takes_each_half_alone()
    {
        Lint(Schema("@@index([at, shop])"), (IndexColumnOrderRule.TimestampLast, "false")).Should().ReportNothing();
        Lint(Schema("@@index([open, shop])"), (IndexColumnOrderRule.BooleanLast, "false")).Should().ReportNothing();
    }
}
