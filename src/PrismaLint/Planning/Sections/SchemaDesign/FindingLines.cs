using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>Findings as sentences, with the rule at the end.</summary>
internal static class FindingLines
{
    public static IEnumerable<string> Of(PlanContext context, params string[] ruleIds) =>
        ruleIds.SelectMany(context.Observed).Select(Line).Distinct(StringComparer.Ordinal);

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
