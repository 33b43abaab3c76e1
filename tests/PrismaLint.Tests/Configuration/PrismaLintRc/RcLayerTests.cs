using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Indexing;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Configuration.PrismaLintRc;

public sealed class RcLayerTests
{
    private const string Json = "/work/.prismalintrc.json";

    [Test]
    public void Turns_on_what_it_lists_and_off_what_it_turns_off()
    {
        var configuration = Configure("""{ "rules": { "field-name-camel-case": ["error"], "forbid-required-ignored-field": "off", "require-field-index": ["error", { "forNames": "/Id$/" }] } }""");
        configuration.Diagnostics.Should().BeEmpty();
        Severity(configuration, "PL1002").Should().Be(DiagnosticSeverity.Warning);
        Severity(configuration, "PL2016").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL3013").Should().Be(DiagnosticSeverity.Warning);
        Severity(configuration, "PL3001", DiagnosticSeverity.Suggestion).Should().Be(DiagnosticSeverity.Suggestion, "relations are not asked for");
        var options = configuration.GetOptions("schema.prisma");
        options[FieldNameCaseRule.Compatibility].Should().Be("prisma-lint");
        options[RequiredIndexRule.Names].Should().BeOfType<NameList>().Which.Contains("userId").Should().BeTrue();
        options.Should().NotContainKey(FieldNameCaseRule.Allow);
    }

    [TestCase("forNames", "\"created.*\"", "createdAt", true)]
    [TestCase("forNames", "[\"createdAt\"]", "createdAtX", false)]
    [TestCase("forNames", "[\"/^c/\"]", "createdAt", true)]
    [TestCase("forNames", "[\"/x/i\"]", "x", false)]
    public void Reads_names_as_expressions_of_the_whole_name(string option, string value, string name, bool expected)
    {
        var options = Configure("{ \"rules\": { \"require-field-index\": [\"error\", { \"" + option + "\": " + value + " }] } }").GetOptions("schema.prisma");
        ((NameList)options[RequiredIndexRule.Names]).Contains(name).Should().Be(expected);
    }

    [TestCase("{ \"rules\": { [|\"field-name-camelcase\"|]: \"error\" } }", "prisma-lint has no rule `field-name-camelcase`; did you mean `field-name-camel-case`?")]
    [TestCase("{ \"rules\": { [|\"PL3001\"|]: \"error\" } }", "prisma-lint has no rule `PL3001`; rules of PrismaLint are set in an .editorconfig")]
    [TestCase("{ \"rules\": { \"field-name-camel-case\": [|\"warn\"|] } }", "`field-name-camel-case` has no level: expected `error` or `off`, found `warn`")]
    [TestCase("{ \"rules\": { \"require-field-index\": [\"error\", { [|\"forNamez\"|]: [] }] } }", "`require-field-index` has no option `forNamez`; did you mean `forNames`?")]
    [TestCase("{ \"rules\": { \"require-default-empty-arrays\": [\"error\", { [|\"a\"|]: 1 }] } }", "`require-default-empty-arrays` has no options")]
    [TestCase("{ \"rules\": { \"require-field-index\": [\"error\", { \"forAllRelations\": [|\"yes\"|] }] } }", "This is no value of `forAllRelations`: expected `true` or `false`")]
    [TestCase("{ \"rules\": { \"enum-value-case\": [\"error\", { \"style\": [|\"kebab\"|] }] } }", "This is no value of `style`: expected one of `snake`, `camel`, `pascal`")]
    [TestCase("{ \"rules\": { [|\"field-order\"|]: \"error\" } }", "`field-order` needs the option `order`: a list of texts")]
    [TestCase("{ \"rules\": { \"require-field-index\": [\"error\", { \"forNames\": [|[\"/(/\"]|] }] } }", "This is no value of `forNames`: expected a name or a list of names")]
    [TestCase("{ \"rules\": { \"require-field\": [\"error\", { \"require\": [|[{ \"name\": \"a\" }]|] }] } }", "This is no value of `require`: expected a list of names and of maps with `name` and `ifSibling`")]
    [TestCase("{ \"rules\": { \"field-name-camel-case\": [\"error\", [|[]|]] } }", "The options of `field-name-camel-case` are a map")]
    [TestCase("{ \"rules\": [|[]|] }", "`rules` is a map from names of rules to `error`, `off` or a list with options")]
    [TestCase("[|{}|]", "A configuration of prisma-lint is a map with the member `rules`, which is not here")]
    [TestCase("{ \"rules\": {}, [|\"extends\"|]: \"x\" }", "`extends` means nothing to prisma-lint: the rules stand in `rules`")]
    [TestCase("{ \"rules\": {} [|\"|]", "`\"` stands where `,` or `}` is expected")]
    public void Reports_what_it_does_not_understand_at_its_place(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        var found = Configure(text.Text).Diagnostics.Should().ContainSingle().Subject;
        (found.Id, found.Message, found.Location.Path).Should().Be(("PL0012", message, Json));
        found.Location.Span.Should().Be(text.Spans.Single());
    }

    [Test]
    public void Reads_yaml_and_the_member_of_a_manifest()
    {
        Severity(Configure("rules:\n  model-name-pascal-case:\n    - error\n    - allowList: [user]\n", "/work/.prismalintrc"), "PL1001", DiagnosticSeverity.None).Should().Be(DiagnosticSeverity.Warning);
        Severity(Configure("""{ "name": "x", "prismalint": { "rules": { "model-name-pascal-case": "error" } } }""", "/work/package.json"), "PL1001", DiagnosticSeverity.None)
            .Should().Be(DiagnosticSeverity.Warning);
    }

    [Test]
    public void Runs_no_program_and_says_how_to_make_json_of_it()
    {
        var found = Configure("", "/work/.prismalintrc.mjs").Diagnostics.Single();
        found.Id.Should().Be("PL0012");
        found.Message.Should().Contain("not run").And.Contain("import('./.prismalintrc.mjs')").And.Contain("> .prismalintrc.json");
    }

    [Test]
    public void Makes_errors_where_that_is_asked_for()
    {
        var configuration = LintConfiguration.Create(
            [File(Json, """{ "rules": { "model-name-pascal-case": "error", "field-name-camel-case": "off" } }"""), File("/work/.editorconfig", "[*.prisma]\nprismalint.rc_error_level = error\n")],
            "/work");
        Severity(configuration, "PL1001").Should().Be(DiagnosticSeverity.Error);
        Severity(configuration, "PL1002").Should().Be(DiagnosticSeverity.None);
    }

    [Test]
    public void Stands_below_the_editorconfig_which_says_so_once_a_rule_and_above_settings_for_many()
    {
        var configuration = LintConfiguration.Create(
            [
                File(Json, """{ "rules": { "model-name-pascal-case": ["error", { "allowList": ["user"] }], "field-name-camel-case": "error", "forbid-required-ignored-field": "off" } }"""),
                File("/work/.editorconfig", """
                    [*.prisma]
                    dotnet_diagnostic.PL1001.severity = suggestion
                    prismalint.PL1001.style = snake
                    dotnet_diagnostic.PL2016.severity = warning
                    dotnet_analyzer_diagnostic.category-PrismaNaming.severity = error
                    """),
            ],
            "/work");
        Severity(configuration, "PL1001").Should().Be(DiagnosticSeverity.Suggestion);
        Severity(configuration, "PL1002").Should().Be(DiagnosticSeverity.Warning);
        Severity(configuration, "PL2016").Should().Be(DiagnosticSeverity.Warning);
        configuration.GetOptions("schema.prisma").Should().ContainKey(ModelNameCaseRule.Style).And.NotContainKey(ModelNameCaseRule.Compatibility, "half of each would make no sense");

        var said = Linter.Lint(SchemaSource.FromText("schema.prisma", "model A {\n  id Int @id\n}\n"), new LintOptions { Configuration = configuration })
            .Diagnostics.Where(diagnostic => diagnostic.Id == "PL0012").ToList();
        said.Should().AllSatisfy(diagnostic => diagnostic.Severity.Should().Be(DiagnosticSeverity.Suggestion));
        said.Select(diagnostic => diagnostic.Message).Should().Equal(
            "`prismalint.PL1001.style` in `/work/.editorconfig` counts, and not what stands here for `model-name-pascal-case`",
            "`dotnet_diagnostic.PL2016.severity` in `/work/.editorconfig` counts, and not what stands here for `forbid-required-ignored-field`");
        said[0].Related.Single().Location.Path.Should().Be("/work/.editorconfig");
    }

    [Test]
    public void Counts_for_what_lies_below_it_the_nearest_one_alone()
    {
        var configuration = LintConfiguration.Create(
            [
                File(Json, """{ "rules": { "model-name-pascal-case": "error", "field-name-camel-case": "error" } }"""),
                File("/work/db/.config/prismalintrc", "rules: {field-name-camel-case: off}"),
            ],
            "/work");
        Severity(configuration, "PL1002", path: "a.prisma").Should().Be(DiagnosticSeverity.Warning);
        Severity(configuration, "PL1002", path: "db/a.prisma").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL1001", DiagnosticSeverity.None, "db/a.prisma").Should().Be(DiagnosticSeverity.None);
        Severity(configuration, "PL1001", DiagnosticSeverity.None, "/elsewhere/a.prisma").Should().Be(DiagnosticSeverity.None);
    }

    [Test]
    public void Off_beats_a_preset_and_an_unlisted_rule_keeps_it()
    {
        const string schema = "model A {\n  id  Int    @id\n  old Int @ignore\n}\n";
        var off = Configure("""{ "rules": { "forbid-required-ignored-field": "off" } }""");
        Ids(schema, off, RulePreset.Strict).Should().NotContain("PL2016");
        Ids(schema, Configure("""{ "rules": {} }"""), RulePreset.Strict).Should().Contain("PL2016");
        Ids(schema, Configure("""{ "rules": {} }"""), RulePreset.None).Should().BeEmpty();
    }

    [Test]
    public void Says_that_its_preset_has_no_rules_without_it()
    {
        var options = new LintOptions { Preset = RulePreset.None, ExpectsPrismaLintRules = true };
        Linter.Lint(SchemaSource.FromText("db/schema.prisma", "model A {\n  id Int @id\n}\n"), options).Diagnostics.Single().Message
            .Should().Be("No configuration of prisma-lint stands in the folder of `db/schema.prisma` or above, and the preset `prisma-lint` has no other rules");
    }

    [Test]
    public void Judges_values_of_enums_by_both_rules_where_both_are_on()
    {
        var configuration = Configure("""{ "rules": { "enum-value-case": ["error", { "style": "pascal" }], "enum-value-snake-case": "error" } }""");
        var found = Linter.Lint(SchemaSource.FromText("a.prisma", "enum E {\n  Both\n  neither_nor\n  Xy\n  ab\n}\n"), new LintOptions { Preset = RulePreset.None, Configuration = configuration });
        found.Diagnostics.Where(diagnostic => diagnostic.Id == "PL1004").Select(diagnostic => diagnostic.Object).Should().BeEquivalentTo("E.Both", "E.neither_nor", "E.Xy", "E.ab");
    }

    [Test]
    public void Shows_its_values_as_settings()
    {
        var configuration = Configure("""{ "rules": { "require-field-type": ["error", { "require": [{ "ifName": "/At$/", "type": "DateTime", "nativeType": "Timestamptz" }] }] } }""");
        configuration.GetSettings("schema.prisma").Select(setting => $"{setting.Key} = {setting.Value}").Should().Equal(
            "dotnet_diagnostic.PL5011.severity = error",
            "prismalint.PL5011.compatibility = prisma-lint",
            "prismalint.PL5011.require = /At$/ => DateTime @db.Timestamptz");
        configuration.GetOptions("schema.prisma").Should().ContainKey(FieldTypePolicyRule.Require);
    }

    private static string[] Ids(string schema, LintConfiguration configuration, RulePreset preset) =>
        [.. Linter.Lint(SchemaSource.FromText("schema.prisma", schema), new LintOptions { Preset = preset, Configuration = configuration }).Diagnostics.Select(diagnostic => diagnostic.Id)];

    private static LintConfiguration Configure(string text, string path = Json) => LintConfiguration.Create([File(path, text)], "/work");

    private static ConfigurationFile File(string path, string text) => new(new SourceText(path, text), path);

    private static DiagnosticSeverity Severity(LintConfiguration configuration, string id, DiagnosticSeverity? byDefault = null, string path = "schema.prisma")
    {
        var descriptor = DiagnosticCatalog.Find(id) ?? throw new InvalidOperationException(id);
        return configuration.GetSeverity(path, descriptor, byDefault ?? descriptor.DefaultSeverity);
    }
}
