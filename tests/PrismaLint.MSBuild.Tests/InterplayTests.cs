using System;
using System.Linq;
using FluentAssertions;
using Microsoft.Build.Utilities;
using NUnit.Framework;

namespace PrismaLint.MSBuild.Tests;

/// <summary>What wins where several settings speak of one rule: the table of docs/configuration.md, row by row.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InterplayTests : IDisposable
{
    // One PL3001, which is on; one PL2014, which is off in the default preset.
    private static readonly string s_schema =
        Samples.Unindexed.Replace("  author    User ", "  tags      Tag[]\n  author    User ", StringComparison.Ordinal) + "\nmodel Tag {\n  id    String @id @db.Uuid\n  posts Post[]\n}\n";

    private readonly TemporaryFolder _folder =
        new TemporaryFolder().Write("p.csproj", "<Project />").Write(".editorconfig", "root = true\n").Write("schema.prisma", s_schema);

    public void Dispose() => _folder.Dispose();

    [Test]
    public void A_warning_is_an_error_where_warnings_are_errors() =>
        SeverityOf("PL3001", task => task.TreatWarningsAsErrors = true).Should().Be("error");

    [Test]
    public void A_warning_kept_from_being_an_error_stays_one() =>
        SeverityOf("PL3001", task => (task.TreatWarningsAsErrors, task.WarningsNotAsErrors) = (true, "PL3001")).Should().Be("warning");

    [TestCase("suggestion")]
    [TestCase("silent")]
    [TestCase("none")]
    public void A_rule_named_as_an_error_is_one_whatever_the_editorconfig_says(string severity)
    {
        Configure($"dotnet_diagnostic.PL3001.severity = {severity}");
        SeverityOf("PL3001", task => task.WarningsAsErrors = "PL3001").Should().Be("error");
    }

    [Test]
    public void A_rule_that_is_off_is_an_error_where_it_is_named_as_one()
    {
        SeverityOf("PL2014").Should().Be("none");
        SeverityOf("PL2014", task => task.WarningsAsErrors = "PL2014").Should().Be("error");
    }

    [Test]
    public void A_suggestion_stays_one_where_warnings_are_errors()
    {
        Configure("dotnet_diagnostic.PL3001.severity = suggestion");
        SeverityOf("PL3001", task => task.TreatWarningsAsErrors = true).Should().Be("message");
    }

    [Test]
    public void An_error_of_the_editorconfig_kept_from_being_one_is_a_warning()
    {
        Configure("dotnet_diagnostic.PL3001.severity = error");
        SeverityOf("PL3001").Should().Be("error");
        SeverityOf("PL3001", task => task.WarningsNotAsErrors = "PL3001").Should().Be("warning");
    }

    [Test]
    public void NoWarn_hides_an_error_of_the_editorconfig()
    {
        Configure("dotnet_diagnostic.PL3001.severity = error");
        SeverityOf("PL3001", task => task.NoWarn = "PL3001").Should().Be("none");
    }

    [Test]
    public void A_rule_that_is_off_is_on_where_the_editorconfig_names_it()
    {
        Configure("dotnet_diagnostic.PL2014.severity = warning");
        SeverityOf("PL2014").Should().Be("warning");
    }

    [TestCase("dotnet_analyzer_diagnostic.severity = warning")]
    [TestCase("dotnet_analyzer_diagnostic.category-PrismaRelations.severity = warning")]
    public void A_severity_for_many_rules_turns_none_on(string setting)
    {
        Configure(setting);
        SeverityOf("PL2014").Should().Be("none");
    }

    [Test]
    public void A_policy_that_is_on_without_its_value_says_so()
    {
        Configure("dotnet_diagnostic.PL7002.severity = warning");
        var found = Run().Warnings.Single(warning => warning.Code == "PL0012");
        found.Message.Should().Be("`PL7002` is on and finds nothing: it needs a value of `prismalint.PL7002.allowed`");
        found.File.Should().Be(_folder[".editorconfig"]);

        Configure("dotnet_diagnostic.PL7002.severity = warning\nprismalint.PL7002.allowed = views");
        SeverityOf("PL0012").Should().Be("none");
    }

    [Test]
    public void A_preset_that_turns_policies_on_says_once_which_of_them_lack_their_value()
    {
        _folder.Write("other/schema.prisma", s_schema);
        var engine = Run(task => task.Preset = "all");
        engine.Messages.Where(message => message.Code == "PL0012").Select(message => message.Message).Should().ContainSingle()
            .Which.Should().Contain("`prismalint.PL7002.allowed`");
        engine.Warnings.Should().NotContain(warning => warning.Code == "PL0012");
    }

    [TestCase(null)]
    [TestCase("PL3001")]
    public void A_comment_hides_an_error_of_the_editorconfig(string? warningsAsErrors)
    {
        _folder.Write("schema.prisma", s_schema.Replace("  authorId", "  // prismalint-ignore PL3001: small\n  authorId", StringComparison.Ordinal));
        Configure("dotnet_diagnostic.PL3001.severity = error");
        SeverityOf("PL3001", task => task.WarningsAsErrors = warningsAsErrors ?? "").Should().Be("none");
    }

    [TestCase(null)]
    [TestCase("PL3001")]
    public void A_baseline_hides_an_error_of_the_editorconfig(string? warningsAsErrors)
    {
        _folder.Write("known.json", """{ "version": 1, "entries": [ { "rule": "PL3001", "file": "schema.prisma", "object": "Post.authorId" } ] }""");
        Configure("dotnet_diagnostic.PL3001.severity = error");
        SeverityOf("PL3001", task =>
        {
            task.Baseline = new TaskItem(_folder["known.json"]);
            task.WarningsAsErrors = warningsAsErrors ?? "";
        }).Should().Be("none");
    }

    [Test]
    public void A_line_that_silences_all_analyzers_leaves_what_is_set_alone_and_what_Prisma_refuses()
    {
        _folder.Write(".editorconfig", "root = true\n[*]\ndotnet_analyzer_diagnostic.severity = none\n[*.prisma]\ndotnet_diagnostic.PL2014.severity = warning\n");
        _folder.Write("schema.prisma", s_schema + "\nmodel Broken {\n  id Nothing @id\n}\n");
        SeverityOf("PL3001").Should().Be("none");
        SeverityOf("PL2014").Should().Be("warning");
        SeverityOf("PL0002").Should().Be("error");
        var engine = Run();
        engine.Messages.Where(message => message.Code == "PL0012").Should().ContainSingle().Which.LineNumber.Should().Be(3);
    }

    [Test]
    public void The_section_nearest_to_the_schema_wins_and_a_global_file_counts_less()
    {
        _folder.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.PL3001.severity = error\ndotnet_diagnostic.PL2014.severity = suggestion\n");
        Configure("dotnet_diagnostic.PL3001.severity = suggestion");
        SeverityOf("PL3001").Should().Be("message");
        SeverityOf("PL2014").Should().Be("message");
    }

    private void Configure(string settings) => _folder.Write(".editorconfig", $"root = true\n[*.prisma]\n{settings}\n");

    private string SeverityOf(string code, Action<LintSchemas>? configure = null)
    {
        var engine = Run(configure);
        return engine.Errors.Any(error => error.Code == code) ? "error"
            : engine.Warnings.Any(warning => warning.Code == code) ? "warning"
            : engine.Messages.Any(message => message.Code == code) ? "message" : "none";
    }

    private RecordingBuildEngine Run(Action<LintSchemas>? configure = null)
    {
        var engine = new RecordingBuildEngine();
        using var task = new LintSchemas { BuildEngine = engine, ProjectFile = _folder["p.csproj"], CacheFile = _folder["obj/cache"] };
        configure?.Invoke(task);
        task.Execute();
        return engine;
    }
}
