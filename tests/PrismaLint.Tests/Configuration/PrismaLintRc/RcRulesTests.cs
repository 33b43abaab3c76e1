using System;
using System.IO;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Configuration.PrismaLintRc;
using PrismaLint.Rules;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Configuration.PrismaLintRc;

public sealed class RcRulesTests
{
    // Each line with a mark is one that prisma-lint 0.13.1 reports, and no other line is: compared by hand, once.
    [TestCase("\"ban-unbounded-string-type\": \"error\"", "model A {\n  [|a|] String\n  [|b|] String @db.Text\n  c String @db.VarChar(3)\n  d Int\n}\n")]
    [TestCase("\"ban-unbounded-string-type\": [\"error\", { \"allowNativeTextType\": true }]", "model A {\n  [|a|] String[]\n  b String @db.Text\n}\n")]
    [TestCase("\"enum-name-pascal-case\": [\"error\", { \"trimPrefix\": [\"db_\"], \"allowList\": [\"some_enum\"] }]", "enum [|e|] {\n  A\n}\nenum db_Status {\n  A\n}\nenum some_enum {\n  A\n}\nenum [|E_f|] {\n  A\n}\n")]
    [TestCase("\"enum-value-case\": [\"error\", { \"style\": \"snake\", \"case\": \"upper\" }]", "enum [|E|] {\n  OK\n  Not_ok\n}\nenum F {\n  ALL_OK_2\n}\n")]
    [TestCase("\"enum-value-case\": [\"error\", { \"style\": \"camel\", \"compoundWords\": [\"API\"] }]", "enum E {\n  someValue\n}\nenum [|F|] {\n  Some\n}\n")]
    [TestCase("\"enum-value-snake-case\": \"error\"", "enum [|E|] {\n  A\n}\nenum F {\n  a_b\n}\n")]
    [TestCase("\"field-name-camel-case\": [\"error\", { \"allowList\": [\"x_y\"], \"trimPrefix\": \"_\" }]", "model A {\n  [|a_b|] Int\n  [|Posts|] A[]\n  x_y Int\n  ab2 Int\n}\n")]
    [TestCase("\"field-name-grammatical-number\": [\"error\", { \"ifList\": \"plural\", \"ifListAllow\": [\"data\"] }]", "model A {\n  [|tag|] String[]\n  names String[]\n  data Int[]\n  word Int\n}\n")]
    [TestCase("\"field-name-mapping-snake-case\": [\"error\", { \"compoundWords\": [\"Q6\"] }]", "model A {\n  [|userId|] Int\n  tenantQ6 Int @map(\"tenant_q6\")\n  [|someId|] Int @map(\"someid\")\n  id Int\n  other A?\n}\n")]
    [TestCase("\"field-order\": [\"error\", { \"order\": [\"id\", \"...\"] }]", "model [|A|] {\n  a Int\n  id Int\n}\nmodel B {\n  id Int\n  a Int\n}\n")]
    [TestCase("\"forbid-field\": [\"error\", { \"forbid\": [\"uuid\", \"/D6$/\"] }]", "model A {\n  [|uuid|] Int\n  [|aD6|] Int\n  uuidD Int\n}\n")]
    [TestCase("\"forbid-required-ignored-field\": \"error\"", "model A {\n  [|a|] Int @ignore\n  b Int? @ignore\n  c Int @ignore @default(1)\n  [|d|] Int[] @ignore\n}\n")]
    [TestCase("\"model-name-grammatical-number\": [\"error\", { \"style\": \"singular\", \"allowlist\": [\"/Data$/\"] }]", "model [|Users|] {\n  a Int\n}\nmodel User {\n  a Int\n}\nmodel UserData {\n  a Int\n}\n")]
    [TestCase("\"model-name-mapping-snake-case\": [\"error\", { \"pluralize\": true, \"trimPrefix\": \"Db\" }]", "model [|UserRole|] {\n  a Int\n}\nmodel DbUserRole {\n  a Int\n  @@map(\"user_roles\")\n}\n")]
    [TestCase("\"model-name-pascal-case\": \"error\"", "model [|user|] {\n  a Int\n}\nmodel User2 {\n  a Int\n}\nview v {\n  a Int\n}\n")]
    [TestCase("\"model-name-prefix\": [\"error\", { \"prefix\": \"Db\" }]", "model [|User|] {\n  a Int\n}\nmodel DbUser {\n  a Int\n}\n")]
    [TestCase("\"require-default-empty-arrays\": \"error\"", "model A {\n  [|a|] Int[]\n  b Int[] @default([])\n  [|c|] A[]\n}\n")]
    [TestCase("\"require-field\": [\"error\", { \"require\": [\"id\", { \"name\": \"currency\", \"ifSibling\": \"/mount$/\" }] }]", "model [|A|] {\n  id Int\n  amount Int\n}\nmodel B {\n  id Int\n}\n")]
    [TestCase("\"require-field-index\": [\"error\", { \"forAllRelations\": true, \"forNames\": \"/Slug$/\" }]", "model A {\n  [|aId|] Int\n  a A @relation(fields: [aId], references: [id])\n  [|xSlug|] String\n  ySlug String @unique\n  bId Int\n  b A @relation(fields: [bId], references: [id])\n  @@index([bId(sort: Desc), aId])\n}\n")]
    [TestCase("\"require-field-type\": [\"error\", { \"require\": [{ \"ifName\": \"/At$/\", \"type\": \"DateTime\", \"nativeType\": \"Timestamptz\" }] }]", "model A {\n  [|aAt|] DateTime\n  bAt DateTime @db.Timestamptz(3)\n  [|cAt|] Int\n  at Int\n}\n")]
    public void Find_what_they_find_there(string rule, string marked)
    {
        var text = MarkedText.Parse(marked);
        var file = new ConfigurationFile(new SourceText("/.prismalintrc.json", "{ \"rules\": { " + rule + " } }"), "/.prismalintrc.json");
        var configuration = LintConfiguration.Create([file], "/");
        configuration.Diagnostics.Should().BeEmpty();
        var report = Linter.Lint(SchemaSource.FromText("schema.prisma", text.Text), new LintOptions { Preset = RulePreset.None, Configuration = configuration });
        var source = new SourceText("schema.prisma", text.Text);
        report.Diagnostics.Where(diagnostic => RuleCatalog.Find(diagnostic.Id) is not null).Select(diagnostic => source.GetLine(diagnostic.Location.Start.Line)).Distinct()
            .Should().BeEquivalentTo(text.Spans.Select(span => source.GetLine(source.GetLinePosition(span.Start).Line)));
    }

    [Test]
    public void Are_the_eighteen_of_that_version() => RcRules.All.Select(rule => rule.Name).Should().HaveCount(18).And.BeInAscendingOrder(StringComparer.Ordinal);

    [Test]
    public void Stand_with_their_options_on_the_page_about_changing_over()
    {
        var rows = File.ReadAllLines(Path.Combine(ArchitectureTests.Repository(), "docs", "from-prisma-lint.md")).Where(line => line.StartsWith('|')).ToList();
        foreach (var rule in RcRules.All)
        {
            var start = rows.FindIndex(row => row.StartsWith($"| `{rule.Name}` |", StringComparison.Ordinal));
            start.Should().BeGreaterThan(0, "{0} has a row", rule.Name);
            // A rule with two counterparts has a second row without a name.
            var text = rows[start] + (rows.Count > start + 1 && rows[start + 1].StartsWith("| |", StringComparison.Ordinal) ? rows[start + 1] : "");
            text.Should().ContainAll(rule.Rules.Select(descriptor => $"[{descriptor.Id}](rules/{descriptor.Id}.md)"));
            if (rule.Options.Count > 0)
                text.Should().ContainAll(rule.Options.Select(option => $"`{option.Name}`"));
        }
    }

    [Test]
    public void Turn_on_rules_that_can_judge_as_they_do()
    {
        foreach (var descriptor in RcRules.All.SelectMany(rule => rule.Rules).Distinct())
            RuleCatalog.Find(descriptor.Id)?.Options.Select(option => option.Name).Should().Contain("compatibility");
    }
}
