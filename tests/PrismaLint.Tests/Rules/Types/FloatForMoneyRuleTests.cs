using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class FloatForMoneyRuleTests : RuleTests<FloatForMoneyRule>
{
    [Test]
    public void Reports_the_field_and_makes_it_a_decimal() =>
        Lint("model A {\n  id        Int   @id\n  [|unitPrice|] Float @default(0) @db.Real // net\n}")
            .Should().Report("`A.unitPrice` is named for an amount of money and is a `Float`, which cannot hold most decimal fractions")
            .And.BecomeWhenFixed("model A {\n  id        Int   @id\n  unitPrice Decimal @default(0) @db.Decimal(19, 4) // net\n}");

    [Test]
    public void Writes_no_native_type_where_there_are_none() =>
        Lint("model A {\n  id    Int   @id\n  [|price|] Float\n}", Provider.Sqlite)
            .ReportAtTheMarks()
            .And.BecomeWhenFixed("model A {\n  id    Int   @id\n  price Decimal\n}");

    [Test]
    public void Reports_a_habit_once() =>
        Lint("model A {\n  id Int @id\n  [|price|] Float\n  cost Float\n  netAmount Float?\n  fees Float[]\n  tax Float\n  balance Int\n}")
            .Should().Report("`A.price` and 4 more fields are named for an amount of money and are `Float`, which cannot hold most decimal fractions")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  price Decimal @db.Decimal(19, 4)\n  cost Decimal @db.Decimal(19, 4)\n  netAmount Decimal? @db.Decimal(19, 4)\n  fees Decimal[] @db.Decimal(19, 4)\n  tax Decimal @db.Decimal(19, 4)\n  balance Int\n}");

    [TestCase("price Decimal")]
    [TestCase("price Int")]
    [TestCase("taxRate Float")]
    [TestCase("discountPercent Float")]
    [TestCase("priceIndex Float")]
    [TestCase("totalHours Float")]
    [TestCase("totalDistance Float")]
    [TestCase("coffee Float")]
    [TestCase("payoutFee Float @default(0.05)")]
    [TestCase("amount Float\n  unit String")]
    [TestCase("price Float @ignore")]
    [TestCase("price Float\n  x Missing")]
    public void Accepts_measures_shares_and_exact_types(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [TestCase("orderTotal")]
    [TestCase("subtotal")]
    [TestCase("shipping_cost")]
    public void Reports_the_words_anywhere_and_total_at_the_end(string name) => Lint($"model A {{\n  id Int @id\n  [|{name}|] Float\n}}").ReportAtTheMarks();

    [Test]
    public void Takes_other_words() =>
        Lint("model A {\n  id Int @id\n  price Float\n  [|betrag|] Float\n}", (MoneyNames.Words, "betrag")).ReportAtTheMarks();

    [Test]
    public void Says_nothing_where_prisma_has_no_decimal() =>
        Lint("model A {\n  id String @id @map(\"_id\")\n  price Float\n}", Provider.MongoDb).Should().ReportNothing();

    [Test]
    public void Leaves_money_types_to_their_own_rule() =>
        Lint("model A {\n  id Int @id\n  price Float @db.Money\n}", Provider.SqlServer).Should().ReportNothing();
}
