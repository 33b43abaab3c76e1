using System;
using System.Collections.Generic;

namespace PrismaLint.Rules.Shared;

/// <summary>Tells whether a name is in the singular or plural, by its last word.</summary>
internal static class GrammaticalNumber
{
    public const string Singular = "singular";

    public const string Plural = "plural";

    // Words of one thing that look like a plural, and words that no one puts into the other number.
    private static readonly HashSet<string> s_both = new(StringComparer.Ordinal)
    {
        "aws", "bias", "canvas", "css", "data", "details", "dns", "gas", "gps", "https", "ios", "js", "kubernetes", "lens",
        "metadata", "ops", "os", "pos", "preferences", "rss", "saas", "settings", "sms", "stats", "tls", "ts",
    };

    // What schemas say and no dictionary does.
    private static readonly Dictionary<string, string> s_irregular = new(StringComparer.Ordinal) { ["schema"] = "schemas", ["uri"] = "uris" };

    // Collections that hold several things by what they are.
    private static readonly HashSet<string> s_collections = new(StringComparer.Ordinal)
    {
        "array", "collection", "following", "history", "list", "queue", "set", "stack", "tree",
    };

    // Behind these, and behind participles, the name says what something is to something else: likedBy, monitorsUpdated.
    private static readonly HashSet<string> s_prepositions = new(StringComparer.Ordinal)
    {
        "as", "at", "by", "for", "from", "in", "of", "on", "to", "with",
    };

    /// <summary>English as it is used in schemas, with irregular words of a team.</summary>
    public static Inflection English(IReadOnlyDictionary<string, string> irregular)
    {
        var words = new Dictionary<string, string>(s_irregular, StringComparer.Ordinal);
        foreach (var pair in irregular)
            words[pair.Key] = pair.Value;
        return new Inflection(words);
    }

    public static RuleOption<string> Style(string what, string wanted) =>
        RuleOption.Choice("style", $"The number that {what} are in.", wanted, Singular, Plural);

    /// <summary>The name in the number asked for; <see langword="null"/> where it is in that number, or in none.</summary>
    public static string? FindOther(string name, string wanted, Inflection inflection)
    {
        var word = Words.Last(name);
        var at = name.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (word.Length < 2 || at < 0 || s_both.Contains(word) || s_prepositions.Contains(word) || IsParticiple(word))
            return null;
        // The word as it is written: USERS, not users.
        var own = name.Substring(at, word.Length);
        string before = name.Substring(0, at), behind = name.Substring(at + word.Length);
        var other = wanted == Singular ? ToSingular(own, word, inflection) : ToPlural(own, word, inflection);
        // Of a name with a number behind it, no one would form the plural.
        if (other is null || other == own || (wanted == Plural && behind.Length > 0))
            return null;
        return before + other + behind;
    }

    /// <summary>The same where the whole name counts as one word, whatever word it is.</summary>
    public static string? FindOtherOfWhole(string name, string wanted, Inflection inflection) => (wanted, inflection.IsPlural(name)) switch
    {
        (Singular, true) => inflection.Singular(name),
        (Plural, false) => inflection.Plural(name),
        _ => null,
    };

    public static string Opposite(string number) => number == Singular ? Plural : Singular;

    /// <summary>One of the words is a plural and nothing but a plural.</summary>
    public static bool HasPlural(string name, Inflection inflection)
    {
        foreach (var word in Words.Split(name))
        {
            if (IsPlural(word, inflection) && !inflection.IsSingular(word))
                return true;
        }
        return false;
    }

    private static bool IsParticiple(string word) =>
        word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal);

    private static string? ToSingular(string own, string word, Inflection inflection) =>
        IsPlural(word, inflection) && !inflection.IsSingular(word) ? inflection.Singular(own) : null;

    private static string? ToPlural(string own, string word, Inflection inflection) =>
        s_collections.Contains(word) || word.EndsWith("ics", StringComparison.Ordinal) ? null : inflection.Plural(own);

    // Address, status, basis and analytics end like plurals and are none.
    private static bool IsPlural(string word, Inflection inflection) => inflection.IsPlural(word)
        && !word.EndsWith("ss", StringComparison.Ordinal)
        && !word.EndsWith("us", StringComparison.Ordinal)
        && !word.EndsWith("is", StringComparison.Ordinal)
        && !word.EndsWith("ics", StringComparison.Ordinal);
}
