using NUnit.Framework;
using PrismaLint.Rules.Configuration;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Configuration;

public sealed class ObsoleteGeneratorOptionRuleTests : RuleTests<ObsoleteGeneratorOptionRule>
{
    private const string Prisma7 = "datasource db {\n  provider = \"postgresql\"\n}\n";

    private const string Prisma6 = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n}\n";

    [Test]
    public void Reports_an_option_without_effect_and_removes_it() =>
        Lint(Prisma7 + "generator c {\n  provider = \"prisma-client\"\n  output = \"x\"\n  [|binaryTargets = [\"native\"]|]\n}")
            .Should().Report("`binaryTargets` of `generator c` has no effect in Prisma 7")
            .And.BecomeWhenFixed(Prisma7 + "generator c {\n  provider = \"prisma-client\"\n  output = \"x\"\n}");

    [Test]
    public void Names_the_successor_of_the_old_generator() =>
        Lint(Prisma7 + "generator c {\n  provider = [|\"prisma-client-js\"|]\n}")
            .Should().Report("`prisma-client-js` of `generator c` has a successor, `prisma-client`, in Prisma 7").And.OfferNoFix();

    [TestCase(Prisma6 + "generator c {\n  provider = \"prisma-client-js\"\n  engineType = \"library\"\n}")]
    [TestCase(Prisma7 + "generator c {\n  provider = \"other\"\n  engineType = \"library\"\n}")]
    [TestCase(Prisma7 + "generator c {\n  engineType = ")]
    public void Is_silent_before_Prisma_7_and_about_others(string schema) => Lint(schema).Should().ReportNothing();
}
