using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Pairs of columns that are a beginning and an end, as their names tell: <c>startDate</c> and <c>endDate</c>, <c>valid_from</c> and <c>valid_to</c>.</summary>
internal static class Periods
{
    private static readonly (string Start, string[] Ends)[] s_words =
    [
        ("start", ["end", "finish", "stop"]), ("starts", ["ends"]), ("started", ["ended", "finished", "completed", "stopped"]), ("begin", ["end"]), ("begins", ["ends"]), ("from", ["to", "until", "thru", "till"]),
        ("open", ["close"]), ("opens", ["closes"]), ("opened", ["closed"]), ("since", ["until"]), ("min", ["max"]), ("minimum", ["maximum"]), ("effective", ["expires", "expiry", "expiration"]), ("issued", ["expires"]),
    ];

    public static IEnumerable<Period> Of(ModelSymbol model)
    {
        var columns = model.Columns.Where(IsRangeLike).ToArray();
        if (columns.Length < 2)
            yield break;
        var byName = new Dictionary<string, FieldSymbol>(StringComparer.Ordinal);
        foreach (var column in columns)
            byName[Words.Squash(column.Name)] = column;
        foreach (var start in columns)
        {
            if (EndOf(Words.Squash(start.Name), byName) is { } end && end.Scalar == start.Scalar)
                yield return new Period(model, start, end);
        }
    }

    private static bool IsRangeLike(FieldSymbol column) =>
        column.Scalar is ScalarType.DateTime or ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal && !column.IsList && !column.ForeignKeysOver.Any();

    private static FieldSymbol? EndOf(string name, Dictionary<string, FieldSymbol> byName)
    {
        foreach (var (word, ends) in s_words)
        {
            foreach (var end in ends)
            {
                if (name.StartsWith(word, StringComparison.Ordinal) && byName.TryGetValue(end + name.Remove(0, word.Length), out var found))
                    return found;
                if (name.EndsWith(word, StringComparison.Ordinal) && byName.TryGetValue(name.Remove(name.Length - word.Length) + end, out found))
                    return found;
            }
        }
        return null;
    }
}
