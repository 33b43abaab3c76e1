using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;

namespace PrismaLint.Configuration;

/// <summary>What the configuration files say about one file.</summary>
internal sealed class EffectiveSettings
{
    private readonly Dictionary<string, Directive> _directives = new(StringComparer.Ordinal);

    /// <summary>By key; of equal keys the one that wins.</summary>
    public IReadOnlyDictionary<string, Directive> Directives => _directives;

    /// <summary>Puts settings over those so far.</summary>
    public void Add(IReadOnlyDictionary<string, Directive> directives)
    {
        foreach (var pair in directives)
        {
            // As in the compiler: a severity that cannot be read leaves the one before in force.
            if (!(pair.Value.IsForId && pair.Value.IsBroken))
                _directives[pair.Key] = pair.Value;
        }
    }

    /// <summary>
    /// Puts the settings of prisma-lint's configuration below those so far. Where one of these is an option of a rule, none of
    /// that rule's options is taken: half of one way to judge and half of another make no sense.
    /// </summary>
    public void AddBelow(IReadOnlyDictionary<string, Directive> directives)
    {
        var own = new HashSet<string>(
            directives.Values.Select(directive => directive.RuleId).OfType<string>().Distinct()
                .Where(id => _directives.Keys.Any(key => key.StartsWith(DirectiveReader.OptionsKey(id), StringComparison.Ordinal))),
            StringComparer.Ordinal);
        var raises = _directives.Values.Any(directive => directive.Option == ConfigurationOptions.RcErrorLevel && directive.Value is "error");
        foreach (var pair in directives)
        {
            if (_directives.ContainsKey(pair.Key) || (pair.Value.RuleId is { } id && own.Contains(id)))
                continue;
            _directives.Add(pair.Key, raises && pair.Value.Severity == DiagnosticSeverity.Warning ? pair.Value with { Severity = DiagnosticSeverity.Error } : pair.Value);
        }
    }

    /// <summary>The severity of an id where <paramref name="defaultSeverity"/> holds without configuration.</summary>
    public DiagnosticSeverity Apply(DiagnosticDescriptor descriptor, DiagnosticSeverity defaultSeverity) =>
        Find(descriptor, defaultSeverity)?.Severity ?? defaultSeverity;

    /// <summary>The setting that decides on the severity of an id; <see langword="null"/> where none does.</summary>
    public Directive? Find(DiagnosticDescriptor descriptor, DiagnosticSeverity defaultSeverity)
    {
        // Most files have no settings, and every finding asks.
        if (_directives.Count == 0)
            return null;
        if (_directives.TryGetValue(DirectiveReader.IdKey(descriptor.Id), out var own))
            return own;
        // Settings for many rules at once change only those that are on.
        if (defaultSeverity == DiagnosticSeverity.None)
            return null;
        if (_directives.TryGetValue(DirectiveReader.CategoryKey(descriptor.Category), out var category) && !category.IsBroken)
            return category;
        // What Prisma refuses stays an error: the same line silences C# analyzers, and not the C# compiler.
        if (descriptor.Id.StartsWith("PL0", StringComparison.Ordinal))
            return null;
        return _directives.TryGetValue(DirectiveReader.AllKey, out var all) && !all.IsBroken ? all : null;
    }

    public IReadOnlyDictionary<RuleOption, object> GetOptions()
    {
        var values = new Dictionary<RuleOption, object>();
        foreach (var directive in _directives.Values)
        {
            if (directive is { Option: { } option, Value: { } value })
                values[option] = value;
        }
        return values;
    }
}
