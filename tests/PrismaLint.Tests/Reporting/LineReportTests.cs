using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Reporting;
using PrismaLint.Text;

namespace PrismaLint.Tests.Reporting;

/// <summary>The formats of one line a finding.</summary>
public sealed class LineReportTests
{
    [Test]
    public void MSBuild_reads_path_line_column_severity_and_id() =>
        MSBuildReport.Write(Findings.One()).Should().Be("a/schema.prisma(2,3): warning PL9990: `A.id` is \"odd\"\n");

    [TestCase(DiagnosticSeverity.Error, "error")]
    [TestCase(DiagnosticSeverity.Suggestion, "message")]
    public void MSBuild_has_its_own_word_for_a_suggestion(DiagnosticSeverity severity, string word) =>
        MSBuildReport.Line(Findings.Only(Findings.One()) with { Severity = severity }).Should().Contain($": {word} PL9990: ");

    [Test]
    public void GitHub_gets_an_annotation_at_the_span() =>
        GitHubReport.Write(Findings.One()).Should().Be(
            "::warning file=a/schema.prisma,line=2,endLine=2,col=3,endColumn=4,title=PL9990%3A made-up::`A.id` is \"odd\"\n");

    [Test]
    public void GitHub_escapes_what_would_end_a_property_or_a_command()
    {
        var source = new SourceText("a,b:c%.prisma", "model A {}");
        GitHubReport.Write(Findings.Report(source, Findings.Kind.At(Findings.In(source, "A"), "100 %, a: b\nnext")))
            .Should().StartWith("::warning file=a%2Cb%3Ac%25.prisma,").And.EndWith("::100 %25, a: b%0Anext\n");
    }

    [Test]
    public void What_is_of_operation_is_a_message_unless_somebody_has_configured_it()
    {
        var found = Findings.Only(Findings.WithDatabase());
        MSBuildReport.Line(found).Should().Contain(": message PL9990: ");
        MSBuildReport.Line(found with { IsSeverityConfigured = true }).Should().Contain(": error PL9990: ");
        GitHubReport.Write(Findings.Report(found.Location.Source, found)).Should().StartWith("::notice ");
        GitHubReport.Write(Findings.Report(found.Location.Source, found with { IsSeverityConfigured = true })).Should().StartWith("::error ");
    }

    [Test]
    public void Suppressed_and_silent_findings_are_left_out()
    {
        var found = Findings.Only(Findings.One());
        var report = Findings.Report(found.Location.Source, found with { IsSuppressed = true }, found with { Severity = DiagnosticSeverity.Silent });
        MSBuildReport.Write(report).Should().BeEmpty();
        GitHubReport.Write(report).Should().BeEmpty();
    }
}
