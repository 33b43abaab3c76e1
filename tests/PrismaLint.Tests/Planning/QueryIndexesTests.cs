using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Planning.Inputs;

namespace PrismaLint.Tests.Planning;

public sealed class QueryIndexesTests
{
    [TestCase("@@index([shopId, status, placedAt, id])", "shopId status", null, "-placedAt -id", "Full")]
    [TestCase("@@index([status, shopId, placedAt, id])", "shopId status", null, "-placedAt -id", "Full")]
    [TestCase("@@index([shopId, placedAt(sort: Desc)])", "shopId", null, "-placedAt", "Full")]
    [TestCase("@@index([shopId, placedAt])", "shopId", null, "-placedAt -id", "AllButLast")]
    [TestCase("@@index([shopId, placedAt, id(sort: Desc)])", "shopId", null, "placedAt id", "AllButLast")]
    [TestCase("@@index([shopId])", "shopId", null, "-placedAt", "Values")]
    [TestCase("@@index([shopId])", "shopId status", null, "", "Part")]
    [TestCase("@@index([placedAt, shopId])", "shopId", null, "", "None")]
    [TestCase("@@index([shopId, placedAt])", "shopId", "placedAt", "", "Full")]
    [TestCase("@@index([shopId, placedAt])", "shopId", "placedAt", "status", "Values")]
    [TestCase("@@unique([status])", "shopId status", null, "-placedAt", "Full")]
    [TestCase("", "id", null, "", "Full")]
    [TestCase("@@index([shopId], type: Hash)", "shopId", null, "", "None")]
    [TestCase("", "", null, "-placedAt", "None")]
    public void An_index_serves_equal_values_first_then_the_range_then_the_order(string index, string equal, string? range, string order, string kind) =>
        Fact(index, equal, range, order).Service.Kind.ToString().Should().Be(kind);

    [TestCase("shopId status", null, "-placedAt -id", "@@index([shopId, status, placedAt, id])")]
    [TestCase("shopId", "placedAt", "placedAt", "@@index([shopId, placedAt])")]
    [TestCase("shopId", null, "status -placedAt", "@@index([shopId, status, placedAt(sort: Desc)])")]
    public void The_index_that_is_missing_is_named(string equal, string? range, string order, string expected) =>
        QueryIndexes.Declaration(QueryIndexes.Wanted(Fact("", equal, range, order).Shape ?? throw new System.InvalidOperationException())).Should().Be(expected);

    [Test]
    public void A_query_about_what_the_schema_does_not_have_says_so()
    {
        var fact = Fact("", "shop", null, "");
        fact.Shape.Should().BeNull();
        fact.Unknown.Should().Be("Order.shop");
    }

    private static HotQueryFact Fact(string index, string equal, string? range, string order)
    {
        var inputs = new PlanInputs
        {
            HotQueries = [new HotQuery("q", "Order") { Equal = Names(equal), Range = range, OrderBy = Names(order) }],
        };
        return HotQueryFact.Find(PlanFixture.Context($$"""
            model Order {
              id       Int      @id
              shopId   Int
              status   String
              placedAt DateTime

              {{index}}
            }
            """, inputs)).Single();
    }

    private static string[] Names(string list) => list.Split(' ', System.StringSplitOptions.RemoveEmptyEntries);
}
