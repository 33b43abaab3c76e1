using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class FieldTypePolicyRuleTests : RuleTests<FieldTypePolicyRule>
{
    [Test]
    public void Reports_another_type_and_writes_the_right_one() =>
        Lint("""
            model Order {
              id          Int      @id
              totalAmount [|Float|]
              paidAmount  [|Decimal|]  @db.Money
              createdAt   DateTime
            }
            """,
            (FieldTypePolicyRule.Require, "/Amount$/ => Decimal @db.Decimal(19, 4), /At$/ => DateTime"))
        .Should().Report(
            "`Order.totalAmount` is `Float`, and fields of that name are `Decimal @db.Decimal(19, 4)`",
            "`Order.paidAmount` is `Decimal @db.Money`, and fields of that name are `Decimal @db.Decimal(19, 4)`")
        .And.BecomeWhenFixed("""
            model Order {
              id          Int      @id
              totalAmount Decimal @db.Decimal(19, 4)
              paidAmount  Decimal  @db.Decimal(19, 4)
              createdAt   DateTime
            }
            """);

    [TestCase("ownAmount Decimal? @db.Decimal(19,4)")]
    [TestCase("allAmount Decimal[] @db.Decimal(19, 4)")]
    [TestCase("amount Int")]
    [TestCase("oldAmount Int @ignore")]
    public void Accepts_the_type_however_often_it_occurs(string field) =>
        Lint($"model Order {{\n  id Int @id\n  {field}\n}}\n", (FieldTypePolicyRule.Require, "/Amount$/ => Decimal @db.Decimal(19, 4)")).Should().ReportNothing();

    [Test]
    public void Takes_any_arguments_where_none_are_asked_for_and_the_first_entry_that_fits() =>
        Lint(
            "model Order {\n  id Int @id\n  userId String @db.VarChar(9)\n  otherId [|Int|]\n}\n",
            (FieldTypePolicyRule.Require, "userId => String @db.VarChar, /Id$/ => String"))
        .Should().ReportAtTheMarks();

    [TestCase("id", "id [|Int|] @id @default(autoincrement())")]
    [TestCase("aId", "id Int @id\n  aId [|Int|] @default(7)")]
    [TestCase("aId", "id Int @id\n  aId [|Int|]\n  a Order @relation(\"x\", fields: [aId], references: [id])\n  b Order[] @relation(\"x\")")]
    public void Offers_no_fix_where_more_would_have_to_change(string name, string fields) =>
        Lint($"model Order {{\n  {fields}\n}}\n", (FieldTypePolicyRule.Require, name + " => String")).Should().ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Is_silent_without_entries_and_on_broken_models()
    {
        Lint("model Order {\n  id Int @id\n}\n").Should().ReportNothing();
        Lint("model Order {\n  id Int\n}\n", (FieldTypePolicyRule.Require, "id => String")).Should().ReportNothing();
        Lint("model Order {\n  id [|Int|]\n}\n", (FieldTypePolicyRule.Require, "id => String"), (FieldTypePolicyRule.Compatibility, "prisma-lint")).Should().ReportAtTheMarks();
    }

    [Test]
    public void Takes_no_field_for_right_where_entries_are_at_odds_and_prisma_lint_does_so() =>
        Lint("model Order {\n  id [|String|] @id\n}\n", (FieldTypePolicyRule.Require, "id => String, /^id/ => Int"), (FieldTypePolicyRule.Compatibility, "prisma-lint"))
            .Should().ReportAtTheMarks();

    [TestCase("id")]
    [TestCase("id => ")]
    [TestCase("/(/ => Int")]
    [TestCase("id => Int @db.")]
    public void Refuses_what_is_no_list_of_types(string text) => FieldTypePolicyRule.Require.Parse(text).Should().BeNull();
}
