using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>Changes of one wave whose steps are alike but for the table: they are shown as one, with the statements of all.</summary>
/// <param name="Changes">The changes; steps of the same place do the same.</param>
internal sealed record ChangeGroup(IReadOnlyList<PlanChange> Changes)
{
    private static readonly PlanChangeKind[] s_kinds =
        [PlanChangeKind.Index, PlanChangeKind.Storage, PlanChangeKind.Audit, PlanChangeKind.RowSecurity, PlanChangeKind.IndexRemoval];

    /// <summary>Puts changes together; those that stand alone make a group of one.</summary>
    public static IReadOnlyList<ChangeGroup> Of(IEnumerable<PlanChange> changes) =>
        [.. changes.Select((change, place) => (Change: change, Form: FormOf(change, place))).GroupBy(pair => pair.Form, pair => pair.Change, StringComparer.Ordinal).Select(group => new ChangeGroup([.. group]))];

    /// <summary>Why, each reason once with the tables that it holds for.</summary>
    public IEnumerable<string> Reasons => Changes
        .GroupBy(change => (change.Reason, Rules: string.Join(", ", change.RuleIds)))
        .Select(group => $"{PlanText.CodeList(group.Select(change => change.Subject))}: {WaveParts.Sentence(group.Key.Reason)}{(group.Key.Rules.Length > 0 ? $" ({group.Key.Rules})" : "")}");

    /// <summary>The steps of all changes, place by place.</summary>
    public IEnumerable<IReadOnlyList<PlanStep>> Steps =>
        Enumerable.Range(0, Changes[0].Steps.Count).Select(place => (IReadOnlyList<PlanStep>)[.. Changes.Select(change => change.Steps[place])]);

    // What deploys or is not stated in SQL is said by itself.
    private static string FormOf(PlanChange change, int place) =>
        Array.IndexOf(s_kinds, change.Kind) < 0 || change.Steps.Any(step => step.Sql is null && step.Verification is null)
            ? FormattableString.Invariant($"{place}")
            : string.Join("; ", change.Steps.Select(step => FormattableString.Invariant(
                $"{step.Phase} {step.Kind} {step.Sql is null} {step.Expected} {step.Verification is null} {step.Rollback is null} {step.RollbackNote} {Opens(step.Sql)}")));

    // A script that makes something once stays apart from those that change a table each.
    private static string? Opens(string? sql) => sql?.StartsWith("CREATE SCHEMA", StringComparison.Ordinal) == true ? sql : null;
}
