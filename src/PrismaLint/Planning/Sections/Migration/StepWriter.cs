using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Changes;
using PrismaLint.Planning.Document;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>A step with its statements, how to see that it worked, and the way back; the same step of several tables is written once.</summary>
internal static class StepWriter
{
    /// <param name="steps">The step as each table has it.</param>
    /// <param name="subjects">The tables in the same order.</param>
    /// <param name="head">The number before it, or nothing.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(IReadOnlyList<PlanStep> steps, IReadOnlyList<string> subjects, string head, SectionWriter writer)
    {
        var first = steps[0];
        var texts = steps.Select((step, i) => (Text: SchemaSteps.Plural(step.Text, steps.Count), Subject: subjects[i]))
            .GroupBy(pair => pair.Text, pair => pair.Subject, StringComparer.Ordinal).ToArray();
        var lockWords = LockOf(steps) is { } taken ? $" Lock: {taken}." : "";
        if (texts.Length == 1)
        {
            writer.Text($"{head}{Words(first)} {WaveParts.Sentence(texts[0].Key)}{lockWords}");
        }
        else
        {
            writer.Text($"{head}{Words(first)} table by table.{lockWords}");
            writer.List(texts.Select(text => $"{PlanText.CodeList(text)}: {WaveParts.Sentence(text.Key)}"));
        }
        if (first.Sql is not null)
            writer.Sql(SqlRole.Change, SchemaSteps.Join(steps.Select(step => step.Sql)));
        if (VerificationOf(steps) is { } verification)
            writer.Add(new SqlBlock(SqlRole.Verification, verification, $"Verification{Expected(first, verification)}:") { Expected = first.Expected });
        WriteWayBack(steps, writer);
    }

    private static void WriteWayBack(IReadOnlyList<PlanStep> steps, SectionWriter writer)
    {
        var first = steps[0];
        if (first.Rollback is not null)
            writer.Sql(SqlRole.Rollback, SchemaSteps.Join(steps.Reverse().Select(step => step.Rollback)), first.RollbackNote is { } note ? $"Way back; {Lower(WaveParts.Sentence(note))}" : "Way back:");
        else if (first.RollbackNote is { } words && first.Sql is not null)
            writer.Text($"Way back: {Lower(WaveParts.Sentence(words))}");
        else if (Wave.IsOneWay(first))
            writer.Text("Way back: no statement takes this step back; what it changed is in a backup only.");
    }

    // Queries that differ in the names they look at alone are one query over all names.
    private static string? VerificationOf(IReadOnlyList<PlanStep> steps)
    {
        const string Open = "unnest(ARRAY[";
        const string Close = "])";
        var queries = steps.Select(step => step.Verification).OfType<string>().ToArray();
        if (queries.Length <= 1)
            return queries.FirstOrDefault();
        var parts = queries.Select(Cut).ToArray();
        return parts.All(part => part is not null && part.Value.Before == parts[0]?.Before && part.Value.After == parts[0]?.After)
            ? parts[0]?.Before + string.Join(", ", parts.Select(part => part?.Names)) + parts[0]?.After
            : string.Join("\n", queries);

        static (string Before, string Names, string After)? Cut(string query)
        {
            var start = query.IndexOf(Open, StringComparison.Ordinal) + Open.Length;
            var end = start < Open.Length ? -1 : query.IndexOf(Close, start, StringComparison.Ordinal);
            return end < 0 || query.IndexOf(Open, end, StringComparison.Ordinal) >= 0 ? null : (query.Remove(start), query.Substring(start, end - start), query.Substring(end));
        }
    }

    private static string Expected(PlanStep step, string verification) => step.Expected is not { } expected ? ""
        : verification.Contains(";\n", StringComparison.Ordinal) ? $", each gives {expected}"
        : $", gives {expected}";

    // Of "SHARE on orders: writes wait" all but the table is the same for each.
    private static string? LockOf(IReadOnlyList<PlanStep> steps)
    {
        var locks = steps.Select(step => step.Lock).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (locks.Length <= 1)
            return locks.FirstOrDefault();
        var levels = locks.Select(text => Part(text, 0)).Distinct(StringComparer.Ordinal).ToArray();
        var effects = locks.Select(text => Part(text, 1)).Distinct(StringComparer.Ordinal).ToArray();
        return levels.Length == 1 && effects.Length == 1 ? $"{levels[0]} on one table after the other: {effects[0]}" : string.Join("; ", locks);

        static string Part(string text, int place)
        {
            var on = text.IndexOf(" on ", StringComparison.Ordinal);
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            return on < 0 || colon < on ? text : place == 0 ? text.Substring(0, on) : text.Substring(colon + 2);
        }
    }

    private static string Words(PlanStep step) => step.Kind switch
    {
        MigrationStepKind.Deploy => "Deployment:",
        MigrationStepKind.Verify => "Look:",
        MigrationStepKind.Schema => "Schema:",
        _ => step.Phase switch
        {
            MigrationPhase.Expand => "Expand:",
            MigrationPhase.Contract => "Contract:",
            _ => "Migrate:",
        },
    };

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text.Substring(1);
}
