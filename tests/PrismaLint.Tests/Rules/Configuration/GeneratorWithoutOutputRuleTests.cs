using NUnit.Framework;
using PrismaLint.Rules.Configuration;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Configuration;

public sealed class GeneratorWithoutOutputRuleTests : RuleTests<GeneratorWithoutOutputRule>
{
    [Test]
    public void Reports_a_client_without_output_and_adds_one() =>
        Lint("generator [|client|] {\n  provider = \"prisma-client\"\n}")
            .Should().Report("`generator client` generates `prisma-client` and has no `output`")
            .And.BecomeWhenFixed("generator client {\n  provider = \"prisma-client\"\n  output = \"../generated/prisma\"\n}");

    [TestCase("provider = \"prisma-client\"\n  output = \"x\"")]
    [TestCase("provider = \"prisma-client-js\"")]
    [TestCase("provider = \"prisma-client\"\n  output = env(\"OUT\")")]
    [TestCase("provider = ")]
    public void Accepts_other_generators(string properties) => Lint($"generator client {{\n  {properties}\n}}").Should().ReportNothing();
}
