using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>
/// Pairs of columns that are a beginning and an end, as their names tell: <c>startDate</c> and <c>endDate</c>, <c>valid_from</c> and <c>valid_to</c>.
/// The names of a pair differ by one word, and its columns have one type.
/// </summary>
internal static class Periods
{
    private static readonly (string Start, string[] Ends)[] s_words =
    [
        ("starts", ["ends"]), ("start", ["end", "finish", "stop"]), ("started", ["ended", "finished", "completed", "stopped"]), ("begins", ["ends"]), ("begin", ["end"]), ("from", ["to", "until", "thru", "till"]),
        ("opens", ["closes"]), ("open", ["close"]), ("opened", ["closed"]), ("since", ["until"]), ("min", ["max"]), ("minimum", ["maximum"]), ("effective", ["expires", "expiry", "expiration"]),
        ("issued", ["expires"]), ("valid", ["expires"]), ("checkin", ["checkout"]), ("arrival", ["departure"]), ("closeddate", ["enddate"]),
    ];

    public static IEnumerable<Period> Of(ModelSymbol model)
    {
        var columns = model.Columns.Where(IsRangeLike).ToArray();
        if (columns.Length < 2)
            yield break;
        foreach (var start in columns)
        {
            if (columns.FirstOrDefault(end => end != start && end.Scalar == start.Scalar && end.NativeType?.Name == start.NativeType?.Name && IsPair(Words.Squash(start.Name), Words.Squash(end.Name))) is { } found)
                yield return new Period(model, start, found);
        }
    }

    private static bool IsRangeLike(FieldSymbol column) =>
        column.Scalar is ScalarType.DateTime or ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal && !column.IsList && !column.ForeignKeysOver.Any();

    private static bool IsPair(string start, string end) => s_words.Any(words => words.Ends.Any(last => Agree(start, end, words.Start, last)));

    // The one becomes the other where one word takes the place of one.
    private static bool Agree(string start, string end, string startWord, string endWord)
    {
        for (var at = start.IndexOf(startWord, StringComparison.Ordinal); at >= 0; at = start.IndexOf(startWord, at + 1, StringComparison.Ordinal))
        {
            if (start.Length - startWord.Length == end.Length - endWord.Length && start.Remove(at, startWord.Length).Insert(at, endWord) == end)
                return true;
        }
        return false;
    }
}
