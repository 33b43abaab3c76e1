using System;
using System.Linq;

namespace PrismaLint.Rules.Shared;

/// <summary>Names of columns that hold an amount of money.</summary>
internal static class MoneyNames
{
    /// <summary>A column is about money where its name has one of them.</summary>
    public static readonly RuleOption<NameList> Words = RuleOption.Names(
        "words",
        "Words, in the singular, that make a name one of money.",
        "price", "amount", "cost", "balance", "salary", "fee", "tax", "discount", "payout", "revenue", "total", "subtotal");

    // What is measured, counted or divided, whatever else the name says.
    private static readonly string[] s_measures =
    [
        "rate", "ratio", "percent", "percentage", "pct", "proportion", "share", "factor", "multiplier", "coefficient", "margin",
        "count", "number", "num", "quantity", "qty", "units", "index", "rank", "score", "points", "rating", "average", "weight",
        "hours", "days", "minutes", "seconds", "time", "duration", "distance", "area", "volume", "size", "length", "height", "width",
        "kg", "km", "ml", "tokens", "calories", "credits", "change", "type",
    ];

    /// <summary>
    /// The name has one of the words and none that means a measure, a count or a share. <c>total</c> counts as the last word
    /// only: a total of what follows is none of money.
    /// </summary>
    public static bool IsMoney(string name, NameList moneyWords)
    {
        var words = Shared.Words.Split(name);
        var found = false;
        for (var i = 0; i < words.Count && !found; i++)
            found = IsOneOf(moneyWords, words[i]) && (words[i] != "total" || i == words.Count - 1);
        return found && !words.Any(word => Array.IndexOf(s_measures, word) >= 0);
    }

    private static bool IsOneOf(NameList moneyWords, string word) =>
        moneyWords.Contains(word) || (word[word.Length - 1] == 's' && moneyWords.Contains(Inflection.Default.Singular(word)));
}
