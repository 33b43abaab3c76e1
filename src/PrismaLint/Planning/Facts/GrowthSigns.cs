using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Document;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Which models may get many rows. Nothing in a schema says how many: these are signs, and each is named.</summary>
internal sealed class GrowthSigns
{
    private const int LongChain = 3;
    private const int VeryLongChain = 6;

    // What happens again and again, by the end of a name.
    private static readonly string[] s_events =
    [
        "log", "event", "history", "audit", "message", "notification", "activity", "click", "view", "pageview", "visit", "attempt", "run", "execution", "delivery",
        "call", "entry", "record", "metric", "measurement", "reading", "sample", "transaction", "movement", "token", "session", "job", "recipient", "impression",
        "snapshot", "revision", "change", "request", "trace", "span", "observation", "payment", "charge",
    ];

    private readonly Dictionary<ModelSymbol, GrowthSign> _signs = [];
    private readonly Dictionary<ModelSymbol, IReadOnlyList<ForeignKeySymbol>> _chains = [];

    public GrowthSigns(PlanContext context)
    {
        foreach (var model in context.Models)
        {
            if (Judge(model) is { } sign)
                _signs.Add(model, sign);
        }
        All = [.. _signs.Values.OrderByDescending(sign => sign.Weight).ThenBy(sign => sign.Model.Name, StringComparer.Ordinal)];
    }

    /// <summary>The models with signs, those with the strongest first.</summary>
    public IReadOnlyList<GrowthSign> All { get; }

    public GrowthSign? Of(ModelSymbol model) => _signs.TryGetValue(model, out var sign) ? sign : null;

    /// <summary>The longest way over required keys to a parent's parent and on, each step one of many; without circles.</summary>
    public IReadOnlyList<ForeignKeySymbol> ChainOf(ModelSymbol model)
    {
        if (_chains.TryGetValue(model, out var known))
            return known;
        // A circle ends where it is met again.
        _chains.Add(model, []);
        IReadOnlyList<ForeignKeySymbol> best = [];
        foreach (var key in model.ForeignKeys.Where(key => key.Target != model && !key.IsOneToOne && key.Fields.Count > 0 && key.Fields.All(column => column.IsRequired)))
        {
            var rest = ChainOf(key.Target);
            if (rest.Count >= best.Count && !rest.Any(step => step.Target == model))
                best = [key, .. rest];
        }
        return _chains[model] = best;
    }

    /// <summary>The column that says when a row came: a moment with <c>now()</c> as its default, or named so.</summary>
    public static FieldSymbol? TimeColumnOf(ModelSymbol model)
    {
        var moments = model.Columns.Where(column => column.Scalar == ScalarType.DateTime && !column.IsList && !column.IsUpdatedAt && !AuditNames.IsChange(column.Name)).ToArray();
        return moments.FirstOrDefault(column => column is { IsRequired: true } && (AuditNames.IsCreation(column.Name) || column.Default?.Function == "now"))
            ?? moments.FirstOrDefault(column => column.IsRequired && Words.ContainsAny(column.Name, "timestamp", "occurred", "sent", "received", "date", "time", "at"))
            ?? moments.FirstOrDefault(column => AuditNames.IsCreation(column.Name));
    }

    private GrowthSign? Judge(ModelSymbol model)
    {
        var reasons = new List<string>();
        var weight = 0;
        if (FindEventWord(model.Name) is { } word)
        {
            reasons.Add($"its name ends in \"{word}\"");
            weight += 3;
        }
        var time = TimeColumnOf(model);
        var isAppendOnly = time is not null && !model.Columns.Any(column => column.IsUpdatedAt || AuditNames.IsChange(column.Name)) && model.ReferencingKeys.Count == 0 && model.ForeignKeys.Count > 0;
        if (isAppendOnly && time is not null)
        {
            reasons.Add($"rows carry {PlanText.Code(time.Name)}, no column of a later change, and nothing refers to them");
            weight += 2;
        }
        if (IsJoin(model))
        {
            reasons.Add("it joins " + string.Join(", ", model.ForeignKeys.Where(key => key.Fields.All(column => column.IsRequired)).Select(key => PlanText.Code(key.Target.Name)).Distinct()));
            weight += 2;
        }
        var chain = ChainOf(model);
        // A long way up alone is the shape of most schemas; where it is the longest, it counts.
        if (chain.Count >= LongChain && (reasons.Count > 0 || chain.Count >= VeryLongChain))
        {
            reasons.Add(FormattableString.Invariant($"it lies {chain.Count} one-to-many steps below {PlanText.Code(chain[chain.Count - 1].Target.Name)} ({string.Join(" → ", chain.Select(step => PlanText.Code(step.Target.Name)))})"));
            weight += chain.Count;
        }
        return weight >= LongChain && reasons.Count > 0 ? new GrowthSign(model, reasons, weight) { IsAppendOnly = isAppendOnly, TimeColumn = time } : null;
    }

    internal static bool IsJoin(ModelSymbol model)
    {
        var parents = model.ForeignKeys.Where(key => key.Fields.Count > 0 && key.Fields.All(column => column.IsRequired)).ToArray();
        var keyColumns = new HashSet<FieldSymbol>(parents.SelectMany(key => key.Fields));
        return parents.Select(key => key.Target).Distinct().Count() >= 2 && model.Columns.Count(column => !keyColumns.Contains(column) && !column.IsId && !AuditNames.IsCreation(column.Name) && !column.IsUpdatedAt) <= 2;
    }

    private static string? FindEventWord(string name)
    {
        var last = Inflection.Default.Singular(Words.Last(name));
        return Array.Find(s_events, word => last == word || (word.Length > 4 && last.EndsWith(word, StringComparison.Ordinal)) || (word == "log" && last.EndsWith("auditlog", StringComparison.Ordinal)));
    }
}
