using NUnit.Framework;
using PrismaLint.Rules.Configuration;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Configuration;

public sealed class PreviewFeaturePolicyRuleTests : RuleTests<PreviewFeaturePolicyRule>
{
    [Test]
    public void Reports_each_feature_outside_the_list() =>
        Lint("generator c {\n  provider = \"prisma-client-js\"\n  previewFeatures = [\"views\", [|\"relationJoins\"|]]\n}", (PreviewFeaturePolicyRule.Allowed, "views"))
            .Should().Report("Preview feature `relationJoins` is not among those allowed (views)");

    [Test]
    public void Is_silent_without_a_list() =>
        Lint("generator c {\n  provider = \"prisma-client-js\"\n  previewFeatures = [\"views\"]\n}").Should().ReportNothing();

    [Test]
    public void Survives_a_broken_list() =>
        Lint("generator c {\n  previewFeatures = [", (PreviewFeaturePolicyRule.Allowed, "views")).Should().ReportNothing();
}
