using System;
using System.Linq;
using PrismaLint.Rules;

namespace PrismaLint.Planning.Facts;

/// <summary>Whether silence of rules is evidence: they were on, had all that they look at, and nobody has silenced a finding.</summary>
internal static class Judgement
{
    /// <summary>Why the rules have not judged everything; <see langword="null"/>: they have. Whoever asks has looked at their findings.</summary>
    /// <param name="context">The plan.</param>
    /// <param name="report">The report whose findings the caller looked at.</param>
    /// <param name="ruleIds">The rules, those of the database or of the schema.</param>
    public static string? Gap(PlanContext context, LintReport report, params string[] ruleIds)
    {
        foreach (var id in ruleIds)
        {
            if (RuleCatalog.Find(id) is not { } rule)
                continue;
            if (rule is LiveRule && context.Live is not { IsReplayed: false })
                return $"it takes a snapshot of the database ({id})";
            if (!IsOn(context, report, rule))
                return $"the configuration turns {id} off";
            if (report.Diagnostics.Count(finding => finding.Id == id && finding.IsSuppressed) is > 0 and var silenced)
                return FormattableString.Invariant($"{silenced} finding{(silenced == 1 ? "" : "s")} of {id} {(silenced == 1 ? "is" : "are")} suppressed");
            if (report.NotJudged.FirstOrDefault(missing => missing.RuleId == id) is { } missing)
                return $"{missing.Reason} ({id})";
        }
        return null;
    }

    private static bool IsOn(PlanContext context, LintReport report, Rule rule)
    {
        var options = report == context.Report ? context.Options : context.Options with { Preset = RulePreset.Strict };
        return context.Schema.Trees.Any(tree => Linter.IsOn(rule.Descriptor, tree.Source.Path, options));
    }
}
