using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;

namespace PrismaLint.Tests.Planning;

/// <summary>The page that says where each line of the brief went speaks of rules that are there.</summary>
public sealed partial class CoveragePageTests
{
    private static string Page => File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), "docs", "design", "advisor-brief-coverage.md"));

    [Test]
    public void Each_rule_that_the_page_names_is_in_the_catalog() =>
        RuleIds().Matches(Page).Select(match => match.Value).Distinct()
            .Where(id => DiagnosticCatalog.Find(id) is null)
            .Should().BeEmpty();

    [Test]
    public void Each_row_has_as_many_cells_as_its_table()
    {
        var wrong = new List<string>();
        var width = 0;
        foreach (var line in Page.Split('\n'))
        {
            var cells = line.StartsWith('|') ? line.Count(letter => letter == '|') : 0;
            if (cells > 0 && width > 0 && cells != width)
                wrong.Add(line);
            width = cells;
        }
        wrong.Should().BeEmpty();
    }

    [Test]
    public void Every_section_of_the_plan_is_named() =>
        Enumerable.Range(1, 8).Should().OnlyContain(number => Page.Contains($"§{number}", StringComparison.Ordinal));

    [GeneratedRegex(@"PL\d{4}")]
    private static partial Regex RuleIds();
}
