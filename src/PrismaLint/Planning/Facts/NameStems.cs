using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>
/// The beginnings that names of models share: <c>golf</c> of golfcourse and golfscore, <c>order</c> of OrderItem. Names written without a sign between
/// their words are cut where the others go on in several ways.
/// </summary>
internal sealed class NameStems
{
    private const int ShortestStem = 4;
    private const int ShortestRareStem = 6;
    private const int ShortestEnding = 6;
    private const int ShortestName = 3;

    private readonly Dictionary<ModelSymbol, IReadOnlyList<string>> _stems = [];
    private readonly Dictionary<string, List<ModelSymbol>> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ModelSymbol>> _endings = new(StringComparer.Ordinal);

    public NameStems(IReadOnlyList<ModelSymbol> models)
    {
        var names = models.Select(model => Words.Squash(model.Name)).ToArray();
        var successors = CountSuccessors(names);
        var whole = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var model in models)
        {
            string[] stems = [.. Cuts(model.Name, successors, whole)];
            _stems.Add(model, stems);
            foreach (var stem in stems)
                Add(_models, stem, model);
        }
        var endings = CountSuccessors(names.Select(Reverse));
        foreach (var model in models)
        {
            var name = Reverse(Words.Squash(model.Name));
            for (var length = ShortestEnding; length < name.Length; length++)
            {
                if (endings[name.Substring(0, length)].Count > 2)
                    Add(_endings, name.Substring(0, length), model);
            }
        }
    }

    /// <summary>The models whose names end alike, where nothing longer is alike in all of them.</summary>
    public IEnumerable<IReadOnlyList<ModelSymbol>> SharedEndings => _endings.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    /// <summary>The stems of a name, the shortest first; those of it alone included.</summary>
    public IReadOnlyList<string> Of(ModelSymbol model) => _stems.TryGetValue(model, out var stems) ? stems : [];

    /// <summary>The models whose names begin with the stem.</summary>
    public IReadOnlyList<ModelSymbol> ModelsOf(string stem) => _models.TryGetValue(stem, out var models) ? models : [];

    /// <summary>A stem as a name with it writes it: <c>PhotoGallery</c>.</summary>
    public string Written(string stem)
    {
        var name = ModelsOf(stem)[0].Name;
        var length = 0;
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] != '_' && ++length == stem.Length)
                return name.Substring(0, at + 1);
        }
        return stem;
    }

    /// <summary>The stems that at least two names share, in their order.</summary>
    public IEnumerable<string> Shared => _models.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key).OrderBy(stem => stem, StringComparer.Ordinal);

    private static IEnumerable<string> Cuts(string name, Dictionary<string, HashSet<char>> successors, HashSet<string> whole)
    {
        var words = Words.Split(name);
        var cuts = new HashSet<string>(StringComparer.Ordinal);
        var stem = "";
        foreach (var word in words)
            cuts.Add(stem += word);
        var squashed = Words.Squash(name);
        if (words.Count == 1)
        {
            for (var length = ShortestName; length < squashed.Length; length++)
            {
                var start = squashed.Substring(0, length);
                if (whole.Contains(start))
                    cuts.Add(start);
                else if (successors.TryGetValue(start, out var next) && (next.Count > 2 || (next.Count == 2 && length >= ShortestRareStem)))
                    cuts.Add(start);
            }
        }
        // A plural alone begins what its singular begins.
        var singular = Inflection.Default.Singular(squashed);
        if (singular.Length >= ShortestStem && singular.Length < squashed.Length)
            cuts.Add(singular);
        return cuts.OrderBy(cut => cut.Length);
    }

    private static void Add(Dictionary<string, List<ModelSymbol>> lists, string key, ModelSymbol model)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(model);
    }

    private static string Reverse(string text)
    {
        var letters = text.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    private static Dictionary<string, HashSet<char>> CountSuccessors(IEnumerable<string> names)
    {
        var successors = new Dictionary<string, HashSet<char>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            for (var length = ShortestStem; length <= name.Length; length++)
            {
                var start = name.Substring(0, length);
                if (!successors.TryGetValue(start, out var next))
                    successors.Add(start, next = []);
                next.Add(length == name.Length ? '\0' : name[length]);
            }
        }
        return successors;
    }
}
