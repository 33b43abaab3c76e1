using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>Rows of which a parent has many, one after the other: the latest of each parent is a question.</summary>
/// <param name="Key">The foreign key to the parent.</param>
/// <param name="Order">The moment or number by which the rows follow one another.</param>
/// <param name="Weight">How much the names speak for it: the greater, the more.</param>
internal sealed record LatestPair(ForeignKeySymbol Key, FieldSymbol Order, int Weight)
{
    // Rows that record how something went on.
    private static readonly string[] s_histories =
    [
        "history", "histories", "status", "version", "revision", "event", "log", "message", "post", "price", "rate", "score", "schedule", "session", "snapshot", "submission", "game", "match",
        "payment", "order", "visit", "measurement", "reading", "email", "response", "attempt", "run", "feed", "feeditem", "news", "bid", "usage", "job", "comment", "activity", "activities", "transition",
        "invoice", "ticket", "booking", "execution", "trace", "observation",
    ];

    public ModelSymbol Model => Key.Model;

    public QueryShape Shape => QueryShape.Latest(Model, Key.Fields, Order);

    /// <summary>The pairs that make sense: those with the most telling names first, then in the order of the text.</summary>
    public static IReadOnlyList<LatestPair> Find(PlanContext context)
    {
        var pairs = new List<LatestPair>();
        foreach (var model in context.Models)
        {
            if ((MomentFields.NumberOf(model) ?? MomentFields.Of(model)) is not { } order || model.PrimaryKey is null)
                continue;
            var keys = model.ForeignKeys.Where(key => key.Fields.Count == 1 && key.Target != model && !key.IsOneToOne && !IsTied(key) && !IsAuthor(key)).ToArray();
            pairs.AddRange(keys.Select(key => new LatestPair(key, order, Weigh(context, key, order))));
        }
        return [.. pairs.Where(pair => pair.Weight > 0).OrderByDescending(pair => pair.Weight)];
    }

    /// <summary>Who wrote, entered or moderated a row.</summary>
    internal static bool IsAuthor(ForeignKeySymbol key)
    {
        var name = Words.Squash(key.Fields[0].Name);
        return AuditNames.IsAuthor(key.Fields[0].Name)
            || name.EndsWith("by", StringComparison.Ordinal) || name.EndsWith("byid", StringComparison.Ordinal) || name.EndsWith("byuserid", StringComparison.Ordinal)
            || name.Contains("bycontact", StringComparison.Ordinal) || name.Contains("creator", StringComparison.Ordinal) || name.Contains("author", StringComparison.Ordinal)
            || name.StartsWith("created", StringComparison.Ordinal) || name.StartsWith("updated", StringComparison.Ordinal);
    }

    // The key alone is unique: there is one row.
    private static bool IsTied(ForeignKeySymbol key) => key.Fields[0].IsUnique;

    private static int Weigh(PlanContext context, ForeignKeySymbol key, FieldSymbol order)
    {
        var name = Words.Squash(key.Model.Name);
        var weight = s_histories.Any(word => name.EndsWith(word, StringComparison.Ordinal) || name.EndsWith(word + "s", StringComparison.Ordinal) || name.EndsWith(word + "es", StringComparison.Ordinal)) ? 4 : 0;
        if (order.Scalar != ScalarType.DateTime)
            weight += weight > 0 ? 3 : 2;
        else if (!AuditNames.IsCreation(order.Name))
            weight += 2;
        if (key.Fields[0].IsRequired)
            weight++;
        // Of two parents the nearer one: it refers to the other.
        if (key.Model.ForeignKeys.Any(other => other != key && other.Target != key.Target && key.Target.ForeignKeys.Any(up => up.Target == other.Target)))
            weight++;
        if (context.Tenants.Tenants.Contains(key.Target))
            weight -= 3;
        return weight >= 5 ? weight : 0;
    }
}
