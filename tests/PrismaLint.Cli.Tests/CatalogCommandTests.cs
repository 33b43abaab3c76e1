using System.Linq;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Cli.Tests;

/// <summary><c>rules</c> and <c>explain</c>.</summary>
public sealed class CatalogCommandTests
{
    [TestCase("PL3001")]
    [TestCase("foreign-key-without-index")]
    [TestCase("PL0005")]
    [TestCase("pl0014")]
    [TestCase("PL0099")]
    public void Explain_prints_the_page(string id)
    {
        using var tool = new Tool();
        var result = tool.Run("explain", id);
        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("PL").And.Contain("\nWhy\n---\n");
        tool.Run("explain", id, "--format", "markdown").Output.Should().StartWith("# PL").And.Contain("\n## Why\n");
    }

    [Test]
    public void A_page_reads_as_text_without_marks_of_Markdown_in_100_columns()
    {
        using var tool = new Tool();
        foreach (var id in new[] { "PL3001", "PL0004", "PL5001", "PL1002" })
        {
            var output = tool.Run("explain", id).Output;
            output.Should().NotContain("```").And.NotContain("\n|").And.NotContain("**").And.NotContain("](").And.NotContain("\n#").And.NotContain("\u001B");
            output.Should().Contain("\n    ", "code is set in");
            output.Split('\n').Where(line => !line.StartsWith("    ", System.StringComparison.Ordinal)).Should().OnlyContain(line => line.Length <= 100);
        }
    }

    [Test]
    public void Explain_offers_near_names()
    {
        using var tool = new Tool();
        var result = tool.Run("explain", "foreign-key-witout-index");
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain("`foreign-key-without-index`");
    }

    [Test]
    public void Rules_are_listed_as_text_json_and_markdown()
    {
        using var tool = new Tool();
        tool.Run("rules").Output.Should().Contain("PL3001  foreign-key-without-index");
        tool.Run("rules", "--format", "markdown").Output.Should().Contain("[PL3001](rules/PL3001.md)");
        using var json = JsonDocument.Parse(tool.Run("rules", "--format", "json").Output);
        json.RootElement.GetProperty("rules").GetArrayLength().Should().BeGreaterThan(20);
    }

    [Test]
    public void The_list_as_text_is_aligned_and_fits_100_columns()
    {
        using var tool = new Tool();
        var lines = tool.Run("rules").Output.Split('\n');
        lines.Should().OnlyContain(line => line.Length <= 100);
        var rules = lines.Where(line => line.StartsWith("PL", System.StringComparison.Ordinal)).ToArray();
        rules.Length.Should().BeGreaterThan(60);
        rules.Select(line => line.IndexOf(line.Split(' ', System.StringSplitOptions.RemoveEmptyEntries)[2], line.IndexOf(' ', 8), System.StringComparison.Ordinal))
            .Distinct().Should().ContainSingle("severities stand below each other");
    }

    [TestCase("PL3001", "PL1001", "--category", "indexing")]
    [TestCase("PL3001", "PL1001", "--category", "PrismaIndexing")]
    [TestCase("PL3001", "PL2014", "--preset", "recommended")]
    [TestCase("PL0001", "PL3001", "--preset", "none")]
    [TestCase("PL3001", "PL0001", "--severity", "warning")]
    [TestCase("PL3001", "PL1008", "--fixable")]
    [TestCase("PL3002", "PL3009", "--category", "indexing", "--severity", "warning", "--fixable")]
    public void The_list_is_narrowed(string kept, string left, params string[] arguments)
    {
        using var tool = new Tool();
        foreach (var format in new[] { "text", "json", "markdown" })
            tool.Run(["rules", "--format", format, .. arguments]).Output.Should().Contain(kept).And.NotContain(left);
    }

    [Test]
    public void An_unknown_category_is_named_with_those_that_are()
    {
        using var tool = new Tool();
        var result = tool.Run("rules", "--category", "speed");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("`--category speed`").And.Contain("`PrismaIndexing`");
    }

    [Test]
    public void Without_a_command_it_shows_its_help_as_a_usage_error()
    {
        using var tool = new Tool();
        var result = tool.Run();
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain("check <PATH>").And.Contain("explain <ID>");
    }

    [Test]
    public void A_word_that_is_no_command_is_named_once()
    {
        using var tool = new Tool();
        var result = tool.Run("nonsense");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("'nonsense'").And.NotContain("Required");
    }
}
