using System;
using System.Linq;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Cli.Tests;

/// <summary><c>config --show</c>.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConfigTests : IDisposable
{
    private readonly Tool _tool = new();

    public ConfigTests() => _tool.Write(
        "prisma/schema.prisma",
        "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel A {\n  id Int @id\n}\n");

    public void Dispose() => _tool.Dispose();

    [Test]
    public void Every_severity_is_shown_with_what_decided_it()
    {
        _tool.Write(".editorconfig", """
            root = true
            [*.prisma]
            dotnet_diagnostic.duplicate-index.severity = error
            dotnet_analyzer_diagnostic.category-PrismaNaming.severity = suggestion
            [prisma/**]
            dotnet_diagnostic.PL3003.severity = none
            """);
        _tool.Write("prisma/.editorconfig", "[*]\ndotnet_diagnostic.PL3003.severity = silent\n");
        var result = _tool.Run("config", "--show", "prisma/schema.prisma", "--rule", "PL3004=error", "--rule", "PL2014");
        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("prisma/schema.prisma\npreset recommended, Prisma 7\n");
        Row("PL0001").Should().Be("PL0001 syntax-error error always on");
        Row("PL1001").Should().Be("PL1001 model-name-case suggestion .editorconfig(4,61) dotnet_analyzer_diagnostic.category-PrismaNaming.severity");
        Row("PL3001").Should().Be("PL3001 foreign-key-without-index warning preset recommended");
        Row("PL3002").Should().Be("PL3002 duplicate-index error .editorconfig(3,46)");
        Row("PL3003").Should().Be("PL3003 duplicate-unique silent prisma/.editorconfig(2,37)");
        Row("PL3004").Should().Be("PL3004 redundant-index-prefix error command line");
        Row("PL2014").Should().Be("PL2014 implicit-many-to-many warning command line");
        Row("PL7002").Should().Be("PL7002 preview-feature-policy none on from preset all");

        string Row(string id) => string.Join(' ', result.Output.Split('\n').Single(line => line.StartsWith(id, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public void Options_are_shown_with_their_values()
    {
        _tool.Write(".editorconfig", "root = true\n[*.prisma]\nprismalint.PL3001.ignored_models = Country, *Log\nprismalint.require_reason = true\n");
        var text = _tool.Run("config", "--show", "prisma/schema.prisma").Output;
        text.Should().MatchRegex(@"\nprismalint\.PL3001\.ignored_models = Country, \*Log +\.editorconfig\(3,36\)\n");
        text.Should().MatchRegex(@"\nprismalint\.prisma_version = auto +default\n");
        text.Should().NotContain("prismalint.PL7002.allowed", "the rule is off");

        using var json = JsonDocument.Parse(_tool.Run("config", "--show", "prisma/schema.prisma", "--format", "json").Output);
        var option = json.RootElement.GetProperty("options").EnumerateArray().Single(option => option.GetProperty("key").GetString() == "prismalint.require_reason");
        option.GetProperty("value").GetString().Should().Be("true");
        option.GetProperty("default").GetString().Should().Be("false");
        option.GetProperty("setting").GetProperty("line").GetInt32().Should().Be(4);
        json.RootElement.GetProperty("configurationFiles")[0].GetString().Should().Be(".editorconfig");
        json.RootElement.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "PL7002").GetProperty("severity").GetString().Should().Be("none");
    }

    [Test]
    public void What_is_shown_is_what_check_does()
    {
        _tool.Write(".editorconfig", "root = true\n[*.prisma]\ndotnet_diagnostic.PL1001.severity = error\nprismalint.PL1001.style = snake\n");
        _tool.Run("config", "--show", "prisma/schema.prisma").Output.Should().MatchRegex(@"\nPL1001 .* error ").And.Contain("prismalint.PL1001.style = snake");
        _tool.Run("check", "prisma/schema.prisma", "--format", "msbuild").Output.Should().Contain("error PL1001");
    }

    [TestCase("nowhere.prisma", "`nowhere.prisma` does not exist")]
    [TestCase("prisma", "`--show prisma` names a folder")]
    public void A_path_that_is_no_file_is_named(string path, string message)
    {
        var result = _tool.Run("config", "--show", path);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(message);
    }

    [Test]
    public void A_broken_setting_is_told_and_not_in_force()
    {
        _tool.Write(".editorconfig", "root = true\n[*.prisma]\nprismalint.require_reason = perhaps\n");
        var result = _tool.Run("config", "--show", "prisma/schema.prisma");
        result.ExitCode.Should().Be(2);
        result.Output.Should().MatchRegex(@"\nprismalint\.require_reason = false +default\n");
        result.Error.Should().Contain(".editorconfig(3,");
    }
}
