using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Migrations;
using PrismaLint.Rules.Naming;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Validation;

namespace PrismaLint.Tests.Rules;

/// <summary>What holds for every rule, so that no rule's own tests have to say it.</summary>
public sealed partial class RuleCatalogTests
{
    private static readonly Dictionary<char, string> s_categories = new()
    {
        ['1'] = DiagnosticCategory.Naming,
        ['2'] = DiagnosticCategory.Relations,
        ['3'] = DiagnosticCategory.Indexing,
        ['4'] = DiagnosticCategory.Types,
        ['5'] = DiagnosticCategory.Modelling,
        ['6'] = DiagnosticCategory.Security,
        ['7'] = DiagnosticCategory.Configuration,
        ['8'] = DiagnosticCategory.Database,
        ['9'] = DiagnosticCategory.Migrations,
    };

    private static IEnumerable<TestCaseData> Rules => RuleCatalog.All.Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Descriptor.ToString()));

    // The examples of live rules run on a real server: PrismaLint.Database.Tests.
    private static IEnumerable<TestCaseData> SchemaRules =>
        RuleCatalog.All.Where(rule => rule is not (LiveRule or MigrationRule)).Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Descriptor.ToString()));

    [Test]
    public void Holds_every_rule_of_the_assembly_once()
    {
        var declared = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);

        RuleCatalog.All.Select(rule => rule.GetType().Name).Should().BeEquivalentTo(declared.Select(type => type.Name));
    }

    [Test]
    public void Lists_the_rules_by_id()
    {
        RuleCatalog.All.Select(rule => rule.Descriptor.Id).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }

    // What is on without being asked for is decided by measured noise (docs/design/rule-quality.md), not by the way.
    // PL2007, where client and database contradict each other without harm, is the one suggestion. PL5017 and PL5018 are silent until a tenant column or model is configured.
    [Test]
    public void Recommends_these_rules_as_warnings()
    {
        string[] expected =
        [
            "PL1001", "PL1002", "PL1003", "PL1008", "PL1009", "PL1017", "PL2001", "PL2003", "PL2004", "PL2005", "PL2006", "PL2007", "PL2011", "PL2012",
            "PL2013", "PL2016", "PL3001", "PL3002", "PL3003", "PL3007", "PL3008", "PL3010", "PL3011", "PL4002", "PL4003", "PL4004", "PL4006",
            "PL4011", "PL4014", "PL4016", "PL5001", "PL5002", "PL5004", "PL5007", "PL5017", "PL5018", "PL6001", "PL6002", "PL6003", "PL6004", "PL7001", "PL7003", "PL7005",
        ];

        // Who hands in a snapshot asks for what it shows: live rules are another matter.
        var recommended = RuleCatalog.In(RulePreset.Recommended).Where(rule => rule is not (LiveRule or MigrationRule)).ToArray();
        recommended.Select(rule => rule.Descriptor.Id).Should().Equal(expected);
        recommended.Should()
            .OnlyContain(rule => rule.Descriptor.DefaultSeverity == DiagnosticSeverity.Warning || rule.Descriptor.Id == "PL2007");
    }

    [Test]
    public void Uses_each_name_once()
    {
        RuleCatalog.All.Select(rule => rule.Descriptor.Name).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Finds_a_rule_by_its_id_or_name_whatever_the_case()
    {
        RuleCatalog.Find("pl1001").Should().BeOfType<ModelNameCaseRule>();
        RuleCatalog.Find("Model-Name-Case").Should().BeOfType<ModelNameCaseRule>();
        RuleCatalog.Find("model").Should().BeNull();
    }

    [TestCaseSource(nameof(Rules))]
    public void Is_called_by_an_id_and_a_name_of_the_usual_form(Rule rule)
    {
        rule.Descriptor.Id.Should().MatchRegex("^PL[1-9][0-9]{3}$");
        rule.Descriptor.Name.Should().MatchRegex("^[a-z0-9]+(-[a-z0-9]+)*$");
        rule.GetType().Name.Should().EndWith("Rule");
        rule.GetType().IsSealed.Should().BeTrue("rules are not derived from");
        var home = "PrismaLint.Rules." + rule.Descriptor.Category["Prisma".Length..];
        // Live rules are so many that each kind of object has a folder.
        if (rule is LiveRule)
            rule.GetType().Namespace.Should().StartWith(home);
        else
            rule.GetType().Namespace.Should().Be(home);
    }

    [TestCaseSource(nameof(Rules))]
    public void Has_the_category_of_its_id(Rule rule) =>
        rule.Descriptor.Category.Should().Be(s_categories[rule.Descriptor.Id[2]]);

    [TestCaseSource(nameof(Rules))]
    public void Says_its_words_without_a_full_stop(Rule rule)
    {
        rule.Descriptor.Title.Should().MatchRegex("^[A-Z].*[^.]$");
        rule.Descriptor.Message.Should().NotEndWith(".");
        rule.Descriptor.Message.Should().Contain("{0}", "a message that fits any schema helps no one");
        rule.Descriptor.Rationale.Should().EndWith(".");
    }

    [TestCaseSource(nameof(Rules))]
    public void Is_on_as_a_warning_or_suggestion_by_its_preset(Rule rule)
    {
        if (rule is not LiveRule)
            rule.Descriptor.DefaultSeverity.Should().BeOneOf(DiagnosticSeverity.Suggestion, DiagnosticSeverity.Warning);
        rule.Descriptor.Preset.Should().NotBe(RulePreset.None);
    }

    [TestCaseSource(nameof(SchemaRules))]
    public void Finds_something_in_its_flagged_example(Rule rule)
    {
        var example = rule.Descriptor.Example;
        var (errors, found) = Lint(rule, example.Flagged, example);

        errors.Should().BeEmpty();
        found.Should().NotBeEmpty();
        found.Select(diagnostic => diagnostic.Message).Should().AllSatisfy(message => message.Should().NotEndWith(".").And.NotContain("{"));
        found.Select(diagnostic => diagnostic.Object).Should().NotContain([null, ""], "every finding names what it is about");
    }

    [TestCaseSource(nameof(SchemaRules))]
    public void Finds_nothing_in_its_clean_example(Rule rule)
    {
        var example = rule.Descriptor.Example;
        var (errors, found) = Lint(rule, example.Clean, example);

        errors.Should().BeEmpty();
        found.Select(diagnostic => diagnostic.Message).Should().BeEmpty();
    }

    [TestCaseSource(nameof(SchemaRules))]
    public void Describes_the_fix_that_it_offers(Rule rule)
    {
        var example = rule.Descriptor.Example;
        var fixes = Lint(rule, example.Flagged, example).Found.SelectMany(diagnostic => diagnostic.Fixes).ToList();

        if (fixes.Count > 0)
            rule.Descriptor.Fix.Should().NotBeNullOrEmpty();
        foreach (var fix in fixes)
            fix.Title.Should().MatchRegex("^[A-Z].*[^.]$");
        fixes.Select(fix => fix.Edits.Count).Should().NotContain(0);
    }

    [TestCaseSource(nameof(SchemaRules))]
    public void Mends_its_flagged_example_by_its_first_fix(Rule rule)
    {
        var example = rule.Descriptor.Example;
        var fix = Lint(rule, example.Flagged, example).Found.SelectMany(diagnostic => diagnostic.Fixes).FirstOrDefault();
        if (fix is null)
            return;
        var text = example.Flagged;
        foreach (var edit in fix.Edits.OrderByDescending(edit => edit.Span))
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        var before = Lint(rule, example.Flagged, example).Found;
        var (errors, after) = Lint(rule, text, example);

        errors.Should().BeEmpty();
        after.Count.Should().BeLessThan(before.Count);
    }

    private static IEnumerable<TestCaseData> MigrationRules => RuleCatalog.All.OfType<MigrationRule>().Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Descriptor.ToString()));

    [TestCaseSource(nameof(MigrationRules))]
    public void Shows_a_script_that_it_reports_and_one_that_it_does_not(MigrationRule rule)
    {
        var example = rule.Descriptor.Example;
        var flagged = MigrationRuleTests<LockTimeoutMissingRule>.Run(rule, example.Before ?? "", example.Flagged);
        var clean = MigrationRuleTests<LockTimeoutMissingRule>.Run(rule, example.Before ?? "", example.Clean);

        flagged.Should().NotBeEmpty();
        flagged.Select(found => found.Message).Should().AllSatisfy(message => message.Should().NotEndWith("."));
        flagged.Select(found => found.Object).Should().NotContain([null, ""]);
        clean.Select(found => found.Message).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Rules))]
    public void Describes_its_options_and_reads_their_defaults(Rule rule)
    {
        rule.Options.Select(option => option.Name).Should().OnlyHaveUniqueItems();
        foreach (var option in rule.Options)
        {
            option.Name.Should().MatchRegex("^[a-z]+(_[a-z]+)*$");
            option.Description.Should().EndWith(".");
            option.ValueDescription.Should().NotBeEmpty();
            option.Parse(option.DefaultText).Should().NotBeNull("the default of {0} is a value of it", option);
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void Finds_nothing_without_the_option_that_it_needs(Rule rule)
    {
        if (rule.NeededOption is not { } needed)
            return;
        rule.Options.Should().Contain(needed);
        var example = rule.Descriptor.Example;
        example.Options.Should().ContainKey(needed.Name);
        Lint(rule, example.Flagged, example with { Options = new Dictionary<string, string>() }).Found.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Rules))]
    public void Survives_broken_text(Rule rule)
    {
        var example = rule.Descriptor.Example;
        var words = WordStarts().Matches(example.Flagged);
        var step = Math.Max(1, words.Count / 12);
        for (var i = 0; i < words.Count; i += step)
        {
            var cut = example.Flagged[..words[i].Index];
            var act = () => Lint(rule, cut, example);
            act.Should().NotThrow("the text ends with {0}", words[Math.Max(0, i - 1)].Value);
        }
    }

    [Test]
    public void Names_no_shared_option_twice()
    {
        RuleCatalog.SharedOptions.Select(option => option.Name).Should().OnlyHaveUniqueItems();
        foreach (var option in RuleCatalog.SharedOptions)
            option.Parse(option.DefaultText).Should().NotBeNull("the default of {0} is a value of it", option);
    }

    private static (IEnumerable<string> Errors, IReadOnlyList<Diagnostic> Found) Lint(Rule rule, string text, RuleExample example)
    {
        var trees = new List<SyntaxTree> { SyntaxTree.Parse("schema.prisma", text) };
        if (!text.Contains("datasource ", StringComparison.Ordinal) && example.Provider != Provider.Unknown)
            trees.Add(SyntaxTree.Parse("zz-datasource.prisma", RuleTests<ModelNameCaseRule>.Datasource(example.Provider)));
        var model = SemanticModel.Create(trees);
        var errors = SchemaValidator.Validate(model)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic.Location} {diagnostic.Message}");
        var values = new Dictionary<RuleOption, object>();
        foreach (var (name, value) in example.Options)
        {
            // Options of one rule have its id in front, whichever rule needs them.
            var option = rule.Options.Concat(RuleCatalog.SharedOptions).Distinct().SingleOrDefault(option => option.Name == name)
                ?? RuleCatalog.All.Single(other => name.StartsWith(other.Descriptor.Id + ".", StringComparison.Ordinal)).Options.Single(option => name.EndsWith("." + option.Name, StringComparison.Ordinal));
            values.Add(option, option.Parse(value) ?? throw new FormatException($"`{value}` is no value of `{name}`."));
        }
        return ([.. errors], [.. rule.Analyze(new RuleContext(model, values))]);
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex WordStarts();
}
