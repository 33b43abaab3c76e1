using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning;
using PrismaLint.Planning.Inputs;
using PrismaLint.Tests.Planning.Inputs;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning;

/// <summary>Keeps docs/plan.md complete and true.</summary>
public sealed partial class PlanPageTests
{
    private static string Page => File.ReadAllText(Path.Combine(ArchitectureTests.Repository(), "docs", "plan.md")).ReplaceLineEndings("\n");

    [Test]
    public void Every_key_of_the_inputs_has_its_row_and_no_other_has() =>
        Rows("| Key | Says | For |").Should().Equal(PlanInputsKeys.All.Select(key => $"| `{key.Name}` | {key.Meaning} | {key.Use} |"));

    [Test]
    public void Every_member_of_a_query_has_its_row_and_no_other_has() =>
        Rows("| Member of a query | Says | For |").Should().Equal(PlanInputsKeys.OfHotQuery.Select(key => $"| `{key.Name}` | {key.Meaning} | {key.Use} |"));

    [Test]
    public void The_file_that_it_shows_reads_without_a_mistake()
    {
        var file = Yaml().Matches(Page).Should().ContainSingle().Which.Groups[1].Value;
        var reading = PlanInputsReader.Read(new SourceText("prismalint-plan.yml", file), LeagueSchema.Model);

        reading.Diagnostics.Select(diagnostic => diagnostic.ToString()).Should().BeEmpty();
        reading.Inputs?.Volumes.Keys.Should().Equal("Account", "Game", "Team");
        reading.Inputs?.HotQueries.Should().ContainSingle();
    }

    [Test]
    public void The_sections_are_called_as_in_plans()
    {
        foreach (var (number, title) in Planner.SectionTitles)
            Page.Should().Contain($"\n| {number} | {title} | ");
    }

    [Test]
    public void Its_links_lead_somewhere()
    {
        foreach (var target in Links().Matches(Page).Select(match => match.Groups[1].Value))
            File.Exists(Path.Combine(ArchitectureTests.Repository(), "docs", target)).Should().BeTrue("the page links to {0}", target);
    }

    private static IEnumerable<string> Rows(string header) => Page[(Page.IndexOf(header, StringComparison.Ordinal) + header.Length + 1)..]
        .Split('\n').Skip(1).TakeWhile(line => line.StartsWith('|'));

    [GeneratedRegex("^```yaml\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"\]\(([^)#]+)")]
    private static partial Regex Links();
}
