using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Configuration;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Configuration;

public sealed class DeprecatedPreviewFeatureRuleTests : RuleTests<DeprecatedPreviewFeatureRule>
{
    private const string Head = "datasource db {\n  provider   = \"postgresql\"\n  url        = env(\"U\")\n";

    [Test]
    public void Reports_the_extensions_and_removes_both_halves() =>
        Lint(Head + "  extensions = [citext]\n}\n\ngenerator c {\n  provider        = \"prisma-client-js\"\n  previewFeatures = [[|\"postgresqlExtensions\"|], \"views\"]\n}")
            .Should().Report("Preview feature `postgresqlExtensions` is deprecated since Prisma 6.16: migrations install extensions")
            .And.BecomeWhenFixed(Head + "}\n\ngenerator c {\n  provider        = \"prisma-client-js\"\n  previewFeatures = [\"views\"]\n}");

    [Test]
    public void Rates_them_as_a_suggestion_with_an_unsafe_fix()
    {
        var found = Lint("generator c {\n  provider = \"prisma-client-js\"\n  previewFeatures = [[|\"postgresqlExtensions\"|]]\n}").Found.Single();
        found.Severity.Should().Be(DiagnosticSeverity.Suggestion);
        found.Fixes.Single().Safety.Should().Be(FixSafety.Unsafe);
    }

    [Test]
    public void Offers_no_fix_where_two_generators_name_them() =>
        Lint("generator c {\n  provider = \"a\"\n  previewFeatures = [[|\"postgresqlExtensions\"|]]\n}\n\ngenerator d {\n  provider = \"b\"\n  previewFeatures = [[|\"postgresqlExtensions\"|]]\n}")
            .ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Reports_what_prisma_does_not_read_of_a_broken_generator() =>
        Lint("generator c {\n  previewFeatures = [[|\"multiSchema\"|], \"views\", [|\"metrics\"|], [|\"fullTextSearch\"|]]\n}")
            .Should().Report(
                "Preview feature `multiSchema` is general and works without being named",
                "Preview feature `metrics` is deprecated and gone in Prisma 7",
                "Preview feature `fullTextSearch` is called `fullTextSearchPostgres` with PostgreSQL")
            .And.BecomeWhenFixed("generator c {\n  previewFeatures = [\"views\", \"fullTextSearchPostgres\"]\n}");

    [Test]
    public void Removes_the_property_with_its_only_feature() =>
        Lint("generator c {\n  output          = \"x\"\n  previewFeatures = [[|\"tracing\"|]]\n}").ReportAtTheMarks().And.BecomeWhenFixed("generator c {\n  output          = \"x\"\n}");

    [TestCase("generator c {\n  provider = \"x\"\n  previewFeatures = [\"views\", \"relationJoins\"]\n}")]
    [TestCase("generator c {\n  previewFeatures = [\"views\"]\n}")]
    [TestCase("generator c {\n  previewFeatures = [")]
    [TestCase("generator c {\n  provider = \"x\"\n}")]
    public void Accepts_features_that_are_current(string generator) => Lint(generator).Should().ReportNothing();

    // Decision: what Prisma says is not said again. PL0011 has the finding, and the fix where there is one.
    [TestCase("multiSchema", "general-preview-feature", "Remove `previewFeatures`")]
    [TestCase("metrics", "deprecated-preview-feature", null)]
    [TestCase("fullTextSearch", "renamed-preview-feature", "Replace `fullTextSearch` with `fullTextSearchPostgres`")]
    public void Is_silent_where_validation_speaks(string feature, string detail, string? fix)
    {
        var text = Head + $"}}\n\ngenerator c {{\n  provider = \"prisma-client-js\"\n  previewFeatures = [\"{feature}\"]\n}}\n";
        var found = Linter.Lint(SchemaSource.FromText("schema.prisma", text)).Diagnostics;

        found.Should().NotContain(diagnostic => diagnostic.Id == "PL7001");
        var said = found.Single(diagnostic => diagnostic.Detail == detail);
        said.Object.Should().Be("generator c");
        said.Fixes.Select(offered => offered.Title).SingleOrDefault().Should().Be(fix);
    }
}
