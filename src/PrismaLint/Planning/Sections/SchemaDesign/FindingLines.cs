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

    public static string Line(Diagnostic finding) => finding.Message.TrimEnd('.') + $". ({finding.Id})";
}
