using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Findings as sentences, with the rule at the end.</summary>
internal static class FindingLines
{
    private const int FewestAlike = 3;

    public static IEnumerable<string> Of(PlanContext context, params string[] ruleIds) =>
        ruleIds.SelectMany(id => Together([.. context.Observed(id)])).Distinct(StringComparer.Ordinal);

    // What many findings say alike stands once, behind what they say it of.
    private static IEnumerable<string> Together(IReadOnlyList<Diagnostic> findings)
    {
        foreach (var group in findings.GroupBy(finding => TailOf(finding.Message), StringComparer.Ordinal))
        {
            Diagnostic[] alike = [.. group];
            if (group.Key.Length == 0 || alike.Length < FewestAlike)
            {
                foreach (var finding in alike)
                    yield return Line(finding);
                continue;
            }
            var heads = alike.Select(finding => finding.Message.Remove(finding.Message.Length - group.Key.Length));
            yield return $"{string.Join("; ", heads)}{group.Key.TrimEnd('.')}. ({alike[0].Id})";
        }
    }

    private static string TailOf(string message) => message.IndexOf(": ", StringComparison.Ordinal) is var colon && colon < 0 ? "" : message.Substring(colon);

    /// <summary>A line for each rule, with what it speaks of.</summary>
    public static IEnumerable<string> Grouped(PlanContext context, params string[] ruleIds)
    {
        foreach (var id in ruleIds)
        {
            Diagnostic[] findings = [.. context.Observed(id)];
            string[] objects = [.. findings.Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (findings.Length == 1)
                yield return Line(findings[0]);
            else if (objects.Length > 0)
                yield return $"{findings[0].Descriptor.Title}: {PlanFigures.Names(objects, 8)}. ({id})";
        }
    }

    public static string Line(Diagnostic finding) => finding.Message.TrimEnd('.') + $". ({finding.Id})";
}
