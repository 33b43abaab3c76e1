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
        result.Output.Should().StartWith("# PL").And.Contain("## Why");
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
