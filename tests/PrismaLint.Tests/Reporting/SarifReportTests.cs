using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Reporting;
using PrismaLint.Text;

namespace PrismaLint.Tests.Reporting;

public sealed class SarifReportTests
{
    [Test]
    public void A_result_leads_to_its_rule_place_object_and_fix()
    {
        var run = Run(Findings.One());
        var result = run.GetProperty("results")[0];
        result.GetProperty("ruleId").GetString().Should().Be("PL9990");
        result.GetProperty("level").GetString().Should().Be("warning");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()]
            .GetProperty("id").GetString().Should().Be("PL9990");
        var location = result.GetProperty("locations")[0];
        location.GetProperty("physicalLocation").GetRawText().Replace(" ", "", System.StringComparison.Ordinal).Replace("\n", "", System.StringComparison.Ordinal)
            .Should().Be("""{"artifactLocation":{"uri":"a/schema.prisma","uriBaseId":"SRCROOT"},"region":{"startLine":2,"startColumn":3,"endLine":2,"endColumn":5}}""");
        location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().Should().Be("A.id");
        result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0]
            .GetProperty("insertedContent").GetProperty("text").GetString().Should().Be(" @id");
        run.GetProperty("columnKind").GetString().Should().Be("utf16CodeUnits");
    }

    [Test]
    public void What_was_not_judged_is_a_note_of_the_run()
    {
        var run = Run(Findings.WithDatabase());
        run.GetProperty("results")[0].GetProperty("properties").GetProperty("operational").GetBoolean().Should().BeTrue();
        var invocation = run.GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeTrue();
        var note = invocation.GetProperty("toolExecutionNotifications")[0];
        note.GetProperty("level").GetString().Should().Be("note");
        note.GetProperty("message").GetProperty("text").GetString().Should().Be("`unused-index` is not judged: the statistics cover 3 h; wait");
        note.GetProperty("associatedRule").GetProperty("id").GetString().Should().Be("PL8001");
    }

    [TestCase("/work/a b/schema.prisma", "a%20b/schema.prisma", true)]
    [TestCase("./x/../schema.prisma", "schema.prisma", true)]
    [TestCase("/other/ü.prisma", "file:///other/%C3%BC.prisma", false)]
    [TestCase("../schema.prisma", "../schema.prisma", false)]
    public void A_path_below_the_root_is_relative_to_it(string path, string uri, bool hasBase)
    {
        var artifact = Run(Findings.One(path)).GetProperty("results")[0].GetProperty("locations")[0]
            .GetProperty("physicalLocation").GetProperty("artifactLocation");
        artifact.GetProperty("uri").GetString().Should().Be(uri);
        artifact.TryGetProperty("uriBaseId", out _).Should().Be(hasBase);
    }

    [Test]
    public void Links_appear_only_where_a_base_is_given()
    {
        Rule(HelpLinks.None).TryGetProperty("helpUri", out _).Should().BeFalse();
        Rule(new HelpLinks("file:///docs/", ".md")).GetProperty("helpUri").GetString().Should().Be("file:///docs/PL9990.md");

        static JsonElement Rule(HelpLinks help) => Run(Findings.One(), help).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
    }

    [Test]
    public void A_suppression_is_told_with_its_reason()
    {
        var found = Findings.Only(Findings.One()) with { IsSuppressed = true, SuppressionReason = "small" };
        var suppression = Run(Findings.Report(found.Location.Source, found)).GetProperty("results")[0].GetProperty("suppressions")[0];
        suppression.GetProperty("kind").GetString().Should().Be("inSource");
        suppression.GetProperty("justification").GetString().Should().Be("small");
    }

    [Test]
    public void What_a_baseline_hides_is_suppressed_from_outside()
    {
        var found = Findings.Only(Findings.One()) with { IsSuppressed = true, IsInBaseline = true };
        Run(Findings.Report(found.Location.Source, found)).GetProperty("results")[0].GetProperty("suppressions")[0].GetProperty("kind").GetString().Should().Be("external");
    }

    [Test]
    public void Equal_findings_have_fingerprints_of_their_own_that_survive_moved_lines()
    {
        var source = new SourceText("s.prisma", "id id");
        var moved = new SourceText("s.prisma", "\n\nid id");
        Fingerprints(source).Should().OnlyHaveUniqueItems().And.Equal(Fingerprints(moved));

        static string[] Fingerprints(SourceText source)
        {
            var first = Findings.In(source, "id");
            var second = first with { Span = new TextSpan(first.Span.Start + 3, 2) };
            var results = Run(Findings.Report(source, Findings.Kind.At(first, "same"), Findings.Kind.At(second, "same"))).GetProperty("results");
            return
            [
                results[0].GetProperty("partialFingerprints").GetProperty("prismalint/v1").ToString(),
                results[1].GetProperty("partialFingerprints").GetProperty("prismalint/v1").ToString(),
            ];
        }
    }

    [Test]
    public void What_went_wrong_makes_the_run_unsuccessful()
    {
        var sarif = SarifReport.Write(Findings.One(), new SarifOptions { ToolVersion = "1", Problems = ["`x` does not exist"] });
        using var document = JsonDocument.Parse(sarif);
        var invocation = document.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeFalse();
        invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString().Should().Be("`x` does not exist");
    }

    private static JsonElement Run(LintReport report, HelpLinks? help = null)
    {
        var sarif = SarifReport.Write(report, new SarifOptions { ToolVersion = "1.2.3", RootFolder = "/work", Help = help ?? HelpLinks.None });
        using var document = JsonDocument.Parse(sarif);
        return document.RootElement.GetProperty("runs")[0].Clone();
    }
}
