using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Database;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Performance;

/// <summary>Where transactions of this schema wait for each other, and the order that keeps them from deadlocks.</summary>
internal static class LockPart
{
    private const int Shown = 6;

    private static readonly string[] s_timeouts = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];

    public static void Write(PlanContext context, SectionWriter writer)
    {
        if (!context.IsPostgreSql || context.Schema.RelationMode != RelationMode.ForeignKeys)
            return;
        string[] items = [.. Chain(context), .. Circles(context), .. HotParents(context), .. Timeouts(context), .. FindingTexts.Of(context, Shown, "PL8048", "PL8050", "PL8018")];
        if (items.Length == 0)
            return;
        writer.Heading("Locks");
        writer.List(items);
    }

    private static IEnumerable<string> Chain(PlanContext context)
    {
        var chain = DeleteReach.LongestChain(context);
        if (chain.Count < 3)
            yield break;
        var reach = DeleteReach.Of(context, chain[0]);
        yield return $"The longest cascade: {string.Join(" → ", chain.Select(model => PlanText.Code(model.Name)))}. A delete of {PlanText.Code(chain[0].Name)} locks rows in that order, and in {Figures.Count(reach.Deleted.Count, "model")} in all. "
            + $"A transaction that changes rows of several of them takes the same order, parents first: if it holds a row of {PlanText.Code(chain[chain.Count - 1].Name)} and then wants the one of {PlanText.Code(chain[0].Name)} above it, it and the delete wait for each other, and the server ends one of them";
    }

    // Two models that refer to each other have no first one.
    private static IEnumerable<string> Circles(PlanContext context)
    {
        string[] pairs =
        [
            .. context.Models.SelectMany(model => model.ForeignKeys).Where(key => key.Target != key.Model && string.CompareOrdinal(key.Model.Name, key.Target.Name) < 0 && key.Target.ForeignKeys.Any(back => back.Target == key.Model))
                .Select(key => $"{PlanText.Code(key.Model.Name)} and {PlanText.Code(key.Target.Name)}").Distinct(),
        ];
        if (pairs.Length > 0)
            yield return $"{string.Join("; ", pairs.Take(Shown))}{(pairs.Length > Shown ? $"; and {Numbers.Text(pairs.Length - Shown)} more pairs" : "")} refer to each other: no order follows from the keys, so the code has to choose one and keep to it";
    }

    // An insert of a child takes a shared lock of the parent's row; a counter there is one row for all.
    private static IEnumerable<string> HotParents(PlanContext context)
    {
        foreach (var shape in context.Shapes.With(TableTrait.UpdatedInPlace).Where(shape => shape.Columns.Counters.Count > 0).Take(Shown))
        {
            string[] children = [.. shape.Model.ReferencingKeys.Where(key => context.Shapes.Of(key.Model) is var child && (child.Is(TableTrait.AppendOnly) || child.Columns.Created is not null && !child.Is(TableTrait.LookUp))).Select(key => key.Model.Name).Distinct()];
            if (children.Length > 0)
                yield return $"{PlanText.CodeList(shape.Columns.Counters.Take(3).Select(column => column.Name))} of {PlanText.Code(shape.Model.Name)}: transactions that count on the same row wait for each other until they end, so the update comes last in one that also writes {PlanFigures.Names(children.Take(3))}; "
                    + $"`{{ increment: 1 }}` changes the row in one statement, a read and a write before it lose counts";
        }
    }

    private static IEnumerable<string> Timeouts(PlanContext context)
    {
        if (context.Live?.Snapshot is not { } snapshot)
            yield break;
        string[] off = [.. s_timeouts.Where(name => snapshot.FindSetting(name) is "0")];
        if (off.Length > 0)
            yield return $"{PlanText.CodeList(off)} {(off.Length == 1 ? "is" : "are")} 0 in the session that looked: nothing ends a statement or a transaction that is forgotten. The adapter's options in the part on connections set them for the application alone";
    }
}
