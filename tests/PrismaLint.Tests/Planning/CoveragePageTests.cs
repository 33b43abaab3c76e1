using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Tests.Planning.Brief;

namespace PrismaLint.Tests.Planning;

/// <summary>The page that says where each line of the brief went speaks of rules and parts that are there, and of every line.</summary>
public sealed partial class CoveragePageTests
{
    // The lines of the brief that ask for something, without headings, fences and empty lines.
    private static readonly (int First, int Last)[] s_lines =
    [
        (14, 23), (26, 35), (38, 47), (50, 59), (62, 71), (74, 83), (86, 95),
        (100, 104), (108, 111), (115, 120), (125, 128), (132, 136), (139, 143),
        (149, 152), (154, 158), (160, 163), (165, 168), (170, 173), (175, 178), (183, 202),
        (210, 213), (216, 219), (224, 228), (232, 236), (242, 245), (248, 251), (256, 259), (262, 265),
        (269, 278), (284, 287), (290, 293), (296, 299), (302, 305),
        (315, 318), (321, 324), (327, 330), (333, 336), (339, 342), (345, 348), (351, 354), (357, 360),
        (367, 373), (377, 384), (388, 395),
    ];

    private static string Page => File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), "docs", "design", "advisor-brief-coverage.md"));

    /// <summary>The rows of all tables, cut into cells.</summary>
    private static IEnumerable<string[]> Rows => Page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split(" | "));

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
    public void Each_part_that_the_page_names_is_a_heading_of_its_section()
    {
        BriefPlan[] plans = [new(BriefSchema.Faulty), new(BriefSchema.WellMade)];
        var headings = Enumerable.Range(1, 8).ToDictionary(number => number, number => plans.SelectMany(plan => plan.Headings(number)).ToHashSet());
        var named = Parts().Matches(Page).Select(match => (Section: int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Part: match.Groups[2].Value)).Distinct().ToArray();
        named.Should().HaveCountGreaterThan(60);
        named.Where(part => !headings.TryGetValue(part.Section, out var there) || !there.Contains(part.Part)).Should().BeEmpty();
    }

    [Test]
    public void No_row_names_a_section_without_its_part() =>
        Rows.Where(row => row.Sum(cell => cell.Count(letter => letter == '§')) != row.Sum(cell => Parts().Count(cell))).Should().BeEmpty();

    [Test]
    public void Every_line_of_the_brief_has_a_row_and_no_row_is_beyond_it()
    {
        var covered = Rows.SelectMany(row => Numbers(row[0])).ToHashSet();
        s_lines.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Where(line => !covered.Contains(line)).Should().BeEmpty();
        covered.Should().OnlyContain(line => line >= 14 && line <= 395);
    }

    [Test]
    public void The_headings_of_the_page_follow_one_another_without_a_gap()
    {
        var ranges = Headings().Matches(Page).Select(match => (First: int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), Last: int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))).ToArray();
        ranges[0].First.Should().Be(13);
        ranges[^1].Last.Should().Be(395);
        // An empty line of the brief lies between two of its chapters.
        ranges.Zip(ranges.Skip(1)).Should().OnlyContain(pair => pair.Second.First == pair.First.Last + 2);
    }

    [Test]
    public void Rules_of_the_schema_that_anti_patterns_and_patterns_name_report_in_the_schema_that_has_them()
    {
        var context = BriefSchema.Faulty.Context();
        var rows = Rows.Where(row => row.Length == 6 && Numbers(row[0]).Any(line => line is >= 209 and <= 278));
        rows.SelectMany(row => RuleIds().Matches(row[2]).Select(match => match.Value)).Distinct()
            .Where(id => !context.Observed(id).Any())
            .Should().BeSubsetOf(["PL4006", "PL5006", "PL5010"], "PostgreSQL gets jsonb by itself, and the others wait for a team that asks for them");
    }

    private static IEnumerable<int> Numbers(string cell)
    {
        if (!cell.All(letter => char.IsDigit(letter) || letter is ' ' or ',' or 't' or 'o'))
            return [];
        int[] numbers = [.. Digits().Matches(cell).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];
        return cell.Contains(" to ", StringComparison.Ordinal) ? Enumerable.Range(numbers[0], numbers[1] - numbers[0] + 1) : numbers;
    }

    [GeneratedRegex(@"PL\d{4}")]
    private static partial Regex RuleIds();

    [GeneratedRegex(@"§(\d) \*([^*]+)\*")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^## .*\(lines (\d+) to (\d+)\)", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
