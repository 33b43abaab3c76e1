using System;
using System.Collections.Generic;
using System.Text;

namespace PrismaLint.Rules.Shared;

/// <summary>Derives names in the database from names of the schema, as a team's convention has it.</summary>
/// <param name="style">The style of the names.</param>
/// <param name="compoundWords">Parts of names that are one word.</param>
/// <param name="digits">The value of <see cref="Digits"/>.</param>
internal sealed class DatabaseNames(NameStyle style, IReadOnlyList<string> compoundWords, string digits)
{
    public static RuleOption<string> Style(string what) =>
        RuleOption.Choice("style", $"The style of {what} in the database.", "snake", "snake", "camel", "pascal", "upper");

    public static RuleOption<string> Digits() => RuleOption.Choice(
        "digits",
        "Whether a number is a word: `split` wants `line_2`, `join` wants `line2`, and with `any` both are right.",
        "any",
        "any",
        "join",
        "split");

    public static DatabaseNames Read(RuleContext context, RuleOption<string> style, RuleOption<IReadOnlyList<string>> compoundWords, RuleOption<string> digits) =>
        new(NameStyles.Parse(context.Get(style)) ?? NameStyle.Snake, context.Get(compoundWords), context.Get(digits));

    /// <summary>The name in the database.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="plurals">Puts its last word into the plural.</param>
    public string Of(string name, Inflection? plurals = null)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; compoundWords.Count > 0 && i < name.Length;)
        {
            var length = i == start || IsBoundary(name, i) ? CompoundAt(name, i) : 0;
            if (length == 0)
            {
                i++;
                continue;
            }
            words.AddRange(Words.Split(name.Substring(start, i - start)));
            words.Add(name.Substring(i, length).ToLowerInvariant());
            start = i += length;
        }
        words.AddRange(Words.Split(start == 0 ? name : name.Substring(start)));
        if (plurals is not null && words.FindLastIndex(word => !char.IsDigit(word[0])) is >= 0 and var last)
            words[last] = plurals.Plural(words[last]);
        return NameStyles.Join(words, style, splitsDigits: digits == "split");
    }

    /// <summary>The name in the database is the expected one, or written in the same style with other places for underscores at digits.</summary>
    public bool Accepts(string actual, string expected) => actual == expected
        || (digits == "any" && NameStyles.Fits(actual, style) && WithoutUnderscoresAtDigits(actual) == WithoutUnderscoresAtDigits(expected));

    private static string WithoutUnderscoresAtDigits(string name)
    {
        var joined = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '_' || !((i > 0 && char.IsDigit(name[i - 1])) || (i + 1 < name.Length && char.IsDigit(name[i + 1]))))
                joined.Append(name[i]);
        }
        return joined.ToString();
    }

    private static bool IsBoundary(string name, int at)
    {
        var before = name[at - 1];
        return before == '_' || char.IsDigit(before)
            || (char.IsUpper(name[at]) && (!char.IsUpper(before) || (at + 1 < name.Length && char.IsLower(name[at + 1]))));
    }

    // `GraphQL` stands in GraphQLQuery, graphQLId and my_graphQL, and not in GraphQLs or myGraphql.
    private int CompoundAt(string name, int at)
    {
        foreach (var word in compoundWords)
        {
            var end = at + word.Length;
            if (end <= name.Length
                && char.ToUpperInvariant(name[at]) == char.ToUpperInvariant(word[0])
                && string.CompareOrdinal(name, at + 1, word, 1, word.Length - 1) == 0
                && (end == name.Length || !char.IsLower(name[end])))
            {
                return word.Length;
            }
        }
        return 0;
    }
}
