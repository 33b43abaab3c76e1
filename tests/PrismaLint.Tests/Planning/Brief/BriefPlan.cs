using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Tests.Planning.Brief;

/// <summary>A plan cut at its headings.</summary>
internal sealed class BriefPlan
{
    private readonly Dictionary<int, PlanSection> _sections;

    public BriefPlan(PlanCase plan) => _sections = Enumerable.Range(1, 8).ToDictionary(number => number, plan.Section);

    public IReadOnlyCollection<PlanSection> Sections => _sections.Values;

    public PlanSection this[int number] => _sections[number];

    /// <summary>The headings of parts and of parts of parts, in the order of the text.</summary>
    public IReadOnlyList<string> Headings(int section) => [.. HeadingsOf(_sections[section].Blocks)];

    public IReadOnlyList<string> Parts(int section) => [.. _sections[section].Blocks.OfType<HeadingBlock>().Where(heading => heading.Level == 1).Select(heading => heading.Text)];

    /// <summary>What a part says: a line for each text, item and row; nothing where the part is not there.</summary>
    public IReadOnlyList<string> Lines(int section, string part)
    {
        var blocks = _sections[section].Blocks.SkipWhile(block => block is not HeadingBlock { Level: 1 } heading || heading.Text != part).Skip(1).TakeWhile(block => block is not HeadingBlock { Level: 1 });
        return [.. PlanCase.TextsOf(blocks)];
    }

    private static IEnumerable<string> HeadingsOf(IEnumerable<PlanBlock> blocks) => blocks.SelectMany(block => block switch
    {
        HeadingBlock heading => [heading.Text],
        DetailsBlock details => HeadingsOf(details.Blocks),
        _ => Array.Empty<string>(),
    });
}
