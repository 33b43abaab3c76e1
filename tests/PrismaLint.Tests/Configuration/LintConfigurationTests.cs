using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Configuration;

public sealed class LintConfigurationTests
{
    private static readonly DiagnosticDescriptor s_rule = new("PL3001", "foreign-key-without-index") { Title = "", Category = DiagnosticCategory.Indexing };

    [TestCase("dotnet_analyzer_diagnostic.severity = error", DiagnosticSeverity.Error)]
    [TestCase("dotnet_analyzer_diagnostic.category-prismaindexing.severity = suggestion", DiagnosticSeverity.Suggestion)]
    [TestCase("dotnet_analyzer_diagnostic.category-PrismaNaming.severity = error", DiagnosticSeverity.Warning)]
    [TestCase("dotnet_analyzer_diagnostic.category-PrismaIndexing.severity = error\ndotnet_analyzer_diagnostic.severity = none", DiagnosticSeverity.Error)]
    [TestCase("dotnet_analyzer_diagnostic.category-PrismaIndexing.severity = default\ndotnet_analyzer_diagnostic.severity = none", DiagnosticSeverity.Warning)]
    [TestCase("dotnet_analyzer_diagnostic.category-PrismaIndexing.severity = bad\ndotnet_analyzer_diagnostic.severity = none", DiagnosticSeverity.None)]
    public void A_severity_for_many_rules_holds_for_the_category_before_all(string settings, DiagnosticSeverity expected) =>
        Configure("[*]\n" + settings).GetSeverity("schema.prisma", s_rule, DiagnosticSeverity.Warning).Should().Be(expected);

    [Test]
    public void A_severity_for_many_rules_turns_none_on()
    {
        var configuration = Configure("[*]\ndotnet_analyzer_diagnostic.severity = error\ndotnet_analyzer_diagnostic.category-PrismaIndexing.severity = error");
        configuration.GetSeverity("schema.prisma", s_rule, DiagnosticSeverity.None).Should().Be(DiagnosticSeverity.None);
    }

    [Test]
    public void A_severity_for_all_analyzers_leaves_validation_alone_and_one_for_its_category_does_not()
    {
        Severity(Configure("[*]\ndotnet_analyzer_diagnostic.severity = none"), "PL0003").Should().Be(DiagnosticSeverity.Error);
        Severity(Configure("[*]\ndotnet_analyzer_diagnostic.category-PrismaValidity.severity = warning"), "PL0003").Should().Be(DiagnosticSeverity.Warning);
    }

    [Test]
    public void An_id_wins_over_categories_of_nearer_files()
    {
        var configuration = LintConfiguration.Create(
            [
                File("/work/.editorconfig", "[*.prisma]\ndotnet_diagnostic.PL0003.severity = suggestion"),
                File("/work/db/.editorconfig", "[*.prisma]\ndotnet_analyzer_diagnostic.category-PrismaValidity.severity = none"),
            ],
            "/work");
        Severity(configuration, "PL0003", "db/schema.prisma").Should().Be(DiagnosticSeverity.Suggestion);
        Severity(configuration, "PL0002", "db/schema.prisma").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL0002", "schema.prisma").Should().Be(DiagnosticSeverity.Error);
    }

    [Test]
    public void A_name_stands_for_its_id_and_the_later_line_wins() =>
        Severity(Configure("[*]\ndotnet_diagnostic.PL0001.severity = none\ndotnet_diagnostic.Syntax-Error.severity = suggestion"), "PL0001")
            .Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void A_choice_for_the_run_wins_over_files()
    {
        var configuration = Configure("[*]\ndotnet_diagnostic.PL0001.severity = none\ndotnet_diagnostic.PL0002.severity = suggestion");
        Severity(configuration.WithRule("pl0001", DiagnosticSeverity.Silent), "PL0001").Should().Be(DiagnosticSeverity.Silent);
        Severity(configuration.WithRule("syntax-error"), "PL0001").Should().Be(DiagnosticSeverity.Warning, "that turns it on");
        Severity(configuration.WithRule("PL0002"), "PL0002").Should().Be(DiagnosticSeverity.Suggestion, "it is on");
        Severity(configuration.WithRule("PL0002", DiagnosticSeverity.None)?.WithRule("PL0001"), "PL0002").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL0001").Should().Be(DiagnosticSeverity.None, "the configuration itself does not change");
        configuration.WithRule("PL4711").Should().BeNull();
    }

    [Test]
    public void A_named_file_counts_for_schemas_elsewhere_and_wins()
    {
        var configuration = LintConfiguration.Create(
            [
                File("/ci/strict.editorconfig", "[*.prisma]\ndotnet_diagnostic.PL0001.severity = none\n[db/**]\ndotnet_diagnostic.PL0002.severity = none") with { IsNamed = true },
                File("/ci/team.globalconfig", "dotnet_diagnostic.PL0003.severity = none") with { IsNamed = true },
                File("/work/db/.editorconfig", "[*]\ndotnet_diagnostic.PL0001.severity = warning"),
                File("/work/.globalconfig", "dotnet_diagnostic.PL0003.severity = warning"),
            ],
            "/work");
        Severity(configuration, "PL0001", "db/schema.prisma").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL0001", "/elsewhere/schema.prisma").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL0002", "db/schema.prisma").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL0002", "schema.prisma").Should().Be(DiagnosticSeverity.Error);
        Severity(configuration, "PL0003", "schema.prisma").Should().Be(DiagnosticSeverity.None);
        configuration.Diagnostics.Should().BeEmpty();
    }

    [Test]
    public void Shows_where_each_setting_comes_from()
    {
        var configuration = LintConfiguration.Create(
            [
                File("/work/.editorconfig", "[*]\ndotnet_diagnostic.syntax-error.severity = none\nprismalint.require_reason = true\nindent_size = 2"),
                File("/work/db/.editorconfig", "[*.prisma]\nprismalint.REQUIRE_REASON = false"),
            ],
            "/work");
        configuration.GetSettings("db/schema.prisma").Select(setting => $"{setting.Key} = {setting.Value} {setting.Location}").Should().Equal(
            "dotnet_diagnostic.PL0001.severity = none /work/.editorconfig(2,43)",
            "prismalint.require_reason = false /work/db/.editorconfig(2,29)");
    }

    [TestCase("[*]\ndotnet_diagnostic.[|PL4711|].severity = none", "No rule has the id or name `PL4711`")]
    [TestCase("[*]\ndotnet_diagnostic.[|syntax-eror|].severity = none", "No rule has the id or name `syntax-eror`; did you mean `syntax-error`?")]
    [TestCase("[*]\ndotnet_diagnostic.PL0001.severity = [|eror|]", "`eror` is no severity: expected one of `error`, `warning`, `suggestion`, `silent`, `none`, `default`")]
    [TestCase("[*]\n[|dotnet_diagnostic.PL0001.severity|] =", "`` is no severity: expected one of `error`, `warning`, `suggestion`, `silent`, `none`, `default`")]
    [TestCase("[*]\ndotnet_analyzer_diagnostic.category-[|PrismaIndexes|].severity = none", "No category has the name `PrismaIndexes`")]
    [TestCase("[*]\ndotnet_analyzer_diagnostic.category-[|PrismaNamin|].severity = none", "No category has the name `PrismaNamin`; did you mean `PrismaNaming`?")]
    [TestCase("[*]\nprismalint.[|require_reson|] = true", "No option has the name `require_reson`; did you mean `require_reason`?")]
    [TestCase("[*]\nprismalint.require_reason = [|yes|] ; or no", "`yes` is no value of `require_reason`: expected `true` or `false`")]
    [TestCase("[*]\nprismalint.prisma_version = [|seven|]", "`seven` is no value of `prisma_version`: expected `auto` or a version such as `7` or `6.19.0`")]
    [TestCase("[*]\nprismalint.[|PL4711|].coverage = strict", "No rule has the id or name `PL4711`")]
    [TestCase("[*]\nprismalint.[|syntax-error|].coverage = strict", "`syntax-error` has no options")]
    [TestCase("dotnet_diagnostic.PL0001.severity = [|none|]", "A setting above the first section counts only in a global configuration (`is_global = true`)")]
    [TestCase("is_global = true\n[[|*.prisma|]]\ndotnet_diagnostic.PL0001.severity = none", "`[*.prisma]` matches no file: sections of a global configuration name one file by its absolute path")]
    public void Reports_what_names_nothing_or_cannot_be_read(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        var found = Configure(text.Text).Diagnostics.Should().ContainSingle().Subject;
        found.Id.Should().Be("PL0012");
        found.Message.Should().Be(message);
        found.Location.Span.Should().Be(text.Spans.Single());
        found.Location.Path.Should().Be("/work/.editorconfig");
    }

    [TestCase("[*]\ndotnet_diagnostic.CA1000.severity = whatever")]
    [TestCase("[*]\ndotnet_diagnostic.PLX1.severity = none")]
    [TestCase("[*]\ndotnet_analyzer_diagnostic.category-Style.severity = whatever")]
    [TestCase("[*]\ndotnet_analyzer_diagnostic.severity = whatever")]
    [TestCase("[*]\nindent_size = two\nprisma.x = 1\nnonsense\n[")]
    [TestCase("[*]\nprismalint.prisma_version = 6.19.0\nprismalint.require_reason = unset")]
    [TestCase("\uFEFFroot = true\r\n[*]\r\ncharset = utf-8\r\n")]
    [TestCase("is_global = true\n[*.cs]\nindent_size = 2")]
    public void Leaves_other_settings_to_others(string text) => Configure(text).Diagnostics.Should().BeEmpty();

    // The compiler itself falls over these.
    [TestCase("[z-a].prisma")]
    [TestCase("[].prisma")]
    [TestCase("{99999999999..1}.prisma")]
    public void A_header_that_makes_no_sense_matches_nothing(string header) =>
        Severity(Configure($"[{header}]\ndotnet_diagnostic.PL0001.severity = none"), "PL0001", "b.prisma").Should().Be(DiagnosticSeverity.Error);

    [Test]
    public void Braces_as_deep_as_somebody_likes_do_no_harm() =>
        Severity(Configure($"[{new string('{', 100_000)}]\ndotnet_diagnostic.PL0001.severity = none"), "PL0001").Should().Be(DiagnosticSeverity.Error);

    [Test]
    public void A_byte_order_mark_hides_nothing() =>
        Severity(Configure("\uFEFF[*]\ndotnet_diagnostic.PL0001.severity = none"), "PL0001").Should().Be(DiagnosticSeverity.None);

    [Test]
    public void Options_for_some_files_of_a_schema_are_a_mistake()
    {
        var report = Linter.Lint(
            new SchemaSource("db",
            [
                new SourceText("db/main.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n"),
                new SourceText("db/other.prisma", "model A {\n  id Int @id\n}\n"),
            ]),
            new LintOptions { Configuration = Configure("[other.prisma]\nprismalint.require_reason = true\n[*]\nprismalint.prisma_version = 7") });
        report.Diagnostics.Where(diagnostic => diagnostic.Id == "PL0012").Select(diagnostic => $"{diagnostic.Location} {diagnostic.Message}").Should().Equal(
            "/work/.editorconfig(2,29) `prismalint.require_reason` is set for `db/other.prisma` alone: options are read for the schema's main file, `db/main.prisma`");
        report.Schemas.Single().PrismaVersion.Should().Be(PrismaLint.Semantics.PrismaVersion.V7);
    }

    [Test]
    public void Says_once_that_a_line_for_all_analyzers_turns_every_rule_off()
    {
        var schemas = new[] { SchemaSource.FromText("a.prisma", "model A {\n  id Int @id\n}\n"), SchemaSource.FromText("b.prisma", "model B {\n  id Int @id\n}\n") };
        var report = Linter.Lint(schemas, new LintOptions { Configuration = Configure("[*]\ndotnet_analyzer_diagnostic.severity = none") });
        var found = report.Diagnostics.Where(diagnostic => diagnostic.Id == "PL0012").Should().ContainSingle().Subject;
        found.Severity.Should().Be(DiagnosticSeverity.Suggestion);
    }

    [Test]
    public void A_severity_of_the_schema_holds_for_problems_of_the_configuration_too()
    {
        var configuration = Configure("[*.prisma]\ndotnet_diagnostic.PL0012.severity = error\nprismalint.nothing = 1");
        Linter.Lint(SchemaSource.FromText("a.prisma", ""), new LintOptions { Configuration = configuration })
            .Diagnostics.Single(diagnostic => diagnostic.Id == "PL0012").Severity.Should().Be(DiagnosticSeverity.Error);
    }

    private static LintConfiguration Configure(string text) => LintConfiguration.Create([File("/work/.editorconfig", text)], "/work");

    private static ConfigurationFile File(string path, string text) => new(new SourceText(path, text), path);

    private static DiagnosticSeverity Severity(LintConfiguration? configuration, string id, string path = "schema.prisma")
    {
        var descriptor = DiagnosticCatalog.Find(id) ?? throw new InvalidOperationException(id);
        return (configuration ?? throw new InvalidOperationException(id)).GetSeverity(path, descriptor, descriptor.DefaultSeverity);
    }
}
