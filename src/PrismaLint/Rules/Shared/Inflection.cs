using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Rules.Shared;

/// <summary>
/// English singular and plural, as npm's <c>pluralize</c> tells and forms them: schemas that were checked with it keep their
/// verdict. A text counts as one word, so that only its end matters.
/// </summary>
internal sealed class Inflection
{
    // Ends of words, the first that fits decides. `[ab]` is one of these letters, `[^ab]` a letter that is none of them,
    // and `|` in front asks for the start of a word.
    private static readonly Ending[] s_toPlural =
    [
        .. Same("sheep pox ois ous measles fish deer [^aeiou]ese pokemon pokémon"),
        new("|", "thou", "you"),
        new("", "man men", "men"),
        .. Same("eaux"),
        new("child", "ren -", "ren"),
        new("pe", "ople rson", "ople"),
        new("|titm |m |l", "ouse ice", "ice"),
        new("matr cod mur sil vert ind append", "ix ex", "ices"),
        new("x ch ss sh zz", "-", "es"),
        new("[^ch][ieo][ln]", "ey", "ies"),
        new("[^aeiouy] qu", "y", "ies"),
        new("kni wi li", "fe", "ves"),
        new("ar l ea eo oa hoo", "f", "ves"),
        new("", "sis", "ses"),
        new("apheli hyperbat periheli asyndet noumen phenomen criteri organ prolegomen hedr automat", "on a", "a"),
        new("agend addend millenni dat extrem bacteri desiderat strat candelabr errat ov symposi curricul automat quor", "um a", "a"),
        new("her at gr", "o", "oes"),
        new("seraph cherub", "im -", "im"),
        new("alumn alg vertebr", "ae a", "ae"),
        new("alumn syllab vir radi nucle fung cact stimul termin bacill foc uter loc strat", "us i", "i"),
        .. Same("[^l]ias [aeiou]las [ejzr]as [iu]am"),
        new("emu enu", "s -", "s"),
        new("alias [^aou]us tlas tmas gas ris", "-", "es"),
        new("ax test", "is", "es"),
        .. Same("[^aeiou]ese"),
    ];

    private static readonly Ending[] s_toSingular =
    [
        .. Same("sheep pox ois ous measles fish deer [^aeiou]ese pokemon pokémon"),
        new("", "men", "man"),
        new("eau", "x -", "-"),
        new("child", "ren", "-"),
        new("pe", "ople rson", "rson"),
        new("matr append", "ices", "ix"),
        new("cod mur sil vert ind", "ices", "ex"),
        new("alumn alg vertebr", "ae", "a"),
        new("apheli hyperbat periheli asyndet noumen phenomen criteri organ prolegomen hedr automat", "a", "on"),
        new("agend addend millenni dat extrem bacteri desiderat strat candelabr errat ov symposi curricul quor", "a", "um"),
        new("alumn syllab vir radi nucle fung cact stimul termin bacill foc uter loc strat", "us i", "us"),
        new("test", "es is", "is"),
        new("movie twelve abuse emu enu", "s", "-"),
        new("analy diagno parenthe progno synop the empha cri ne", "sis ses", "sis"),
        new("x ch ss sh zz tto go cho alias [^aou]us tlas tmas gas hero ato gro [aeiou]ris", "es -", "-"),
        new("seraph cherub", "im", "-"),
        new("|titm |m |l", "ice", "ouse"),
        new("|mon |smil", "ies", "ey"),
        new("|p |l |zomb |neckt |crosst |t |coll |faer |food |gen |goon |group |lass |talk |goal |cut", "ies", "ie"),
        new("", "ies", "y"),
        new("ar wol al el ea eo oa oo", "ves", "f"),
        new("wi kni afterli halfli highli lowli midli nonli nightli |li", "ves", "fe"),
        .. Same("ss"),
        new("", "s", "-"),
    ];

    private static readonly HashSet<string> s_uncountable = new(
        """
        adulthood advice agenda aid aircraft alcohol ammo analytics anime athletics audio bison blood bream buffalo butter carp
        cash chassis chess clothing cod commerce cooperation corps debris diabetes digestion elk energy equipment excretion
        expertise firmware flounder fun gallows garbage graffiti hardware headquarters health herpes highjinks homework housework
        information jeans justice kudos labour literature machinery mackerel mail manga media mews moose mud music news only
        personnel pike plankton pliers police pollution premises rain research rice salmon scissors series sewage shambles shrimp
        software species staff swine tennis traffic transportation trout tuna wealth welfare whiting wildebeest wildlife you
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    // Singular and plural in turn. Of one plural with several singulars the last singular counts.
    private static readonly string[] s_irregular =
        """
        i we me us he they she they them them myself ourselves yourself yourselves itself themselves herself themselves
        himself themselves themself themselves is are was were has have this these that those echo echoes dingo dingoes
        volcano volcanoes tornado tornadoes torpedo torpedoes genus genera viscus viscera stigma stigmata stoma stomata
        dogma dogmata lemma lemmata schema schemata anathema anathemata ox oxen axe axes die dice yes yeses foot feet eave eaves
        goose geese tooth teeth quiz quizzes human humans proof proofs carve carves valve valves looey looies thief thieves
        groove grooves pickaxe pickaxes passerby passersby
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private readonly Dictionary<string, string> _pluralOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _singularOf = new(StringComparer.Ordinal);

    /// <param name="irregular">More irregular words, plurals by singulars; they win over those that are known.</param>
    public Inflection(IReadOnlyDictionary<string, string> irregular)
    {
        for (var i = 0; i < s_irregular.Length; i += 2)
            Add(s_irregular[i], s_irregular[i + 1]);
        foreach (var pair in irregular.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add(pair.Key.ToLowerInvariant(), pair.Value.ToLowerInvariant());
    }

    /// <summary>The language without additions.</summary>
    public static Inflection Default { get; } = new(new Dictionary<string, string>());

    /// <summary>The language with these irregular words.</summary>
    public static Inflection With(IReadOnlyDictionary<string, string> irregular) => irregular.Count == 0 ? Default : new Inflection(irregular);

    /// <summary>The plural; of a plural itself.</summary>
    public string Plural(string word) => Restore(word, Replace(word.ToLowerInvariant(), _pluralOf, _singularOf, s_toPlural, "s"));

    /// <summary>The singular; of a singular itself.</summary>
    public string Singular(string word) => Restore(word, Replace(word.ToLowerInvariant(), _singularOf, _pluralOf, s_toSingular, ""));

    /// <summary>The word is a plural, or both (<c>news</c>).</summary>
    public bool IsPlural(string word) => Is(word.ToLowerInvariant(), _pluralOf, _singularOf, s_toPlural, "s");

    /// <summary>The word is a singular, or both.</summary>
    public bool IsSingular(string word) => Is(word.ToLowerInvariant(), _singularOf, _pluralOf, s_toSingular, "");

    private void Add(string singular, string plural)
    {
        _pluralOf[singular] = plural;
        _singularOf[plural] = singular;
    }

    private static bool Is(string word, Dictionary<string, string> other, Dictionary<string, string> own, Ending[] endings, string regular)
    {
        if (own.ContainsKey(word))
            return true;
        return !other.ContainsKey(word) && Replace(word, endings, regular) == word;
    }

    private static string Replace(string word, Dictionary<string, string> other, Dictionary<string, string> own, Ending[] endings, string regular)
    {
        if (own.ContainsKey(word))
            return word;
        return other.TryGetValue(word, out var known) ? known : Replace(word, endings, regular);
    }

    private static string Replace(string word, Ending[] endings, string regular)
    {
        if (word.Length == 0 || s_uncountable.Contains(word))
            return word;
        foreach (var ending in endings)
        {
            if (ending.Apply(word) is { } replaced)
                return replaced;
        }
        // Of a word that ends in a letter beyond ASCII no plural is formed.
        return regular.Length == 0 || word[word.Length - 1] is 's' or > '\u007F' ? word : word + regular;
    }

    // What both have in common is written as it was: of UserRoles it is UserRole, of USERS it is USER.
    private static string Restore(string word, string replaced)
    {
        var common = 0;
        while (common < word.Length && common < replaced.Length && char.ToLowerInvariant(word[common]) == replaced[common])
            common++;
        var rest = replaced.Substring(common);
        var isUpper = word.Length > 1 && word.Any(char.IsUpper) && !word.Any(char.IsLower);
        var written = isUpper ? rest.ToUpperInvariant() : common == 0 && word.Length > 0 && char.IsUpper(word[0]) ? Capitalize(rest) : rest;
        var kept = word.Substring(0, common);
        return kept + written;
    }

    private static string Capitalize(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Remove(0, 1);

    private static IEnumerable<Ending> Same(string ends) => [new Ending(ends, "-", "-")];

    /// <summary>Words that end in one of the stems and one of the ends get another end. <c>-</c> is the empty end.</summary>
    private sealed class Ending(string stems, string ends, string replacement)
    {
        private readonly string[] _stems = stems.Split(' ');
        private readonly string[] _ends = [.. ends.Split(' ').Select(end => end == "-" ? "" : end)];
        private readonly string _replacement = replacement == "-" ? "" : replacement;

        public string? Apply(string word)
        {
            foreach (var end in _ends)
            {
                if (!word.EndsWith(end, StringComparison.Ordinal))
                    continue;
                var rest = word.Substring(0, word.Length - end.Length);
                if (Array.Exists(_stems, stem => EndsWith(rest, stem)))
                    return rest + _replacement;
            }
            return null;
        }

        private static bool EndsWith(string word, string stem)
        {
            var at = word.Length;
            for (var i = stem.Length - 1; i >= 0; i--)
            {
                if (stem[i] == '|')
                {
                    if (at > 0 && (word[at - 1] == '_' || char.IsLetterOrDigit(word[at - 1])))
                        return false;
                    continue;
                }
                if (--at < 0)
                    return false;
                if (stem[i] != ']')
                {
                    if (word[at] != stem[i])
                        return false;
                    continue;
                }
                var open = stem.LastIndexOf('[', i);
                var isNegated = stem[open + 1] == '^';
                if (stem.IndexOf(word[at], open, i - open) >= 0 == isNegated)
                    return false;
                i = open;
            }
            return true;
        }
    }
}
