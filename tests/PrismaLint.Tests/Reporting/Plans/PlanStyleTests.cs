using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Reporting.Plans;

public sealed partial class PlanStyleTests
{
    // What stands on what: 4.5 is what WCAG asks for text (AA).
    private static readonly (string Text, string Ground)[] s_pairs =
    [
        ("ink", "page"), ("ink", "surface"), ("ink", "sunk"), ("ink", "tint"), ("soft", "page"), ("soft", "surface"), ("soft", "sunk"), ("soft", "tint"), ("accent", "page"), ("accent", "surface"),
        ("accent", "sunk"), ("literal", "sunk"), ("note", "sunk"), ("pass", "pass-tint"), ("fail", "fail-tint"), ("unknown", "unknown-tint"), ("surface", "pass"), ("surface", "fail"),
    ];

    [Test]
    public void Text_is_read_in_both_schemes([Values(0, 1)] int scheme)
    {
        var colours = Schemes().Matches(PlanStyle.Text).Select(match => Colours().Matches(match.Value).ToDictionary(colour => colour.Groups[1].Value, colour => colour.Groups[2].Value)).Where(found => found.Count > 5).ElementAt(scheme);
        s_pairs.Select(pair => (pair, Contrast(colours[pair.Text], colours[pair.Ground]))).Where(result => result.Item2 < 4.5).Should().BeEmpty();
    }

    [Test]
    public void Lines_of_diagrams_are_seen_in_both_schemes([Values(0, 1)] int scheme)
    {
        var colours = Schemes().Matches(PlanStyle.Text).Select(match => Colours().Matches(match.Value).ToDictionary(colour => colour.Groups[1].Value, colour => colour.Groups[2].Value)).Where(found => found.Count > 5).ElementAt(scheme);
        Contrast(colours["wire"], colours["surface"]).Should().BeGreaterThan(3);
    }

    [Test]
    public void Every_colour_that_is_used_is_there() =>
        Uses().Matches(PlanStyle.Text).Select(use => use.Groups[1].Value).Distinct().Should().OnlyContain(name => name == "w" || PlanStyle.Text.Contains($"--{name}: ", StringComparison.Ordinal));

    private static double Contrast(string first, string second)
    {
        double[] lights = [Light(first), Light(second)];
        return (lights.Max() + 0.05) / (lights.Min() + 0.05);
    }

    private static double Light(string colour)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Schemes();

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6})")]
    private static partial Regex Colours();

    [GeneratedRegex(@"var\(--([a-z-]+)\)")]
    private static partial Regex Uses();
}
