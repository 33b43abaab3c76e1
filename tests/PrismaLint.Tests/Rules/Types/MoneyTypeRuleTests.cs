using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class MoneyTypeRuleTests : RuleTests<MoneyTypeRule>
{
    [Test]
    public void Reports_money_and_makes_it_a_decimal() =>
        Lint("model A {\n  id Int @id\n  total Decimal [|@db.Money|]\n}")
            .Should().Report("`A.total` is `@db.Money`, a money type without a currency that rounds on its own")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  total Decimal @db.Decimal(19, 4)\n}");

    [Test]
    public void Changes_the_type_of_the_field_too_on_SQL_Server() =>
        Lint("model A {\n  id Int @id\n  total Float? [|@db.SmallMoney|]\n}", Provider.SqlServer)
            .ReportAtTheMarks().BecomeWhenFixed("model A {\n  id Int @id\n  total Decimal? @db.Decimal(19, 4)\n}");

    [TestCase("total Decimal @db.Decimal(10, 2)")]
    [TestCase("total Decimal @db.Money\n  x Missing")]
    public void Accepts_other_decimals(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
