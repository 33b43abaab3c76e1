using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Reporting;

namespace PrismaLint.Tests.Reporting;

/// <summary>The pages in <c>docs</c> are written from the rules: <c>PRISMALINT_UPDATE=1 dotnet test --filter RulePagesTests</c>.</summary>
public sealed class RulePagesTests
{
    private const string HowTo = "`PRISMALINT_UPDATE=1 dotnet test tests/PrismaLint.Tests --filter RulePagesTests` writes the pages";

    private static string Docs => Path.Combine(Repository(), "docs");

    [Test]
    public void Every_id_has_its_page_and_the_index_lists_them()
    {
        var expected = DiagnosticCatalog.All.ToDictionary(descriptor => $"rules/{descriptor.Id}.md", RulePages.Write, StringComparer.Ordinal);
        expected.Add("rules.md", RulePages.WriteIndex());
        if (Environment.GetEnvironmentVariable("PRISMALINT_UPDATE") == "1")
            Update(expected);

        Directory.EnumerateFiles(Path.Combine(Docs, "rules"), "*.md").Select(path => "rules/" + Path.GetFileName(path))
            .Should().BeEquivalentTo(expected.Keys.Where(name => name != "rules.md"), HowTo);
        foreach (var (name, page) in expected)
            (File.ReadAllText(Path.Combine(Docs, name)) == page).Should().BeTrue("{0} is as generated; {1}", name, HowTo);
    }

    [Test]
    public void Pages_have_no_odd_blanks_and_end_with_one_line_break()
    {
        foreach (var page in DiagnosticCatalog.All.Select(RulePages.Write).Append(RulePages.WriteIndex()))
        {
            page.Should().EndWith("\n").And.NotEndWith("\n\n").And.NotContain("\n\n\n").And.NotContain("\r").And.NotContain(" \n");
        }
    }

    [Test]
    public void A_page_is_found_by_id_and_by_name_in_any_case()
    {
        RulePages.Find("pl0001").Should().StartWith("# PL0001: syntax-error\n");
        RulePages.Find("Syntax-Error").Should().Be(RulePages.Find("PL0001"));
        RulePages.Find("no-such-rule").Should().BeNull();
    }

    private static string Repository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path) ?? "", "..", "..", ".."));

    private static void Update(Dictionary<string, string> pages)
    {
        Directory.CreateDirectory(Path.Combine(Docs, "rules"));
        foreach (var old in Directory.EnumerateFiles(Path.Combine(Docs, "rules"), "*.md"))
            File.Delete(old);
        foreach (var (name, page) in pages)
            File.WriteAllText(Path.Combine(Docs, name), page, new UTF8Encoding(false));
    }
}
