using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;

namespace PrismaLint.Planning.Changes;

/// <summary>The steps of changes of one kind in one table, as steps of a plan: the statements of all together.</summary>
internal static class SchemaSteps
{
    /// <summary>What the step of one new index says.</summary>
    public const string BuildIndex = "Build the index beside the traffic, in a migration of its own: it does not run in a transaction";

    public static IReadOnlyList<PlanStep> Of(PlanContext context, IReadOnlyList<SchemaChange> changes)
    {
        var steps = new List<PlanStep>();
        for (var i = 0; i < changes[0].Steps.Count; i++)
        {
            MigrationStep[] same = [.. changes.Select(change => change.Steps[i])];
            var first = same[0];
            // A look at what the step before has done belongs to it.
            if (first is { Kind: MigrationStepKind.Verify, Sql: not null, Expected: not null } && steps.Count > 0
                && steps[steps.Count - 1] is { Kind: MigrationStepKind.Sql } last)
            {
                if (last.Verification is null)
                    steps[steps.Count - 1] = last with { Verification = Join(same.Select(step => step.Sql)), Expected = first.Expected };
                continue;
            }
            steps.Add(Create(context, changes, same));
        }
        return steps;
    }

    /// <summary>The table of a model, as the database calls it.</summary>
    public static string TableOf(PlanContext context, string model) =>
        context.Schema.FindModel(model) is { } symbol && context.Database.TableOf(symbol) is { } table ? table.DatabaseName : model;

    private static PlanStep Create(PlanContext context, IReadOnlyList<SchemaChange> changes, MigrationStep[] same)
    {
        var first = same[0];
        var text = changes.Count == 1 ? first.Text : TextOf(context, changes, first);
        // What people choose is no statement, and neither is what needs an extension that may not be there.
        var isOpen = same.Any(step => step.Sql?.Contains('…') == true);
        var isStatement = !isOpen && same.All(step => step.Sql is not null && !step.Sql.StartsWith("\\copy", StringComparison.Ordinal) && !step.Sql.Contains("pg_stat_statements"));
        if (!isStatement)
            return new PlanStep(first.Phase, first.Kind, isOpen ? text + ". This step waits for a decision: it has no statement yet" : text) { RollbackNote = first.RollbackNote };
        var sql = Join(same.Select(step => step.Sql));
        if (first.Kind == MigrationStepKind.Verify)
            return new PlanStep(first.Phase, first.Kind, text) { Verification = sql, Expected = first.Expected };
        return new PlanStep(first.Phase, first.Kind, text)
        {
            Sql = sql,
            Lock = StatementLocks.Strongest(sql)?.ToString(),
            Verification = StepCheck.Of(sql),
            Expected = StepCheck.Of(sql) is null ? null : StepCheck.Expected,
            Rollback = same.All(step => step.Rollback is not null) ? Join(Enumerable.Reverse(same).Select(step => step.Rollback)) : null,
            RollbackNote = first.RollbackNote,
        };
    }

    /// <summary>The words for one index as those for several.</summary>
    public static string Plural(string text, int count) => count == 1 ? text
        : text.Replace(BuildIndex, "Build the indexes beside the traffic, one after the other, each outside of a transaction")
            .Replace("Drop it beside", "Drop them beside").Replace("needs it:", "needs them:").Replace("alone, outside", "one after the other, outside");

    /// <summary>Statements of several steps as one text; one SET at the top serves all.</summary>
    public static string Join(IEnumerable<string?> parts)
    {
        const string Timeout = "SET lock_timeout = '2s';\n";
        var texts = parts.OfType<string>().ToArray();
        return texts.Length > 1 && texts.All(text => text.StartsWith(Timeout, StringComparison.Ordinal))
            ? Timeout + string.Join("\n", texts.Select(text => text.Substring(Timeout.Length)))
            : string.Join("\n", texts);
    }

    // The words of the first one, with the names of all.
    private static string TextOf(PlanContext context, IReadOnlyList<SchemaChange> changes, MigrationStep first)
    {
        var text = first.Text;
        if (changes[0].Object.IndexOf('.') is var dot && dot < 0)
            return Plural(text, changes.Count);
        text = text.Replace(PlanText.Code(changes[0].Object), PlanText.CodeList(changes.Select(change => change.Object)));
        var fields = changes.Select(change => context.Schema.FindModel(SchemaChanges.ModelOf(change))?.FindField(change.Object.Substring(change.Object.IndexOf('.') + 1))).ToArray();
        return fields[0] is { } field && Array.TrueForAll(fields, one => one is not null)
            ? text.Replace(PlanText.Code(field.ColumnName), PlanText.CodeList(fields.Select(one => one?.ColumnName ?? "")))
                .Replace("See that the column has its type", "See that the columns have their type").Replace("Change the type ", "Change the types ").Replace("Let the column be empty", "Let the columns be empty")
            : text;
    }
}
