using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Cli.Tests;

/// <summary>README.md begins with output of the tool: it must be what the tool prints.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReadmeTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public void The_output_shown_is_the_output_of_the_sample()
    {
        var repository = Repository();
        foreach (var file in new[] { "prisma/schema.prisma", "prisma.config.ts", "package.json", ".editorconfig" })
            _tool.Write("samples/Storefront/" + file, File.ReadAllBytes(Path.Combine(repository, "samples", "Storefront", file)));
        var result = _tool.Run("check", "samples/Storefront");
        var printed = result.Output + result.Error;

        var readme = File.ReadAllText(Path.Combine(repository, "README.md"), Encoding.UTF8).ReplaceLineEndings("\n");
        var start = readme.IndexOf("```text\n$ prismalint check samples/Storefront\n", StringComparison.Ordinal);
        start.Should().BePositive();
        var shown = readme[start..readme.IndexOf("\n```\n", start, StringComparison.Ordinal)].Split('\n')[2..];
        foreach (var paragraph in string.Join('\n', shown).Split("\n\n"))
            printed.Should().Contain(paragraph.Split("\n  …")[0]);
        printed.Should().Contain(shown[^1]);
    }

    private static string Repository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path) ?? "", "..", ".."));
}
