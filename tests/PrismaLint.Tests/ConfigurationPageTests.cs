using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Reporting;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Tests;

/// <summary>Keeps docs/configuration.md complete and true.</summary>
public sealed class ConfigurationPageTests
{
    private static string Page => Read("docs/configuration.md");

    [Test]
    public void Every_option_for_all_rules_is_named_with_its_default()
    {
        foreach (var option in ConfigurationOptions.All)
            Page.Should().Contain($"\n| `prismalint.{option.Name}` | {(option.DefaultText.Length > 0 ? $"`{option.DefaultText}`" : "none")} | ");
        Regex.Matches(Page, @"^\| `prismalint\.([\w.]+)` \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value)
            .Should().OnlyContain(name => ConfigurationOptions.Find(name) != null);
    }

    [Test]
    public void Every_property_is_named_and_each_one_named_exists()
    {
        var properties = Regex.Matches(Read("src/PrismaLint.MSBuild/build/PrismaLint.MSBuild.targets"), @"\$\((PrismaLint\w+)\)").Select(match => match.Groups[1].Value).Distinct().ToArray();
        properties.Should().HaveCountGreaterThan(8);
        foreach (var property in properties)
            Page.Should().Contain($"`{property}`");
        Regex.Matches(Page, "`(PrismaLint[A-Z]\\w+)`").Select(match => match.Groups[1].Value).Distinct().Should().BeSubsetOf(properties);
    }

    [Test]
    public void Every_preset_and_category_is_named()
    {
        foreach (var category in RuleSelection.Categories)
            Page.Should().Contain($"`{category}`");
        foreach (var preset in Enum.GetNames<RulePreset>())
            Page.Should().ContainEquivalentOf($"\n| `{preset}` |");
    }

    [Test]
    public void What_it_shows_of_configuration_files_is_read_without_complaint()
    {
        var blocks = Blocks("ini").ToArray();
        blocks.Should().HaveCountGreaterThan(1);
        foreach (var block in blocks)
        {
            LintConfiguration.Create([new ConfigurationFile(new SourceText("/work/.editorconfig", block), "/work/.editorconfig")], "/work")
                .Diagnostics.Select(diagnostic => diagnostic.Message).Should().BeEmpty();
        }
    }

    [Test]
    public void The_baseline_that_it_shows_is_written_as_baselines_are()
    {
        var block = Blocks("json").Single();
        var baseline = Baseline.Read(new SourceText(Baseline.FileName, block), "/work/" + Baseline.FileName, "/work");
        baseline.Diagnostics.Should().BeEmpty();
        BaselineReport.Write(baseline).Should().Be(block);
    }

    [Test]
    public void Its_links_lead_somewhere()
    {
        foreach (var target in Regex.Matches(Page, @"\]\(([^)#]+)").Select(match => match.Groups[1].Value))
            File.Exists(Path.Combine(ArchitectureTests.Repository(), "docs", target)).Should().BeTrue("the page links to {0}", target);
        var headings = Regex.Matches(Page, "^#+ (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value.ToUpperInvariant().Replace(' ', '-')).ToArray();
        foreach (var anchor in Regex.Matches(Page, @"\]\(#([^)]+)").Select(match => match.Groups[1].Value.ToUpperInvariant()))
            headings.Should().Contain(anchor);
    }

    private static IEnumerable<string> Blocks(string language) =>
        Regex.Matches(Page, $"^```{language}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value);

    private static string Read(string path) => File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), path)).ReplaceLineEndings("\n");
}
