using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Configuration.Suppressions;

/// <summary>The comments of prisma-lint, each under rules that find something in every line.</summary>
public sealed class PrismaLintCommentTests
{
    private const string Rules = """
        { "rules": {
          "model-name-pascal-case": "error",
          "field-name-camel-case": "error",
          "enum-value-case": ["error", { "style": "snake" }],
          "require-field": ["error", { "require": ["tenant", "key"] }],
          "require-field-index": ["error", { "forNames": "/_id$/" }]
        } }
        """;

    [TestCase("model user {\n  /// prisma-lint-ignore-model\n  tenant_id Int\n}\n", "")]
    [TestCase("model user {\n  tenant_id Int\n  /// prisma-lint-ignore-model require-field\n}\n", "PL1001 PL1002 PL3013")]
    [TestCase("model user {\n  /// prisma-lint-ignore-model require-field-index\n  /// prisma-lint-ignore-model field-name-camel-case\n  tenant_id Int\n}\n", "PL1001 PL5010 PL5010")]
    [TestCase("model user {\n  /// prisma-lint-ignore-model require-field tenant\n  a Int\n}\n", "PL1001 PL5010:user.key")]
    [TestCase("model user {\n  /// prisma-lint-ignore-model require-field tenant,key\n  a Int\n}\n", "PL1001")]
    [TestCase("model user {\n  /// prisma-lint-ignore-model require-field-index tenant_id\n  tenant_id Int\n  user_id Int\n}\n", "PL1001 PL1002 PL1002 PL3013:user.user_id PL5010 PL5010")]
    [TestCase("model user {\n  /// prisma-lint-ignore-field\n  tenant_id Int\n  user_id Int\n}\n", "PL1001 PL1002:user.user_id PL3013:user.user_id PL5010 PL5010")]
    [TestCase("model user {\n  /// prisma-lint-ignore-field require-field-index,field-name-camel-case\n  /// Documented.\n  tenant_id Int\n}\n", "PL1001 PL5010 PL5010")]
    [TestCase("model user {\n  /// prisma-lint-ignore-field require-field-index model-name-pascal-case\n  tenant_id Int\n}\n", "PL1001 PL1002 PL5010 PL5010")]
    [TestCase("/// prisma-lint-ignore-field\nmodel user {\n  tenant_id Int\n}\n", "PL1002 PL3013")]
    [TestCase("enum E {\n  /// prisma-lint-ignore-enum\n  A\n}\n", "")]
    [TestCase("enum E {\n  /// prisma-lint-ignore-enum enum-value-case A\n  A\n  B\n}\n", "PL1004:E.B")]
    [TestCase("/// prisma-lint-ignore-field enum-value-case\nenum E {\n  A\n}\n", "")]
    [TestCase("enum E {\n  /// prisma-lint-ignore-field\n  A\n  B\n}\n", "PL1004:E.B")]
    [TestCase("model user {\n  /// prisma-lint-ignore-model PL1001\n  tenant Int\n  key Int\n}\n", "")]
    public void Hide_what_they_hide_there(string schema, string shown)
    {
        var found = Lint(schema).Where(diagnostic => diagnostic is { IsSuppressed: false, Id: not ("PL0013" or "PL0005") }).ToList();
        var wanted = shown.Split([' '], System.StringSplitOptions.RemoveEmptyEntries);
        found.Select(diagnostic => diagnostic.Id).Order().Should().Equal(wanted.Select(text => text.Split(':')[0]).Order());
        wanted.Where(text => text.Contains(':', System.StringComparison.Ordinal)).Select(text => text.Split(':')[1]).Should().BeSubsetOf(found.Select(diagnostic => diagnostic.Object));
    }

    [TestCase("model A {\n  [|// prisma-lint-ignore-model|]\n  b_c Int\n}\n", "prisma-lint reads `/// prisma-lint-ignore-model`, `-enum` and `-field`, written exactly so; this comment means nothing to it")]
    [TestCase("model A {\n  [|///prisma-lint-ignore-field|]\n  b_c Int\n}\n", "prisma-lint reads `/// prisma-lint-ignore-model`, `-enum` and `-field`, written exactly so; this comment means nothing to it")]
    [TestCase("model A {\n  b_c Int [|/// prisma-lint-ignore-field|]\n}\n", "prisma-lint reads this only on a line of its own")]
    [TestCase("model A {\n  [|/// prisma-lint-ignore-field|]\n\n  b_c Int\n}\n", "This comment hides nothing: only lines that begin with `///` may stand between it and the field, model or enum")]
    [TestCase("[|/// prisma-lint-ignore-model|]\nmodel A {\n  b_c Int\n}\n", "prisma-lint reads this only inside of a model")]
    [TestCase("enum A {\n  [|/// prisma-lint-ignore-model|]\n  B\n}\n", "prisma-lint reads this only inside of a model, and `A` is none")]
    [TestCase("model A {\n  /// prisma-lint-ignore-model [|require-feld|]\n  b_c Int\n}\n", "prisma-lint has no rule `require-feld`; did you mean `require-field`?")]
    [TestCase("model A {\n  /// prisma-lint-ignore-field [|nonsense|]\n  b_c Int\n}\n", "prisma-lint has no rule `nonsense`")]
    [TestCase("model A {\n  /// prisma-lint-ignore-model field-name-camel-case [|b_c|]\n  b_c Int\n}\n", "`field-name-camel-case` takes no names in its comments, so this one hides nothing")]
    [TestCase("model A {\n  /// prisma-lint-ignore-model require-field [|tenant,|] key\n  b_c Int\n}\n", "prisma-lint reads only the last word: names are separated by commas without blanks")]
    [TestCase("model A {\n  /// prisma-lint-ignore-model require-field tenant\n  [|/// prisma-lint-ignore-model require-field key|]\n  b_c Int\n}\n", "A comment above names members for `require-field`, and prisma-lint reads only the first one of a block")]
    [TestCase("enum A {\n  /// prisma-lint-ignore-enum [|enum-value-snake-case|]\n  B\n}\n", "`enum-value-snake-case` is not on here, but `enum-value-case` is, and prisma-lint goes by the name")]
    [TestCase("model A {\n  [|/// prisma-lint-ignore-model  require-field|]\n  b_c Int\n}\n", "prisma-lint reads the name of a rule behind one blank")]
    public void Are_named_where_prisma_lint_passes_over_them(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        var all = Lint(text.Text);
        var found = all.Where(diagnostic => diagnostic.Id == "PL0012").Should().ContainSingle().Subject;
        found.Message.Should().Be(message);
        found.Location.Span.Should().Be(text.Spans.Single());
        if (text.Text.Contains("b_c", System.StringComparison.Ordinal))
            all.Should().Contain(diagnostic => diagnostic.Id == "PL1002" && !diagnostic.IsSuppressed);
    }

    [Test]
    public void Are_unused_where_none_of_the_rules_that_they_stand_for_finds_anything()
    {
        var found = Lint("model Used {\n  /// prisma-lint-ignore-model require-field\n  id Int @id\n}\n\nmodel Unused {\n  /// prisma-lint-ignore-model field-name-camel-case\n  id     Int @id\n  tenant Int\n  key    Int\n}\n")
            .Where(diagnostic => diagnostic.Id == "PL0013").ToList();
        found.Select(diagnostic => diagnostic.Message).Should().Equal("The suppression of `field-name-camel-case` hides nothing");
        found[0].Fixes.Should().ContainSingle();
    }

    [Test]
    public void Work_without_a_configuration_of_prisma_lint() =>
        Linter.Lint(SchemaSource.FromText("a.prisma", "model A {\n  id  Int @id\n  /// prisma-lint-ignore-field forbid-required-ignored-field\n  old Int @ignore\n}\n"))
            .Diagnostics.Single(diagnostic => diagnostic.Id == "PL2016").IsSuppressed.Should().BeTrue();

    private static Diagnostic[] Lint(string schema)
    {
        var file = new ConfigurationFile(new SourceText("/.prismalintrc.json", Rules), "/.prismalintrc.json");
        var options = new LintOptions { Preset = PrismaLint.Rules.RulePreset.None, Configuration = LintConfiguration.Create([file], "/") };
        return [.. Linter.Lint(SchemaSource.FromText("schema.prisma", schema), options).Diagnostics];
    }
}
