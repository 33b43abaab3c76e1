using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Queries;

/// <summary>A model that is mostly counters beside foreign keys: its rows are added up.</summary>
/// <param name="Model">The model.</param>
/// <param name="Group">The foreign key whose rows are added up.</param>
/// <param name="Counters">The columns to add up.</param>
internal sealed record StatisticsTable(ModelSymbol Model, ForeignKeySymbol Group, IReadOnlyList<FieldSymbol> Counters)
{
    private const int FewestCounters = 5;

    private static readonly string[] s_labels = ["no", "number", "num", "year", "month", "day", "hour", "order", "orderno", "priority", "status", "type", "version", "position", "index", "level", "rank", "x", "y", "width", "height", "port", "size", "lat", "lng"];

    // Of each unit or of a hundred: nobody adds them up.
    private static readonly string[] s_shares = ["cost", "price", "costo", "precio", "rate", "ratio", "percent", "percentage", "porc", "average", "avg"];

    private static readonly string[] s_labelEnds = ["status", "type", "number", "order", "index", "handicap", "rating", "slope", "year"];

    /// <summary>The statistics tables, those with the most counters first.</summary>
    public static IReadOnlyList<StatisticsTable> Find(PlanContext context)
    {
        var found = new List<StatisticsTable>();
        foreach (var model in context.Models)
        {
            var keys = model.ForeignKeys.Where(key => key.Fields.Count == 1 && key.Fields[0].IsRequired && !key.IsOneToOne && !LatestPair.IsAuthor(key)).ToArray();
            // What others refer to is a thing of its own, whatever it counts besides.
            if (keys.Length < 2 || model.ReferencingKeys.Count > 2)
                continue;
            var columns = model.Columns.Where(field => !field.IsId && !field.ForeignKeysOver.Any() && field.Scalar != ScalarType.DateTime).ToArray();
            var counters = columns.Where(field => field is { Scalar: ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal, IsList: false } && !IsLabel(field) && !model.Indexes.Any(index => index.IsUnique && index.Fields.Contains(field))).ToArray();
            if (counters.Length >= FewestCounters && counters.Length * 2 > columns.Length)
                found.Add(new StatisticsTable(model, Array.Find(keys, key => IsFirst(model, key)) ?? keys[0], counters));
        }
        return [.. found.OrderByDescending(table => table.Counters.Count)];
    }

    // What a unique begins with is what the rows are of.
    private static bool IsFirst(ModelSymbol model, ForeignKeySymbol key) => model.Indexes.Any(index => index.Kind == IndexKind.Unique && index.Columns.Count > 1 && index.Columns[0].Field == key.Fields[0]);

    // Columns with a number at the end repeat one measure: adding up one of them says little.
    private static bool IsLabel(FieldSymbol field)
    {
        var words = Words.Split(field.Name);
        if (words.Any(word => Array.IndexOf(s_shares, word) >= 0))
            return true;
        return words.Count == 0 || (words.Count > 1 && char.IsDigit(words[words.Count - 1][0]) && field.Model?.Columns.Count(other => Same(other, field)) > 2)
            || words.Take(words.Count - 1).Any(word => char.IsDigit(word[0]))
            || Array.IndexOf(s_labels, Words.Squash(field.Name)) >= 0 || s_labelEnds.Any(end => Words.Squash(field.Name).EndsWith(end, StringComparison.Ordinal)) || Words.Squash(field.Name).EndsWith("id", StringComparison.Ordinal);
    }

    private static bool Same(FieldSymbol one, FieldSymbol other) => Stem(one.Name) == Stem(other.Name);

    private static string Stem(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
}
