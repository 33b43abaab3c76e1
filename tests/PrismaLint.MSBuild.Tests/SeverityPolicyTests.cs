using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using static PrismaLint.Diagnostics.DiagnosticSeverity;

namespace PrismaLint.MSBuild.Tests;

public sealed class SeverityPolicyTests
{
    [TestCase("PL3001")]
    [TestCase("pl3001")]
    [TestCase("foreign-key-without-index")]
    [TestCase("CS1591;PL3001")]
    [TestCase("CS1591, PL3001 ,CS0168")]
    [TestCase("\n      CS1591;\n      PL3001\n    ")]
    public void NoWarn_hides_what_it_names(string list) =>
        new SeverityPolicy { NoWarn = CodeList.Parse(list) }.Resolve(Found(Warning)).Should().Be(None);

    [TestCase("")]
    [TestCase("PL3002")]
    [TestCase("PL30011")]
    [TestCase("3001")]
    public void NoWarn_leaves_the_others(string list) =>
        new SeverityPolicy { NoWarn = CodeList.Parse(list) }.Resolve(Found(Warning)).Should().Be(Warning);

    [Test]
    public void NoWarn_wins_over_everything_that_raises() =>
        new SeverityPolicy
        {
            NoWarn = CodeList.Parse("PL3001"),
            WarningsAsErrors = CodeList.Parse("PL3001"),
            TreatWarningsAsErrors = true,
        }
        .Resolve(Found(Error)).Should().Be(None);

    [TestCase(Silent)]
    [TestCase(Suggestion)]
    [TestCase(Warning)]
    [TestCase(Error)]
    public void WarningsAsErrors_makes_an_error_of_whatever_it_names(DiagnosticSeverity severity) =>
        new SeverityPolicy { WarningsAsErrors = CodeList.Parse("PL3001") }.Resolve(Found(severity)).Should().Be(Error);

    [TestCase(Silent, Silent)]
    [TestCase(Suggestion, Suggestion)]
    [TestCase(Warning, Error)]
    [TestCase(Error, Error)]
    public void TreatWarningsAsErrors_raises_warnings_only(DiagnosticSeverity found, DiagnosticSeverity logged) =>
        new SeverityPolicy { TreatWarningsAsErrors = true }.Resolve(Found(found)).Should().Be(logged);

    [TestCase(Suggestion, Suggestion)]
    [TestCase(Warning, Warning)]
    [TestCase(Error, Warning)]
    public void WarningsNotAsErrors_keeps_what_it_names_from_being_an_error(DiagnosticSeverity found, DiagnosticSeverity logged) =>
        new SeverityPolicy
        {
            WarningsNotAsErrors = CodeList.Parse("PL3001"),
            WarningsAsErrors = CodeList.Parse("PL3001"),
            TreatWarningsAsErrors = true,
        }
        .Resolve(Found(found)).Should().Be(logged);

    [TestCase(false, Warning)]
    [TestCase(true, Error)]
    public void Suggestions_become_warnings_where_asked_for(bool treatWarningsAsErrors, DiagnosticSeverity logged) =>
        new SeverityPolicy { SuggestionsAsWarnings = true, TreatWarningsAsErrors = treatWarningsAsErrors }
            .Resolve(Found(Suggestion)).Should().Be(logged);

    [Test]
    public void A_fault_of_the_linter_stays_a_warning_among_warnings_as_errors() =>
        new SeverityPolicy { TreatWarningsAsErrors = true }
            .Resolve(Found(Warning) with { Id = "PL0099", Name = "tool-fault" }).Should().Be(Warning);

    private static Finding Found(DiagnosticSeverity severity) =>
        new("PL3001", "foreign-key-without-index", severity, "/p/schema.prisma", 1, 1, "m");
}
