using NUnit.Framework;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class BooleanStoredAsTextOrNumberRuleTests : RuleTests<BooleanStoredAsTextOrNumberRule>
{
    [Test]
    public void Reports_a_question_and_makes_it_a_Boolean() =>
        Lint("model A {\n  id Int @id\n  [|isActive|] String\n}")
            .Should().Report("`A.isActive` is named for yes or no and is `String`")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  isActive Boolean\n}");

    [Test]
    public void Reports_numbers_too() => Lint("model A {\n  id Int @id\n  [|has_children|] Int @default(0)\n}").ReportAtTheMarks().And.OfferNoFix();

    [TestCase("isActive Boolean")]
    [TestCase("isoCode String")]
    [TestCase("issue String")]
    [TestCase("hash String")]
    [TestCase("canceledBy String")]
    [TestCase("isActive String\n  x Missing")]
    public void Accepts_other_names_and_types(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
}
