using System;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Indexes;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Indexes;

public sealed class NullHeavyIndexRuleTests : LiveRuleTests<NullHeavyIndexRule>
{
    private const string Order = """
        model Order {
          id        Int       @id
          coupon    String?
          deletedAt DateTime?

          [|@@index([coupon])|]
        }
        """;

    [Test]
    public void Reports_a_large_index_of_nulls() =>
        Lint(Order, database => Large(database).Analyzed("coupon", nullFraction: 0.97))
        .Should().Report("`coupon` is null in 97 % of the rows of `public.Order`, and `Order_coupon_idx` (20 MB) holds them all; one with `WHERE \"coupon\" IS NOT NULL` does the same for less");

    [TestCase(0.49)]
    [TestCase(0.0)]
    public void Accepts_few_nulls(double share) =>
        Lint(Order, database => Large(database).Analyzed("coupon", nullFraction: share)).Should().ReportNothing();

    [TestCase("size", 10_485_759L)]
    [TestCase("uniq", true)]
    [TestCase("pred", "(coupon IS NOT NULL)")]
    [TestCase("am", "gin")]
    public void Accepts_small_unique_and_partial_indexes(string property, object value) =>
        Lint(Order, database => Large(database).Analyzed("coupon", nullFraction: 0.97).SetIndex("Order_coupon_idx", property, value)).Should().ReportNothing();

    [Test]
    public void Accepts_the_mark_of_deleted_rows_before_other_columns() =>
        Lint("""
            model Order {
              id        Int       @id
              coupon    String?
              deletedAt DateTime?

              @@index([deletedAt, coupon])
            }
            """, database => database.Table("Order").SetIndex("Order_deletedAt_coupon_idx", "size", 20 << 20).Analyzed("deletedAt", nullFraction: 0.97)).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_statistics_of_columns()
    {
        Lint(Order, database => database.Without(EvidenceSource.ColumnStatistics)).Should().ReportNothing();

        NotJudged.Should().Equal("null-heavy-index: the role may not read the statistics of columns");
    }

    private static TableBuilder Large(SnapshotBuilder database) => database.Table("Order").SetIndex("Order_coupon_idx", "size", 20 << 20);
}
