using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Tests;

/// <summary>Guards the structure that ARCHITECTURE.md describes.</summary>
public sealed partial class ArchitectureTests
{
    // A layer may use those that stand before it. The root namespace (Linter, LintReport) stands above all of them.
    private static readonly string[] s_layers =
    [
        "PrismaLint.Text",
        "PrismaLint.Diagnostics",
        "PrismaLint.Syntax",
        "PrismaLint.Connectors",
        "PrismaLint.Semantics",
        "PrismaLint.Sql",
        "PrismaLint.Database",
        "PrismaLint.Migrations",
        "PrismaLint.Validation",
        "PrismaLint.Rules",
        "PrismaLint.Configuration",
        "PrismaLint.Fixes",
        "PrismaLint.Planning.Document",
        "PrismaLint.Planning.Inputs",
        "PrismaLint.Planning.Facts",
        "PrismaLint.Planning.Changes",
        "PrismaLint.Planning.Sections",
        "PrismaLint.Planning",
        "PrismaLint.Reporting",
        "PrismaLint.Loading",
    ];

    private static string Library => Path.Combine(Repository(), "src", "PrismaLint");

    [Test]
    public void A_layer_knows_only_the_layers_below()
    {
        var wrong = new List<string>();
        foreach (var (file, text) in Files())
        {
            var layer = LayerOf(NamespaceOf(text));
            if (layer < 0)
                continue;
            foreach (Match match in Usings().Matches(text))
            {
                var used = LayerOf(match.Groups[1].Value);
                if (used > layer || match.Groups[1].Value == "PrismaLint")
                    wrong.Add($"{file} uses {match.Groups[1].Value}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [Test]
    public void Namespaces_equal_folders()
    {
        foreach (var (file, text) in Files())
        {
            if (file.StartsWith("Compatibility", StringComparison.Ordinal))
                continue;
            var folder = Path.GetDirectoryName(file)?.Replace(Path.DirectorySeparatorChar, '.') ?? "";
            NamespaceOf(text).Should().Be(folder.Length == 0 ? "PrismaLint" : "PrismaLint." + folder, "{0} lies there", file);
        }
    }

    [Test]
    public void Only_the_parser_knows_Superpower() =>
        Files().Where(file => file.Text.Contains("Superpower", StringComparison.Ordinal) && UsesSuperpower().IsMatch(file.Text)).Select(file => file.Path)
            .Should().OnlyContain(path => path.StartsWith(Path.Combine("Syntax", "Parsing"), StringComparison.Ordinal) || path.StartsWith(Path.Combine("Sql", "Parsing"), StringComparison.Ordinal));

    [Test]
    public void Only_loading_touches_files()
    {
        string[] banned = ["File.", "Directory.", "Console.", "Environment.", "DateTime.Now", "new FileInfo", "new FileStream", "HttpClient"];
        Files()
            .Where(file => !file.Path.StartsWith("Loading", StringComparison.Ordinal))
            .SelectMany(file => banned.Where(word => Regex.IsMatch(StripCommentsAndStrings(file.Text), $@"(?<![\w.]){Regex.Escape(word)}")).Select(word => $"{file.Path}: {word}"))
            .Should().BeEmpty();
    }

    [Test]
    public void The_library_depends_on_Superpower_alone() =>
        typeof(Linter).Assembly.GetReferencedAssemblies().Select(name => name.Name)
            .Where(name => name is not null && !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard")
            .Should().Equal("Superpower");

    [Test]
    public void Nothing_is_forgiven_with_an_exclamation_mark() =>
        Files()
            .Where(file => NullForgiving().IsMatch(StripCommentsAndStrings(file.Text)))
            .Select(file => file.Path)
            .Should().BeEmpty();

    internal static string Repository() => FromThisFile();

    private static string FromThisFile([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path) ?? "", "..", ".."));

    private static IEnumerable<(string Path, string Text)> Files()
    {
        foreach (var path in Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(Library, path);
            if (!relative.StartsWith("obj", StringComparison.Ordinal) && !relative.StartsWith("bin", StringComparison.Ordinal))
                yield return (relative, File.ReadAllText(path));
        }
    }

    private static string NamespaceOf(string text) => Namespaces().Match(text).Groups[1].Value;

    // Of a layer inside of another the inner one counts.
    private static int LayerOf(string name) => Array.IndexOf(
        s_layers,
        s_layers.Where(layer => name == layer || name.StartsWith(layer + ".", StringComparison.Ordinal)).MaxBy(layer => layer.Length));

    private static string StripCommentsAndStrings(string text)
    {
        text = RawStrings().Replace(text, "\"\"");
        text = Strings().Replace(text, "\"\"");
        return Comments().Replace(text, "");
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(PrismaLint[\w.]*)", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?Superpower", RegexOptions.Multiline)]
    private static partial Regex UsesSuperpower();

    [GeneratedRegex("\"\"\".*?\"\"\"", RegexOptions.Singleline)]
    private static partial Regex RawStrings();

    [GeneratedRegex("'(?:\\\\.|[^'\\\\])'|[$@]*\"(?:\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex Strings();

    [GeneratedRegex("//.*")]
    private static partial Regex Comments();

    [GeneratedRegex(@"[\w)\]]!(?:[.;,)\[]|\s*$)", RegexOptions.Multiline)]
    private static partial Regex NullForgiving();
}
