using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class DecimalWithoutPrecisionRuleTests : RuleTests<DecimalWithoutPrecisionRule>
{
    [Test]
    public void Reports_the_type_and_adds_a_precision_for_money() =>
        Lint("model A {\n  id    Int     @id\n  price [|Decimal?|] @default(1.5) // net\n}")
            .Should().Report("`A.price` has no precision and becomes `decimal(65,30)`")
            .And.BecomeWhenFixed("model A {\n  id    Int     @id\n  price Decimal? @default(1.5) @db.Decimal(19, 4) // net\n}");

    [Test]
    public void Leaves_room_for_what_is_no_money() =>
        Lint("model A {\n  id  Int     @id\n  lat [|Decimal|]\n}", Provider.SqlServer)
            .Should().Report("`A.lat` has no precision and becomes `decimal(32,16)`")
            .And.BecomeWhenFixed("model A {\n  id  Int     @id\n  lat Decimal @db.Decimal(28, 10)\n}");

    [Test]
    public void Reports_a_habit_once() =>
        Lint("model A {\n  id Int @id\n  a [|Decimal|]\n  b Decimal\n  c Decimal\n  d Decimal\n  e Decimal @db.Decimal(5, 2)\n}")
            .Should().Report("`A.a` and 3 more fields have no precision and become `decimal(65,30)`");

    [Test]
    public void Reports_exceptions_one_by_one() =>
        Lint("model A {\n  id Int @id\n  a [|Decimal|]\n  b Decimal @db.Decimal(5, 2)\n  c Decimal @db.Decimal(5, 2)\n  d [|Decimal|]\n}").ReportAtTheMarks();

    [TestCase("a Decimal @db.Decimal(5, 2)")]
    [TestCase("a Decimal @db.Money")]
    [TestCase("a Decimal @ignore")]
    [TestCase("a Decimal\n  x Missing")]
    public void Accepts_what_has_a_type(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [TestCase(Provider.Sqlite)]
    [TestCase(Provider.Unknown)]
    public void Says_nothing_where_no_precision_exists(Provider provider) => Lint("model A {\n  id Int @id\n  a Decimal\n}", provider).Should().ReportNothing();
}
