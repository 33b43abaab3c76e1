using System;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules;
using static PrismaLint.Planning.Sections.SectionWriter;

namespace PrismaLint.Planning.Sections.Models;

/// <summary>The changes of the schema: why, and as a diff.</summary>
internal static class SchemaDiffPart
{
    // More lines than this are folded.
    private const int Long = 60;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Model definitions: changes");
        var recommended = context.Recommended;
        if (recommended.Files.Count == 0)
        {
            writer.Text(context.Report.Visible.Any()
                ? FormattableString.Invariant($"{PlanFigures.NoneOf(context.Report.Visible.Count(), "finding")} of {PlanText.Code("check")} has a fix that changes the schema; the models stay as they are.")
                : $"{PlanText.Code("prismalint check")} finds nothing{(context.Models.Count > 0 ? ": the models stay as they are" : "")}.");
            return;
        }
        var rules = recommended.Fixed.GroupBy(finding => finding.Id).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        if (rules.Length > 0)
        {
            writer.Text(FormattableString.Invariant($"{PlanFigures.Count(recommended.Fixed.Count, "finding has", "findings have")} a fix that changes the schema. {PlanText.Code("prismalint check --fix-unsafe")} makes the changes below{(recommended.Wanted.Count > 0 ? ", but for the indexes of told queries" : "")}; section 7 brings them into the database."));
            writer.Table(
                [Column("Rule"), Column("What is found"), Figure("Places"), Column("The fix"), Column("For example")],
                rules.Select(group => (System.Collections.Generic.IReadOnlyList<string>)[
                    group.Key, RuleCatalog.Find(group.Key)?.Descriptor.Title ?? group.First().Descriptor.Title, FormattableString.Invariant($"{group.Count()}"), Safety(group), FixOf(group.First())?.Title ?? ""]));
        }
        if (recommended.Wanted.Count > 0)
        {
            writer.Text($"Queries of the inputs ({context.Inputs.PlaceOf("hot_queries")}) that no index serves whole get one:");
            writer.List(recommended.Wanted.Select(wanted => $"{PlanText.Code(wanted.Declaration)} of {PlanText.Code(wanted.Model)} for {PlanText.Code(wanted.Query.Name)}"
                + (wanted.Begins.Count == 0 ? "" : $"; it takes the place of {PlanText.Code($"@@index([{string.Join(", ", wanted.Begins)}])")}, which is its beginning (PL3004)")));
        }
        foreach (var file in recommended.Files)
        {
            var diff = UnifiedDiff.Write(file.Before, file.After);
            var lines = diff.Split('\n');
            var added = lines.Count(line => line.Length > 0 && line[0] == '+') - 1;
            var removed = lines.Count(line => line.Length > 0 && line[0] == '-') - 1;
            if (lines.Length <= Long)
                writer.Code("diff", diff);
            else
                writer.Details(FormattableString.Invariant($"{file.Before.Path}: {added} lines are new, {removed} go"), inner => inner.Code("diff", diff));
        }
        var open = context.Report.Visible.Where(finding => finding.Fixes.Count == 0 && finding.Id.StartsWith("PL", StringComparison.Ordinal) && finding.Severity <= DiagnosticSeverity.Warning)
            .GroupBy(finding => finding.Id).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        if (open.Length == 0)
            return;
        writer.Text("Findings without a fix wait for a decision:");
        writer.List(open.Take(12).Select(group => $"{group.First().Message}{(group.Count() == 1 ? "" : FormattableString.Invariant($"; and {group.Count() - 1} more"))} ({group.Key})"));
    }

    private static CodeFix? FixOf(Diagnostic finding) => finding.Fixes.FirstOrDefault(fix => fix.Edits.Count > 0);

    private static string Safety(IGrouping<string, Diagnostic> group) =>
        group.All(finding => FixOf(finding)?.Safety == FixSafety.Safe) ? "safe" : "to be looked at: it changes what the database or code does";
}
