using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Findings as sentences of the section.</summary>
internal static class FindingTexts
{
    /// <summary>What rules say with suggestions turned on, each with its id; of more than so many the last item says how many are left out.</summary>
    public static IReadOnlyList<string> Of(PlanContext context, int limit, params string[] ruleIds)
    {
        Diagnostic[] found = [.. context.Observations.Visible.Where(diagnostic => Array.IndexOf(ruleIds, diagnostic.Id) >= 0)];
        var texts = found.Take(limit).Select(diagnostic => $"{diagnostic.Message} ({diagnostic.Id})");
        return found.Length <= limit ? [.. texts] : [.. texts, $"and {Numbers.Text(found.Length - limit)} more ({string.Join(", ", found.Skip(limit).Select(diagnostic => diagnostic.Id).Distinct())})"];
    }
}
