using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Tests;

public sealed class LinterTests
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }

        """;

    [TestCase("", DiagnosticSeverity.Warning)]
    [TestCase("dotnet_diagnostic.PL3001.severity = error", DiagnosticSeverity.Error)]
    [TestCase("dotnet_diagnostic.foreign-key-without-index.severity = silent", DiagnosticSeverity.Silent)]
    [TestCase("dotnet_analyzer_diagnostic.category-PrismaIndexing.severity = suggestion", DiagnosticSeverity.Suggestion)]
    public void A_finding_has_the_configured_severity(string setting, DiagnosticSeverity expected)
    {
        var report = Lint(Schema, setting);
        report.Diagnostics.Single(diagnostic => diagnostic.Id == "PL3001").Severity.Should().Be(expected);
        report.Visible.Any(diagnostic => diagnostic.Id == "PL3001").Should().Be(expected > DiagnosticSeverity.Silent);
    }

    [Test]
    public void A_rule_set_to_none_is_out_of_the_report() =>
        Lint(Schema, "dotnet_diagnostic.PL3001.severity = none").Diagnostics.Should().NotContain(diagnostic => diagnostic.Id == "PL3001");

    [Test]
    public void Without_a_preset_a_configuration_still_turns_rules_on()
    {
        Linter.Lint(SchemaSource.FromText("schema.prisma", Schema), new LintOptions { Preset = RulePreset.None }).Diagnostics.Should().BeEmpty();
        Linter.Lint(SchemaSource.FromText("schema.prisma", Schema), new LintOptions { Preset = RulePreset.None, Configuration = Configure("dotnet_diagnostic.PL3001.severity = suggestion") })
            .Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Severity)).Should().Equal(("PL3001", DiagnosticSeverity.Suggestion));
        Linter.Lint(SchemaSource.FromText("schema.prisma", Schema), new LintOptions { Preset = RulePreset.None, Configuration = LintConfiguration.Empty.WithRule("PL3001") ?? LintConfiguration.Empty })
            .Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Severity)).Should().Equal(("PL3001", DiagnosticSeverity.Warning));
    }

    [TestCase("  authorId Int", "  authorId Int // prismalint-ignore PL3001: small")]
    [TestCase("  author   User", "  // prismalint-ignore foreign-key-without-index: small\n  author   User")]
    [TestCase("model Post {", "// prismalint-ignore PL3001: small\nmodel Post {")]
    [TestCase("model Post {", "model Post {\n  /// prismalint-ignore-block: small")]
    [TestCase("model User {", "// prismalint-ignore-file PL3001: small\nmodel User {")]
    public void A_suppressed_finding_stays_in_the_report(string before, string after)
    {
        var report = Lint(Schema.Replace(before, after, StringComparison.Ordinal), "");
        var found = report.Diagnostics.Single(diagnostic => diagnostic.Id == "PL3001");
        (found.IsSuppressed, found.SuppressionReason).Should().Be((true, "small"));
        report.Visible.Should().NotContain(diagnostic => diagnostic.Id == "PL3001" || diagnostic.Id == "PL0013");
        report.SuppressedCount.Should().BePositive();
    }

    [Test]
    public void A_suppression_of_a_rule_that_is_off_is_not_called_unused()
    {
        var text = Schema.Replace("  id    Int", "  // prismalint-ignore PL3001\n  id    Int", StringComparison.Ordinal);
        Lint(text, "").Diagnostics.Should().Contain(diagnostic => diagnostic.Id == "PL0013");
        Lint(text, "dotnet_diagnostic.PL3001.severity = none").Diagnostics.Should().NotContain(diagnostic => diagnostic.Id == "PL0013");
    }

    [Test]
    public void A_rule_gets_its_options_from_the_configuration()
    {
        var (rule, option) = RuleCatalog.All.SelectMany(rule => rule.Options.OfType<RuleOption<NameList>>().Select(option => (rule, option))).First();
        var values = Configure($"prismalint.{rule.Descriptor.Name}.{option.Name.ToUpperInvariant()} = One, Two*").GetOptions("schema.prisma");
        values[option].Should().BeOfType<NameList>().Which.Patterns.Should().Equal("One", "Two*");
        Configure($"prismalint.{rule.Descriptor.Id}.{option.Name}x = 1").Diagnostics.Single().Message
            .Should().StartWith($"`{rule.Descriptor.Id}` has no option `{option.Name}x`; did you mean `");
    }

    [Test]
    public void A_file_of_two_schemas_is_reported_once()
    {
        var text = new SourceText("shared.prisma", "model A {\n  id Int @id\n  b  Nothing\n}\n");
        var report = Linter.Lint([new SchemaSource("one", [text]), new SchemaSource("two", [text])]);
        report.Diagnostics.Where(diagnostic => diagnostic.Id == "PL0002").Should().ContainSingle();
    }

    private static LintReport Lint(string text, string setting) =>
        Linter.Lint(SchemaSource.FromText("schema.prisma", text), new LintOptions { Configuration = Configure(setting) });

    private static LintConfiguration Configure(string setting) =>
        LintConfiguration.Create([new ConfigurationFile(new SourceText(".editorconfig", "[*.prisma]\n" + setting), "/work/.editorconfig")], "/work");
}
