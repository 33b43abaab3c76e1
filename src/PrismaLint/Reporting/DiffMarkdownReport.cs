using System;
using System.Linq;
using System.Text;
using PrismaLint.Migrations.Diff;
using PrismaLint.Text;

namespace PrismaLint.Reporting;

/// <summary>A comparison as Markdown, to be pasted into a pull request.</summary>
public static class DiffMarkdownReport
{
    public static string Write(SchemaComparison comparison)
    {
        var text = new StringBuilder();
        text.Append($"# `{comparison.OldPath}` → `{comparison.NewPath}`\n");
        if (comparison.Changes.Count == 0)
            text.Append("\nNo changes.\n");
        foreach (var group in comparison.Changes.GroupBy(change => change.Class))
        {
            text.Append($"\n## {DiffWords.Heading(group.Key)}\n");
            foreach (var change in group)
                Write(text, change);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, SchemaChange change)
    {
        var likeness = change.Likeness is { } percent ? FormattableString.Invariant($", {percent} % alike") : "";
        text.Append($"\n### {change.Message}\n\n{change.Why}. ({DiffWords.Of(change.Kind)}{likeness}");
        text.Append(change.IsClientOnly ? ", client only" : "").Append(Place(change)).Append(")\n");
        if (change.Lock is { } taken)
            text.Append($"\nLock of the statement that Prisma writes: {taken}.\n");
        if (change.Steps.Count > 0)
            text.Append('\n');
        for (var i = 0; i < change.Steps.Count; i++)
        {
            var step = change.Steps[i];
            text.Append(FormattableString.Invariant($"{i + 1}. **{DiffWords.Of(step.Phase)}, {DiffWords.Of(step.Kind)}:** {step.Text}{(step.Expected is { } expected ? $" (gives: {expected})" : "")}\n"));
            if (step.Sql is not { } sql)
                continue;
            Fence(text, sql);
            if (step.Rollback is null && step.RollbackNote is null)
                continue;
            text.Append($"\n   Back{(step.RollbackNote is { } note ? $" ({note})" : "")}{(step.Rollback is null ? "." : ":")}\n");
            if (step.Rollback is { } back)
                Fence(text, back);
        }
    }

    private static void Fence(StringBuilder text, string sql)
    {
        var fence = sql.Contains("```", StringComparison.Ordinal) ? "~~~~" : "```";
        text.Append($"\n   {fence}sql\n   {sql.Replace("\n", "\n   ")}\n   {fence}\n");
    }

    private static string Place(SchemaChange change)
    {
        var place = change.NewLocation ?? change.OldLocation;
        return place is { } found ? $"; {(change.NewLocation is null ? "was at " : "")}{DiffPlace.Of(found)}" : "";
    }
}
