using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;

namespace PrismaLint.Planning.Sections.Migration;

/// <summary>How the whole of it is taken back.</summary>
internal static class RollbackPart
{
    public static void Write(IReadOnlyList<Wave> waves, SectionWriter writer)
    {
        var steps = waves.SelectMany(wave => wave.Changes.SelectMany(change => change.Steps.Select(step => (Wave: wave.Number, Change: change, Step: step))))
            .Where(item => item.Step.Sql is not null).ToArray();
        if (steps.Length == 0)
            return;
        writer.Part("Rollback");
        writer.Text(FormattableString.Invariant($"Steps are taken back in the opposite order, the last one first: of the {steps.Length} steps with statements {steps.Count(item => item.Step.Rollback is not null)} have statements for the way back. Prisma knows no down migrations: a way back that production took goes into a new migration, or the row of {PlanText.Code("_prisma_migrations")} is marked with {PlanText.Code("prisma migrate resolve --rolled-back")} while the migration counts as failed."));
        var lossy = steps.Where(item => item.Step.Rollback is not null && item.Step.RollbackNote is not null).ToArray();
        var none = steps.Where(item => Wave.IsOneWay(item.Step)).ToArray();
        if (none.Length > 0)
        {
            writer.Text("Restore from a backup only:");
            writer.List(none.Select(Item));
        }
        if (lossy.Length > 0)
        {
            writer.Text("Ways back that cost something:");
            var items = lossy.GroupBy(item => item.Step.RollbackNote ?? "", StringComparer.Ordinal)
                .Select(group => $"{PlanText.CodeList(group.Select(item => item.Change.Subject).Distinct(StringComparer.Ordinal).Take(6))}: {group.Key}").ToArray();
            if (items.Length <= 12)
                writer.List(items);
            else
                writer.Details(FormattableString.Invariant($"{items.Length} notes"), inner => inner.List(items));
        }
    }

    private static string Item((int Wave, PlanChange Change, PlanStep Step) item) =>
        FormattableString.Invariant($"Wave {item.Wave}, {PlanText.Code(item.Change.Subject)}: {item.Step.Text}");
}
