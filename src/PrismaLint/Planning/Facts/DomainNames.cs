using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Names for domains that nobody has named.</summary>
internal sealed class DomainNames(NameStems stems)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that no other domain has: what most of its models' names begin with, else the model that most of its keys lead to.</summary>
    public string Of(IReadOnlyList<ModelSymbol> models)
    {
        var stem = SharedStem(models);
        foreach (var name in (stem is null ? [] : new[] { stem }).Concat(ByReferences(models)))
        {
            if (_taken.Add(name))
                return name;
        }
        var count = 2;
        while (!_taken.Add(FormattableString.Invariant($"{models[0].Name} {count}")))
            count++;
        return FormattableString.Invariant($"{models[0].Name} {count}");
    }

    public string Unique(string name)
    {
        var result = name;
        for (var count = 2; !_taken.Add(result); count++)
            result = FormattableString.Invariant($"{name} {count}");
        return result;
    }

    // The beginning that most names share, if more than half do; of several the longest.
    private string? SharedStem(IReadOnlyList<ModelSymbol> models) => models
        .SelectMany(stems.Of)
        .Distinct(StringComparer.Ordinal)
        .Select(stem => (Stem: stem, Count: models.Count(model => stems.Of(model).Contains(stem))))
        .Where(candidate => candidate.Count > 1 && candidate.Count * 2 > models.Count && candidate.Stem.Length > 2)
        .OrderByDescending(candidate => candidate.Count)
        .ThenByDescending(candidate => candidate.Stem.Length)
        .ThenBy(candidate => candidate.Stem, StringComparer.Ordinal)
        .Select(candidate => stems.Written(candidate.Stem))
        .FirstOrDefault();

    private static IEnumerable<string> ByReferences(IReadOnlyList<ModelSymbol> models)
    {
        var inside = new HashSet<ModelSymbol>(models);
        return models
            .OrderByDescending(model => model.ReferencingKeys.Where(key => key.Model != model && inside.Contains(key.Model)).Select(key => key.Model).Distinct().Count())
            .ThenBy(model => model.Name.Length)
            .ThenBy(model => model.Name, StringComparer.Ordinal)
            .Select(model => model.Name);
    }
}
