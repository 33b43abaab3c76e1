using NUnit.Framework;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class DateStoredAsTextRuleTests : RuleTests<DateStoredAsTextRule>
{
    [Test]
    public void Reports_a_date_and_makes_it_one() =>
        Lint("model A {\n  id Int @id\n  [|birth_date|] String?\n}")
            .Should().Report("`A.birth_date` is named for a moment or date and is a `String`")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  birth_date DateTime?\n}");

    [Test]
    public void Offers_no_fix_over_a_native_type() =>
        Lint("model A {\n  id Int @id\n  [|paidAt|] String @db.VarChar(20)\n}").ReportAtTheMarks().And.OfferNoFix();

    [TestCase("dateFormat String")]
    [TestCase("candidate String")]
    [TestCase("createdat String")]
    [TestCase("format String")]
    [TestCase("lastUpdate String")]
    [TestCase("paidAt DateTime")]
    [TestCase("paidAt String\n  x Missing")]
    public void Accepts_other_names_and_types(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
