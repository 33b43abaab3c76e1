using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using NJsonSchema;
using NUnit.Framework;
using PrismaLint.Reporting;
using PrismaLint.Rules;

namespace PrismaLint.Tests.Reporting;

/// <summary>Holds what is written against the published schema of SARIF 2.1.0.</summary>
public sealed class SarifSchemaTests
{
    [TestCase(RulePreset.Recommended)]
    [TestCase(RulePreset.All)]
    public async Task A_report_is_valid_SARIF(RulePreset preset)
    {
        var samples = File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), "samples", "Storefront", "prisma", "schema.prisma"));
        SchemaSource[] schemas =
        [
            SchemaSource.FromText("/work/sources/prisma/schema.prisma", samples),
            SchemaSource.FromText("broken.prisma", "model A {\n  id Int @idd // prismalint-ignore PL3001: why\n  b B\n$\n"),
            SchemaSource.FromText("empty.prisma", ""),
        ];
        var report = Linter.Lint(schemas, new LintOptions { Preset = preset });
        report.Diagnostics.Count.Should().BeGreaterThan(20);
        var written = SarifReport.Write(report, new SarifOptions { ToolVersion = "1.2.3", RootFolder = "/work/sources", Problems = ["a problem"] });

        var schema = await JsonSchema.FromFileAsync(Path.Combine(ArchitectureTests.Repository(), "tests", "PrismaLint.Tests", "Data", "sarif-2.1.0-rtm.5.json"));
        schema.Validate(written).Select(error => error.ToString()).Should().BeEmpty();
        schema.Validate(SarifReport.Write(Findings.WithDatabase(), new SarifOptions { ToolVersion = "1.2.3" })).Select(error => error.ToString()).Should().BeEmpty();
        schema.Validate(written.Replace("\"2.1.0\"", "\"2.1\"", System.StringComparison.Ordinal)).Should().NotBeEmpty("the schema checks something");
    }
}
