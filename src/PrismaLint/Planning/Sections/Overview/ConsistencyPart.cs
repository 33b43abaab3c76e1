using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Overview;

/// <summary>What has to agree with what, and when.</summary>
internal static class ConsistencyPart
{
    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Consistency requirements");
        writer.List(Lines(context));
    }

    private static IEnumerable<string> Lines(PlanContext context)
    {
        var inputs = context.Inputs;
        yield return inputs.Isolation is { } isolation
            ? $"Told: transactions run at {PlanText.Code(isolation)} ({inputs.PlaceOf("consistency.isolation")})."
            : "Isolation that transactions need: ____ (" + PlanText.Code("consistency.isolation") + ")." + (context.IsPostgreSql ? " PostgreSQL gives READ COMMITTED where nobody asks for more." : "");
        var running = RunningColumns.Find(context);
        if (running.Count > 0)
            yield return $"Columns that a write computes from their own last value, by their names: {PlanFigures.Names(running.Select(column => column.DisplayName))}. {Lost(context)}";
        var rules = Unenforced(context).ToArray();
        if (rules.Length > 0)
            yield return $"Rules over several rows that no constraint holds: {PlanFigures.Join(rules)}. Only a serializable transaction or a constraint keeps them.";
        yield return inputs.StalenessSeconds switch
        {
            0 => $"Told: no read may be older than the last write ({inputs.PlaceOf("consistency.staleness_seconds")}). Reads cannot go to a replica.",
            { } seconds => FormattableString.Invariant($"Told: reads may be {seconds:0.##} s old ({inputs.PlaceOf("consistency.staleness_seconds")})."),
            _ => "Age that a read may have: ____ seconds (" + PlanText.Code("consistency.staleness_seconds") + ")." + ReplicaCandidates(context),
        };
        if (context.Schema.RelationMode == RelationMode.Prisma && context.Schema.Connector.IsSql)
            yield return FormattableString.Invariant($"The database holds none of the {context.Models.Sum(model => model.ForeignKeys.Count)} foreign keys ({PlanText.Code("relationMode = \"prisma\"")}): whoever writes past the client leaves rows without their parents. (PL7004)");
        var cascades = context.Models.SelectMany(model => model.ForeignKeys).Count(key => key.OnDelete == ReferentialAction.Cascade);
        if (cascades > 0 && Deepest(context) is { } cascade)
            yield return FormattableString.Invariant($"{PlanFigures.Count(cascades, "foreign key deletes", "foreign keys delete")} the rows below ({PlanText.Code("onDelete: Cascade")}): one deleted row of {PlanText.Code(cascade.Model.Name)} takes rows of {PlanFigures.Count(cascade.Reached, "other model")} with it, in one transaction{Refusal(context, cascade.Model)}.");
    }

    private static string Refusal(PlanContext context, ModelSymbol model)
    {
        var stops = DeleteStops.Of(model, [.. context.Models.SelectMany(one => one.ForeignKeys)]).Select(key => key.DisplayName).ToArray();
        return stops.Length == 0 ? "" : $", and may be refused by rows that refer to any of them by {PlanFigures.Names(stops, 6)}";
    }

    // Above READ COMMITTED the server refuses what would be lost.
    private static string Lost(PlanContext context) => context.IsPostgreSql && context.Inputs.Isolation is "repeatable read" or "serializable"
        ? $"Of two transactions that read such a value and write it back, the later one fails at {PlanText.Code(context.Inputs.Isolation)} (P2034) and is tried again; {PlanText.Code("increment")} and {PlanText.Code("decrement")} in one statement need no transaction of their own."
        : $"Two requests that read such a value and write it back lose one of both changes{(context.IsPostgreSql ? " at READ COMMITTED" : ", unless the transaction locks the row")}; {PlanText.Code("increment")} and {PlanText.Code("decrement")} of the client do not.";

    private static IEnumerable<string> Unenforced(PlanContext context)
    {
        foreach (var (id, text) in new[] { ("PL5019", "one current row"), ("PL5020", "version numbers without doubles"), ("PL2015", "each pair linked once") })
        {
            string[] objects = [.. context.Observed(id).Select(finding => finding.Object).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (objects.Length > 0)
                yield return $"{text} of {PlanFigures.Names(objects, 6)} ({id})";
        }
    }

    private static string ReplicaCandidates(PlanContext context)
    {
        string[] hubs = [.. context.Models.Where(model => model.ReferencingKeys.Count > 3).OrderByDescending(model => model.ReferencingKeys.Count).ThenBy(model => model.Name, StringComparer.Ordinal).Take(3).Select(model => model.Name)];
        return hubs.Length == 0 ? "" : $" It decides whether reads of {PlanText.CodeList(hubs)}, which most keys lead to, may come from a replica or a cache.";
    }

    private static (ModelSymbol Model, int Reached)? Deepest(PlanContext context)
    {
        var best = context.Models.Select(model => (Model: model, Reached: Reach(model))).OrderByDescending(pair => pair.Reached).ThenBy(pair => pair.Model.Name, StringComparer.Ordinal).FirstOrDefault();
        return best.Reached > 1 ? best : null;
    }

    private static int Reach(ModelSymbol start)
    {
        var seen = new HashSet<ModelSymbol> { start };
        var queue = new Queue<ModelSymbol>([start]);
        while (queue.Count > 0)
        {
            foreach (var key in queue.Dequeue().ReferencingKeys.Where(key => key.OnDelete == ReferentialAction.Cascade))
            {
                if (seen.Add(key.Model))
                    queue.Enqueue(key.Model);
            }
        }
        return seen.Count - 1;
    }
}
