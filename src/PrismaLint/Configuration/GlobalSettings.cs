using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Configuration;

/// <summary>The global files as one: of two values the higher level wins, and values of equal level cancel each other.</summary>
internal sealed class GlobalSettings
{
    private readonly Dictionary<string, Dictionary<string, Directive>> _bySection;

    public GlobalSettings(IEnumerable<ConfigurationLayer> layers)
    {
        var candidates = layers
            .SelectMany(layer => layer.GlobalSections
                .Select(section => (section.Path, section.Directives))
                .Prepend((Path: "", Directives: layer.Preamble))
                .SelectMany(section => section.Directives.Select(pair => (section.Path, pair.Key, Directive: pair.Value, layer.Level))));
        _bySection = candidates
            .GroupBy(candidate => candidate.Path, StringComparer.Ordinal)
            .ToDictionary(section => section.Key, section => Winners(section.Select(item => (item.Directive, item.Level))), StringComparer.Ordinal);
    }

    /// <summary>What holds for every file.</summary>
    public IReadOnlyDictionary<string, Directive> ForAll => Of("");

    /// <summary>What sections of global files say of one file.</summary>
    /// <param name="path">Absolute path.</param>
    public IReadOnlyDictionary<string, Directive> For(string path) => Of(path);

    private Dictionary<string, Directive> Of(string section) => _bySection.TryGetValue(section, out var directives) ? directives : [];

    private static Dictionary<string, Directive> Winners(IEnumerable<(Directive Directive, long Level)> candidates)
    {
        var winners = new Dictionary<string, Directive>(StringComparer.Ordinal);
        foreach (var group in candidates.GroupBy(candidate => candidate.Directive.Key, StringComparer.Ordinal))
        {
            var highest = group.Max(candidate => candidate.Level);
            var top = group.Where(candidate => candidate.Level == highest).ToArray();
            if (top.Length == 1)
                winners.Add(group.Key, top[0].Directive);
        }
        return winners;
    }
}
