using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Facts.Queries;
using PrismaLint.Rules;

namespace PrismaLint.Planning.Changes;

/// <summary>The changes of the database that the fixes of the findings and the queries of the inputs ask for.</summary>
internal static class SchemaChanges
{
    // Of these one step serves a whole table.
    private static readonly SchemaChangeKind[] s_grouped =
        [SchemaChangeKind.IndexAdded, SchemaChangeKind.IndexRemoved, SchemaChangeKind.UniqueRemoved, SchemaChangeKind.MadeOptional, SchemaChangeKind.TypeWidened, SchemaChangeKind.TypeChanged];

    public static IEnumerable<PlanChange> Find(PlanContext context)
    {
        var recommended = context.Recommended;
        var groups = recommended.Changes
            .Where(change => !change.IsClientOnly)
            .Select((change, place) => (Change: change, Group: GroupOf(recommended, change, place)))
            .GroupBy(pair => pair.Group, pair => pair.Change);
        foreach (var group in groups)
            yield return Create(context, [.. group.OrderBy(change => change.OldLocation?.Span.Start ?? change.NewLocation?.Span.Start)]);
        if (ClientChanges(recommended) is { } client)
            yield return client;
    }

    /// <summary>Where a change of the schema belongs in section 7.</summary>
    public static PlanChangeKind KindOf(SchemaChangeKind kind) => kind switch
    {
        SchemaChangeKind.IndexAdded or SchemaChangeKind.IndexChanged => PlanChangeKind.Index,
        SchemaChangeKind.UniqueAdded or SchemaChangeKind.IdAdded or SchemaChangeKind.IdChanged => PlanChangeKind.Unique,
        SchemaChangeKind.IndexRemoved or SchemaChangeKind.UniqueRemoved or SchemaChangeKind.IdRemoved => PlanChangeKind.IndexRemoval,
        SchemaChangeKind.ForeignKeyAdded or SchemaChangeKind.ForeignKeyChanged or SchemaChangeKind.ForeignKeyRemoved or SchemaChangeKind.ReferentialActionChanged => PlanChangeKind.Constraint,
        SchemaChangeKind.TypeWidened or SchemaChangeKind.TypeNarrowed or SchemaChangeKind.TypeChanged or SchemaChangeKind.ScalarToList or SchemaChangeKind.ListToScalar
            or SchemaChangeKind.MadeOptional or SchemaChangeKind.MadeRequired or SchemaChangeKind.DefaultAdded or SchemaChangeKind.DefaultChanged or SchemaChangeKind.DefaultRemoved
            or SchemaChangeKind.FieldAdded or SchemaChangeKind.FieldRemoved or SchemaChangeKind.ColumnRenamed or SchemaChangeKind.FieldProbablyRenamed
            or SchemaChangeKind.AutoincrementAdded or SchemaChangeKind.AutoincrementRemoved => PlanChangeKind.Column,
        _ => PlanChangeKind.Other,
    };

    private static (string Model, SchemaChangeKind Kind, string Shape) GroupOf(RecommendedSchema recommended, SchemaChange change, int place)
    {
        var model = ModelOf(change);
        if (!s_grouped.Contains(change.Kind) || recommended.WantedBy(change) is not null || change.Steps.Any(step => step.Sql?.Contains("_sync\"", StringComparison.Ordinal) == true))
            return (model, change.Kind, FormattableString.Invariant($"{place}"));
        return (model, change.Kind, string.Join("|", change.Steps.Select(step => FormattableString.Invariant($"{step.Phase}{step.Kind}{step.Sql is null}"))));
    }

    private static PlanChange Create(PlanContext context, IReadOnlyList<SchemaChange> changes)
    {
        var findings = changes.SelectMany(context.Recommended.FindingsOf).Distinct().ToArray();
        var first = changes[0];
        var model = ModelOf(first);
        return new PlanChange(KindOf(first.Kind), model, Title(context, changes), context.Recommended.WantedBy(first) is { } wanted ? Reason(wanted, first, findings) : Reason(findings, first))
        {
            RuleIds = [.. findings.Select(finding => finding.Id).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal)],
            Condition = Condition(findings),
            Hazard = first.Why,
            Steps = SchemaSteps.Of(context, changes),
        };
    }

    private static string Title(PlanContext context, IReadOnlyList<SchemaChange> changes)
    {
        var first = changes[0];
        var table = PlanText.Code(SchemaSteps.TableOf(context, ModelOf(first)));
        string Count(string one) => FormattableString.Invariant($"{changes.Count} {one}");
        return (first.Kind, changes.Count) switch
        {
            (_, 1) => first.Message,
            (SchemaChangeKind.IndexAdded, _) => $"Table {table} gets {Count("indexes")}",
            (SchemaChangeKind.IndexRemoved, _) => $"{Count("indexes")} of table {table} go",
            (SchemaChangeKind.UniqueRemoved, _) => $"{Count("unique indexes")} of table {table} go",
            (SchemaChangeKind.MadeOptional, _) => $"{Count("columns")} of table {table} may be empty",
            _ => $"{Count("columns")} of table {table} change their type",
        };
    }

    // Named by the query; the finding that asks for its first columns is said too.
    private static string Reason(WantedIndex wanted, SchemaChange change, Diagnostic[] findings)
    {
        var query = PlanText.Code(wanted.Query.Name);
        if (change.Kind == SchemaChangeKind.IndexRemoved)
            return $"Its columns are the beginning of {PlanText.Code(wanted.Declaration)}, which {query} needs";
        var rate = wanted.Query.PerSecond is { } perSecond ? $", which runs {PlanFigures.Rate(perSecond)}" : "";
        return $"No index serves {query} whole{rate}" + string.Concat(findings.Select(finding => ". " + finding.Message));
    }

    private static string Reason(Diagnostic[] findings, SchemaChange change)
    {
        if (findings.Length == 0)
            return change.Why;
        var more = findings.Length - 1;
        return findings[0].Message + (more == 0 ? "" : FormattableString.Invariant($"; and {more} more like it"));
    }

    private static string? Condition(Diagnostic[] findings)
    {
        if (!findings.Any(finding => finding.Fixes.FirstOrDefault(fix => fix.Edits.Count > 0)?.Safety == FixSafety.Unsafe))
            return null;
        return RuleCatalog.Find(findings[0].Id)?.Descriptor.WhenNotToUse is { } words ? $"Not where this holds: {words}" : null;
    }

    private static PlanChange? ClientChanges(RecommendedSchema recommended)
    {
        var changes = recommended.Changes.Where(change => change.IsClientOnly).ToArray();
        if (changes.Length == 0)
            return null;
        var findings = changes.SelectMany(recommended.FindingsOf).Distinct().ToArray();
        return new PlanChange(
            PlanChangeKind.Client, "client",
            FormattableString.Invariant($"The generated client changes in {changes.Length} place{(changes.Length == 1 ? "" : "s")}"),
            Reason(findings, changes[0]))
        {
            RuleIds = [.. findings.Select(finding => finding.Id).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal)],
            Steps = [.. changes.Select(change => new PlanStep(MigrationPhase.Migrate, MigrationStepKind.Deploy, $"{change.Message}. {change.Why}"))],
        };
    }

    internal static string ModelOf(SchemaChange change) => change.Object.IndexOf('.') is var dot && dot < 0 ? change.Object : change.Object.Substring(0, dot);
}
