using NUnit.Framework;
using PrismaLint.Rules.Configuration;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Configuration;

public sealed class DeprecatedPropertyRuleTests : RuleTests<DeprecatedPropertyRule>
{
    [Test]
    public void Reports_an_old_name_and_renames_it() =>
        Lint("generator client {\n  provider = \"prisma-client-js\"\n  [|experimentalFeatures|] = [\"views\"]\n}")
            .Should().Report("`experimentalFeatures` of `generator client` is read by nobody any more: today it is `previewFeatures`")
            .And.BecomeWhenFixed("generator client {\n  provider = \"prisma-client-js\"\n  previewFeatures = [\"views\"]\n}");

    [Test]
    public void Does_not_make_a_second_property_of_one_name() =>
        Lint("generator client {\n  provider = \"prisma-client-js\"\n  [|platforms|] = [\"native\"]\n  binaryTargets = [\"native\"]\n}").ReportAtTheMarks().And.OfferNoFix();

    [TestCase("provider = \"prisma-client-js\"\n  previewFeatures = [\"views\"]")]
    [TestCase("provider = \"my-generator\"\n  platforms = [\"x\"]")]
    [TestCase("platforms = ")]
    public void Accepts_new_names_and_other_generators(string properties) => Lint($"generator client {{\n  {properties}\n}}").Should().ReportNothing();
}
