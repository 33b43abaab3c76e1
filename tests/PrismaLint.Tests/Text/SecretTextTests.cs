using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Fixes;
using PrismaLint.Reporting;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Tests.Text;

public sealed class SecretTextTests
{
    private const string Key = "sk_live_" + "51HxYzAbCdEfGhIjKlMnOpQr";

    [TestCase("url = \"postgresql://app:p4ss@db:5432/app\"", "url = \"postgresql://app:****@db:5432/app\"")]
    [TestCase("\"mysql://app:p@ss:w@db/app?x=1\"", "\"mysql://app:******@db/app?x=1\"", Description = "a password may hold what ends it")]
    [TestCase("\"postgresql://app@db/app\"", "\"postgresql://app@db/app\"")]
    [TestCase("\"postgresql://db:5432/app\"", "\"postgresql://db:5432/app\"", Description = "a port is no password")]
    [TestCase("\"sqlserver://h:1433;user=sa;password=Top1;encrypt=true\"", "\"sqlserver://h:1433;user=sa;password=****;encrypt=true\"")]
    [TestCase("\"prisma://x/?api_key=abc&y=1\"", "\"prisma://x/?api_key=***&y=1\"")]
    [TestCase("// see https://host/path", "// see https://host/path")]
    [TestCase("name String @default(\"token\")", "name String @default(\"token\")")]
    [TestCase("@default(\"" + Key + "\")", "@default(\"********************************\")")]
    public void Covers_secrets_and_nothing_else(string text, string expected) => SecretText.Mask(text).Should().Be(expected);

    [Test]
    public void No_report_shows_a_secret_of_the_schema()
    {
        var content = $$"""
            datasource db {
              provider = "postgresql"
              url      = "postgresql://app:S3cr3tPw@db.corp.io:5432/app?sslmode=disable"
              url "postgresql://app:S3cr3tPw@db.corp.io:5432/app"
            }

            model A {
              id    Int    @id
              token String @default("{{Key}}") @nonsense
            }
            """;
        var report = Linter.Lint(SchemaSource.FromText("schema.prisma", content), new LintOptions { Preset = RulePreset.All });
        report.Diagnostics.Should().HaveCountGreaterThan(2);
        var written = JsonReport.Write(report, "1", HelpLinks.None) + SarifReport.Write(report, new SarifOptions { ToolVersion = "1", RootFolder = "/" })
            + GitHubReport.Write(report) + MSBuildReport.Write(report)
            + UnifiedDiff.Write(new SourceText("a", content), new SourceText("a", content.Replace("  id    Int", "  id    BigInt", System.StringComparison.Ordinal)));
        foreach (var diagnostic in report.Diagnostics)
            written += CodeFrame.Create(diagnostic.Location)?.Text;
        written.Should().NotContain("S3cr3tPw").And.NotContain(Key);
    }
}
