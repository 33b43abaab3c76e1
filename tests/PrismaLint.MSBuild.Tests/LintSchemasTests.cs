using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using NUnit.Framework;

namespace PrismaLint.MSBuild.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LintSchemasTests : IDisposable
{
    private readonly TemporaryFolder _folder =
        new TemporaryFolder().Write("p.csproj", "<Project />").Write(".editorconfig", "root = true\n");

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Logs_a_warning_with_code_absolute_path_start_and_help_link_and_nothing_else()
    {
        _folder.Write("prisma/schema.prisma", Samples.Unindexed).Write("pages/PL3001.md", "# PL3001");

        var (succeeded, engine) = Run(task => task.HelpFolder = _folder["pages/"]);

        succeeded.Should().BeTrue();
        var warning = engine.Warnings.Should().ContainSingle(warning => warning.Code == "PL3001").Subject;
        warning.File.Should().Be(_folder["prisma/schema.prisma"]);
        (warning.LineNumber, warning.ColumnNumber, warning.EndLineNumber, warning.EndColumnNumber).Should().Be((14, 3, 0, 0));
        warning.Subcategory.Should().BeNull();
        warning.HelpKeyword.Should().BeNull();
        warning.HelpLink.Should().Be(new Uri(_folder["pages/PL3001.md"]).AbsoluteUri);
    }

    [Test]
    public void Links_below_the_base_that_a_project_names()
    {
        _folder.Write("schema.prisma", Samples.Unindexed).Write("pages/PL3001.md", "# PL3001");

        var (_, engine) = Run(task =>
        {
            task.HelpFolder = _folder["pages/"];
            task.HelpBase = "wiki:lint/";
        });

        engine.Warnings.Single(warning => warning.Code == "PL3001").HelpLink.Should().Be("wiki:lint/PL3001");
    }

    [Test]
    public void An_error_fails_the_task()
    {
        _folder.Write("schema.prisma", Samples.Unindexed.Replace("posts     Post[]", "posts     Pots[]", StringComparison.Ordinal));

        var (succeeded, engine) = Run();

        succeeded.Should().BeFalse();
        engine.Errors.Should().Contain(error => error.LineNumber == 8 && error.Code.StartsWith("PL0", StringComparison.Ordinal));
    }

    [Test]
    public void A_suggestion_is_a_message_with_code_and_place()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);
        Configure("dotnet_diagnostic.PL3001.severity = suggestion");

        var (_, engine) = Run();

        engine.Warnings.Should().NotContain(warning => warning.Code == "PL3001");
        var message = engine.Messages.Single(message => message.Code == "PL3001");
        (message.File, message.LineNumber, message.ColumnNumber).Should().Be((_folder["schema.prisma"], 14, 3));
        message.Importance.Should().Be(MessageImportance.High);

        Run(task => task.SuggestionsAsWarnings = true).Engine.Warnings.Should().Contain(warning => warning.Code == "PL3001");
    }

    [TestCase("suggestion")]
    [TestCase("none")]
    public void A_code_among_WarningsAsErrors_is_an_error_whatever_the_configuration_says(string severity)
    {
        _folder.Write("schema.prisma", Samples.Unindexed);
        Configure($"dotnet_diagnostic.PL3001.severity = {severity}");

        var (succeeded, engine) = Run(task => task.WarningsAsErrors = "CS1591;PL3001");

        succeeded.Should().BeFalse();
        engine.Errors.Should().Contain(error => error.Code == "PL3001");
    }

    [Test]
    public void What_a_comment_suppresses_stays_hidden_among_WarningsAsErrors()
    {
        _folder.Write("schema.prisma", Samples.Unindexed.Replace("  authorId", "  // prismalint-ignore PL3001: small\n  authorId", StringComparison.Ordinal));

        var (_, engine) = Run(task => task.WarningsAsErrors = "PL3001");

        engine.Errors.Should().BeEmpty();
    }

    [Test]
    public void Replays_what_was_found_with_other_severity_properties_without_another_run()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);
        var first = Run().Engine;

        var second = Run().Engine;
        var third = Run(task => task.TreatWarningsAsErrors = true).Engine;

        IsReplay(first).Should().BeFalse();
        IsReplay(second).Should().BeTrue();
        second.Warnings.Select(Line).Should().Equal(first.Warnings.Select(Line)).And.NotBeEmpty();
        IsReplay(third).Should().BeTrue();
        third.Errors.Select(error => error.Code).Should().Equal(first.Warnings.Select(warning => warning.Code));
    }

    [Test]
    public void Runs_again_for_an_edited_schema_a_new_one_and_a_deleted_one()
    {
        _folder.Write("a/schema.prisma", Samples.Unindexed);
        Codes(Run().Engine).Should().Equal("PL3001");

        _folder.Write("a/schema.prisma", Samples.Indexed);
        Codes(Run().Engine).Should().BeEmpty();

        _folder.Write("b/schema.prisma", Samples.Unindexed);
        Codes(Run().Engine).Should().Equal("PL3001");

        File.Delete(_folder["b/schema.prisma"]);
        Codes(Run().Engine).Should().BeEmpty();
    }

    [Test]
    public void Runs_again_for_edited_configuration()
    {
        _folder.Write("prisma/schema.prisma", Samples.Unindexed);
        Codes(Run().Engine).Should().Equal("PL3001");

        Configure("dotnet_diagnostic.PL3001.severity = none");
        Codes(Run().Engine).Should().BeEmpty();

        _folder.Write("prisma/.editorconfig", "[*]\ndotnet_diagnostic.PL3001.severity = error\n");
        Run().Engine.Errors.Select(error => error.Code).Should().Equal("PL3001");
    }

    [Test]
    public void Runs_again_for_an_edited_schema_outside_the_project_that_package_json_names()
    {
        using var elsewhere = new TemporaryFolder().Write("my.prisma", Samples.Unindexed);
        var path = Path.GetRelativePath(_folder.Path, elsewhere["my.prisma"]).Replace('\\', '/');
        _folder.Write("package.json", $$"""{ "prisma": { "schema": "{{path}}" } }""");

        Run().Engine.Warnings.Single().File.Should().Be(elsewhere["my.prisma"]);
        var again = Run().Engine;
        IsReplay(again).Should().BeTrue();
        Codes(again).Should().Equal("PL3001");

        elsewhere.Write("my.prisma", Samples.Indexed);
        Codes(Run().Engine).Should().BeEmpty();
    }

    [Test]
    public void Moves_the_time_of_the_cache_past_that_of_a_touched_schema()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);
        Run();
        var later = DateTime.UtcNow.AddSeconds(-5);
        File.SetLastWriteTimeUtc(_folder["obj/cache"], later.AddSeconds(-60));
        File.SetLastWriteTimeUtc(_folder["schema.prisma"], later);

        IsReplay(Run().Engine).Should().BeTrue();

        File.GetLastWriteTimeUtc(_folder["obj/cache"]).Should().BeAfter(later);
    }

    [TestCase("")]
    [TestCase("PrismaLint")]
    [TestCase("\u0015PrismaLint findings 1\u00ff\u00ff\u00ff\u00ff\u007f")]
    public void A_broken_cache_is_no_cache(string content)
    {
        _folder.Write("schema.prisma", Samples.Unindexed).Write("obj/cache", content);

        var (_, engine) = Run();

        Codes(engine).Should().Equal("PL3001");
        IsReplay(Run().Engine).Should().BeTrue();
    }

    [Test]
    public void A_cut_cache_is_no_cache()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);
        Run();
        var whole = File.ReadAllBytes(_folder["obj/cache"]);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(_folder["obj/cache"], whole[..length]);
            FindingCache.Read(_folder["obj/cache"]).Should().BeNull();
        }
    }

    [Test]
    public void A_cache_that_cannot_be_written_costs_nothing_but_time()
    {
        _folder.Write("schema.prisma", Samples.Unindexed).Write("obj", "a file where the folder should be");

        var (succeeded, engine) = Run();

        succeeded.Should().BeTrue();
        Codes(engine).Should().Equal("PL3001");
    }

    [Test]
    public void Leaves_packages_and_outputs_alone()
    {
        foreach (var folder in new[] { "node_modules/x", "bin/Debug", "obj/Debug", ".hidden" })
            _folder.Write(folder + "/schema.prisma", Samples.Unindexed);

        var (succeeded, engine) = Run();

        succeeded.Should().BeTrue();
        engine.Warnings.Should().BeEmpty();
    }

    [Test]
    public void Named_schemas_replace_discovery_and_files_named_together_are_one_schema()
    {
        var models = Samples.Unindexed.IndexOf("model Post", StringComparison.Ordinal);
        _folder
            .Write("other/schema.prisma", Samples.Unindexed)
            .Write("db/a/main.prisma", Samples.Unindexed[..models])
            .Write("db/b/post.prisma", Samples.Unindexed[models..]);

        var (succeeded, engine) = Run(task => task.Schemas = [Item("db/a/main.prisma"), Item("db/b/post.prisma")]);

        succeeded.Should().BeTrue();
        engine.Errors.Should().BeEmpty();
        engine.Warnings.Select(warning => (warning.Code, warning.File)).Should().Equal(("PL3001", _folder["db/b/post.prisma"]));
    }

    [Test]
    public void A_named_schema_that_does_not_exist_is_an_error_at_its_path()
    {
        var (succeeded, engine) = Run(task => task.Schemas = [Item("gone.prisma")]);

        succeeded.Should().BeFalse();
        engine.Errors.Select(error => (error.Code, error.File)).Should().Equal(("PL0014", _folder["gone.prisma"]));
    }

    [Test]
    public void Writes_sarif_and_writes_it_again_where_it_is_gone()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);
        var sarif = _folder["out/prisma.sarif"];

        Run(task => task.SarifFile = Item("out/prisma.sarif"));
        File.ReadAllText(sarif).Should().Contain("\"PL3001\"").And.Contain("2.1.0");
        IsReplay(Run(task => task.SarifFile = Item("out/prisma.sarif")).Engine).Should().BeTrue();

        File.Delete(sarif);
        IsReplay(Run(task => task.SarifFile = Item("out/prisma.sarif")).Engine).Should().BeFalse();
        File.Exists(sarif).Should().BeTrue();
    }

    [Test]
    public void Sarif_that_cannot_be_written_hides_no_finding()
    {
        _folder.Write("schema.prisma", Samples.Unindexed).Write("out", "a file where the folder should be");

        var (succeeded, engine) = Run(task => task.SarifFile = Item("out/prisma.sarif"));

        succeeded.Should().BeTrue();
        Codes(engine).Should().Equal("PL0012", "PL3001");
    }

    [Test]
    public void A_property_with_an_unknown_value_is_a_warning_at_the_project()
    {
        _folder.Write("schema.prisma", Samples.Indexed);

        var (succeeded, engine) = Run(task => task.Preset = "strickt");

        succeeded.Should().BeTrue();
        var warning = engine.Warnings.Single();
        (warning.Code, warning.File).Should().Be(("PL0012", _folder["p.csproj"]));
        warning.Message.Should().Be("`PrismaLintPreset` takes none, recommended, strict, all and prisma-lint, not `strickt`");
    }

    [Test]
    public void The_preset_of_prisma_lint_has_the_rules_of_its_configuration_and_follows_its_changes()
    {
        _folder.Write("prisma/schema.prisma", Samples.Unindexed).Write(".prismalintrc.json", """{ "rules": { "require-field-index": ["error", { "forAllRelations": true }] } }""");

        (bool Succeeded, RecordingBuildEngine Engine) RunPreset() => Run(task => task.Preset = "prisma-lint");

        RunPreset().Engine.Warnings.Select(warning => warning.Code).Should().Equal("PL3001");
        _folder.Write(".prismalintrc.json", """{ "rules": { "require-field-index": "off" } }""");
        RunPreset().Engine.Warnings.Should().BeEmpty();
        File.Delete(_folder[".prismalintrc.json"]);
        RunPreset().Engine.Warnings.Single().Message.Should().StartWith("No configuration of prisma-lint stands in the folder of");
        _folder.Write("prismalint.config.js", "module.exports = {}");
        RunPreset().Engine.Warnings.Single().Message.Should().StartWith("This configuration of prisma-lint is a program");
    }

    [Test]
    public void A_named_configuration_of_prisma_lint_counts_and_its_changes_are_seen()
    {
        _folder.Write("schema.prisma", Samples.Unindexed).Write("ci/rules.json", """{ "rules": { "require-field-index": "off" } }""");

        (bool Succeeded, RecordingBuildEngine Engine) RunNamed() => Run(task => task.ConfigurationFiles = [Item("ci/rules.json")]);

        RunNamed().Engine.Warnings.Should().NotContain(warning => warning.Code == "PL3001");
        _folder.Write("ci/rules.json", """{ "rules": { "require-field": ["error", { "require": ["tenantId"] }] } }""");
        RunNamed().Engine.Warnings.Select(warning => warning.Code).Should().Contain(["PL3001", "PL5010"]);
    }

    [Test]
    public void A_baseline_hides_what_it_holds_and_an_edited_one_means_another_run()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);
        _folder.Write("known.json", """{ "version": 1, "entries": [ { "rule": "PL3001", "file": "schema.prisma", "object": "Post.authorId" } ] }""");

        Run(WithBaseline).Engine.Warnings.Should().BeEmpty();
        var again = Run(WithBaseline).Engine;
        IsReplay(again).Should().BeTrue();
        again.Warnings.Should().BeEmpty();

        _folder.Write("known.json", """{ "version": 1, "entries": [] }""");
        Codes(Run(WithBaseline).Engine).Should().Equal("PL3001");

        _folder.Write("known.json", "{ \"version\": 1,\n  \"entries\": ? }");
        var broken = Run(WithBaseline).Engine;
        Codes(broken).Should().BeEquivalentTo("PL0012", "PL3001");
        var problem = broken.Warnings.Single(warning => warning.Code == "PL0012");
        (problem.File, problem.LineNumber, problem.ColumnNumber).Should().Be((_folder["known.json"], 2, 14));

        File.Delete(_folder["known.json"]);
        var (succeeded, engine) = Run(WithBaseline);
        succeeded.Should().BeFalse();
        engine.Errors.Select(error => (error.Code, error.File)).Should().Equal(("PL0014", _folder["known.json"]));

        void WithBaseline(LintSchemas task) => task.Baseline = Item("known.json");
    }

    [Test]
    public void A_fault_is_one_warning_even_where_warnings_are_errors()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);

        // A path that no system takes makes the run throw where nobody expects it.
        var (succeeded, engine) = Run(task =>
        {
            task.ProjectFile = "\0/p.csproj";
            task.TreatWarningsAsErrors = true;
        });

        succeeded.Should().BeTrue();
        engine.Errors.Should().BeEmpty();
        engine.Warnings.Select(warning => warning.Code).Should().Equal("PL0099");
    }

    [Test]
    public void A_canceled_run_stops_without_a_word()
    {
        _folder.Write("schema.prisma", Samples.Unindexed);

        var (succeeded, engine) = Run(task => task.Cancel());

        succeeded.Should().BeFalse();
        engine.Warnings.Should().BeEmpty();
        File.Exists(_folder["obj/cache"]).Should().BeFalse();
    }

    [Test]
    public void A_message_with_braces_is_logged_as_it_is()
    {
        _folder.Write("schema.prisma", Samples.Indexed + "\nmodel Odd {\n  id Int @id {0} {x}\n}\n");

        var (_, engine) = Run();

        engine.Errors.Should().NotBeEmpty().And.OnlyContain(error => error.Code.StartsWith("PL0", StringComparison.Ordinal));
        engine.Warnings.Should().NotContain(warning => warning.Code == "PL0099");
    }

    private void Configure(string line) => _folder.Write(".editorconfig", $"root = true\n[*.prisma]\n{line}\n");

    private TaskItem Item(string name) => new(_folder[name]);

    private (bool Succeeded, RecordingBuildEngine Engine) Run(Action<LintSchemas>? configure = null)
    {
        var engine = new RecordingBuildEngine();
        using var task = new LintSchemas { BuildEngine = engine, ProjectFile = _folder["p.csproj"], CacheFile = _folder["obj/cache"] };
        configure?.Invoke(task);
        return (task.Execute(), engine);
    }

    private static bool IsReplay(RecordingBuildEngine engine) =>
        engine.Messages.Any(message => message.Message?.Contains("replayed", StringComparison.Ordinal) == true);

    private static IEnumerable<string> Codes(RecordingBuildEngine engine) => engine.Warnings.Select(warning => warning.Code);

    private static string Line(BuildWarningEventArgs warning) =>
        FormattableString.Invariant($"{warning.File}({warning.LineNumber},{warning.ColumnNumber}): {warning.Code}: {warning.Message}");
}
