using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Two columns that are the start and the end of a period, or the least and the greatest of a range.</summary>
/// <param name="Start">The one that must not be the greater.</param>
/// <param name="End">The other one.</param>
internal sealed record PeriodFields(FieldSymbol Start, FieldSymbol End)
{
    private static readonly (string Start, string End)[] s_words =
    [
        ("starts", "ends"), ("start", "end"), ("begin", "end"), ("from", "to"), ("from", "until"), ("from", "till"), ("since", "until"), ("valid", "expires"), ("opens", "closes"), ("open", "close"),
        ("started", "ended"), ("started", "finished"), ("started", "completed"), ("min", "max"), ("minimum", "maximum"), ("checkin", "checkout"), ("arrival", "departure"), ("closed", "end"),
    ];

    public ModelSymbol Model => (ModelSymbol)Start.Owner;

    /// <summary>The pair is made of moments or days.</summary>
    public bool IsPeriod => Start.Scalar == ScalarType.DateTime;

    /// <summary>The pairs of a model: columns of one type whose names differ by a word of a start and one of an end.</summary>
    public static IEnumerable<PeriodFields> Of(ModelSymbol model)
    {
        var columns = model.Columns.Where(field => field is { IsList: false, Scalar: ScalarType.DateTime or ScalarType.Int or ScalarType.BigInt or ScalarType.Decimal or ScalarType.Float }).ToArray();
        foreach (var start in columns)
        {
            foreach (var end in columns.Where(end => end != start && end.Scalar == start.Scalar && end.NativeType?.Name == start.NativeType?.Name))
            {
                if (s_words.Any(words => Agree(Words.Squash(start.Name), Words.Squash(end.Name), words.Start, words.End)) && HasWords(start))
                {
                    yield return new PeriodFields(start, end);
                    break;
                }
            }
        }
    }

    // Numbers called start and end may be places that run backwards; min and max cannot.
    private static bool HasWords(FieldSymbol start) => start.Scalar == ScalarType.DateTime || Words.Split(start.Name).Any(word => word is "min" or "minimum");

    private static bool Agree(string start, string end, string startWord, string endWord)
    {
        for (var at = start.IndexOf(startWord, StringComparison.Ordinal); at >= 0; at = start.IndexOf(startWord, at + 1, StringComparison.Ordinal))
        {
            if (start.Remove(at, startWord.Length).Insert(at, endWord) == end)
                return true;
        }
        return startWord == "closed" && start == "closeddate" && end == "enddate";
    }
}
