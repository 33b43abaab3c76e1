using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules;

namespace PrismaLint.Database.Tests.Live;

/// <summary>The examples on the pages of live rules are run on a real server.</summary>
public sealed class LiveExampleTests
{
    private static IEnumerable<TestCaseData> Rules =>
        RuleCatalog.All.Where(rule => rule is LiveRule && rule.Descriptor.Example.Database is not null).Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Descriptor.ToString()));

    [TestCaseSource(nameof(Rules))]
    public void The_example_shows_what_the_rule_finds_and_what_ends_it(Rule rule)
    {
        var example = rule.Descriptor.Example;
        var configuration = string.Concat(example.Options.Select(option => $"prismalint.{option.Key} = {option.Value}\n"))
            + $"dotnet_diagnostic.{rule.Descriptor.Id}.severity = warning\n";
        using var database = new LiveDatabase(example.Database!);

        database.Inspect(example.Flagged, configuration).Diagnostics.Select(found => found.Id).Should().Contain(rule.Descriptor.Id);

        if (example.Repair is { } repair)
            database.Database.Execute(repair);
        database.Inspect(example.Clean, configuration).Diagnostics.Where(found => found.Id == rule.Descriptor.Id).Select(found => found.Message).Should().BeEmpty();
    }
}
