using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.PrismaLintRc;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>Severities and option values, by file. Pure: it is given the texts of configuration files.</summary>
public sealed class LintConfiguration
{
    private readonly string _workingFolder;
    private readonly IReadOnlyList<ConfigurationLayer> _layers;
    private readonly IReadOnlyList<RcLayer> _rcLayers;
    private readonly GlobalSettings _global;
    private readonly Dictionary<string, DiagnosticSeverity?> _chosen;
    private readonly Dictionary<RuleOption, object> _chosenValues;
    private readonly ConcurrentDictionary<string, EffectiveSettings> _byPath = new(StringComparer.Ordinal);

    private LintConfiguration(
        string workingFolder,
        IReadOnlyList<ConfigurationLayer> layers,
        IReadOnlyList<RcLayer> rcLayers,
        IReadOnlyList<Diagnostic> diagnostics,
        Dictionary<string, DiagnosticSeverity?> chosen,
        Dictionary<RuleOption, object> chosenValues)
    {
        _workingFolder = workingFolder;
        _layers = layers;
        _rcLayers = rcLayers;
        _global = new GlobalSettings(layers.Where(layer => layer.IsGlobal));
        _chosen = chosen;
        _chosenValues = chosenValues;
        Diagnostics = diagnostics;
    }

    public static LintConfiguration Empty { get; } = new("/", [], [], [], [], []);

    /// <summary>What is wrong with the configuration itself (PL0012), at its place in its file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The files it was made of.</summary>
    public IReadOnlyList<ConfigurationFile> Files => [.. _layers.Select(layer => layer.File), .. _rcLayers.Select(layer => layer.File)];

    /// <summary>Reads configuration files as the C# compiler does, and those of prisma-lint as it does.</summary>
    /// <param name="files">The files, in any order; among those that the user named a later one wins.</param>
    /// <param name="workingFolder">The absolute folder that relative paths of schemas start from, with <c>/</c>.</param>
    /// <param name="diagnostics">What went wrong before, such as files that could not be read.</param>
    public static LintConfiguration Create(IEnumerable<ConfigurationFile> files, string workingFolder, IEnumerable<Diagnostic>? diagnostics = null)
    {
        var found = new List<Diagnostic>(diagnostics ?? []);
        var all = files.ToArray();
        var layers = all.Where(file => RcFile.FormatOf(file.FullPath) is null).Select(file => ConfigurationLayer.Read(file, found)).ToArray();
        var rcLayers = all.Where(file => RcFile.FormatOf(file.FullPath) is not null).Select(file => RcLayer.Read(file, found)).ToArray();
        // The nearest file last, so that it overrides; then those that were asked for.
        return new LintConfiguration(
            PathText.Resolve("", workingFolder),
            [.. layers.OrderBy(layer => layer.File.IsNamed).ThenBy(layer => layer.File.IsNamed ? 0 : layer.Folder.Length)],
            rcLayers,
            found,
            [],
            []);
    }

    /// <summary>A configuration of prisma-lint counts for that schema.</summary>
    /// <param name="filePath">The path of its main file.</param>
    public bool HasPrismaLintRules(string filePath) => FindRc(filePath) is not null;

    /// <summary>The severity of a finding in a file.</summary>
    /// <param name="filePath">The file's path, as the schema has it.</param>
    /// <param name="descriptor">The finding's kind.</param>
    /// <param name="defaultSeverity">What holds without configuration; <see cref="DiagnosticSeverity.None"/> for a rule that is off.</param>
    public DiagnosticSeverity GetSeverity(string filePath, DiagnosticDescriptor descriptor, DiagnosticSeverity defaultSeverity)
    {
        var isChosen = _chosen.TryGetValue(descriptor.Id, out var chosen);
        if (chosen is { } severity)
            return severity;
        var configured = For(filePath).Apply(descriptor, defaultSeverity);
        return isChosen && configured == DiagnosticSeverity.None ? DiagnosticSeverity.Warning : configured;
    }

    /// <summary>The severity of a finding in a file as <see cref="GetSeverity"/> gives it, with what decides it.</summary>
    /// <param name="filePath">The file's path, as the schema has it.</param>
    /// <param name="descriptor">The finding's kind.</param>
    /// <param name="defaultSeverity">What holds without configuration.</param>
    public SeverityDecision Explain(string filePath, DiagnosticDescriptor descriptor, DiagnosticSeverity defaultSeverity)
    {
        var severity = GetSeverity(filePath, descriptor, defaultSeverity);
        var settings = For(filePath);
        if (_chosen.TryGetValue(descriptor.Id, out var chosen) && (chosen is not null || severity != settings.Apply(descriptor, defaultSeverity)))
            return new SeverityDecision(severity, SeverityOrigin.Run, null);
        return settings.Find(descriptor, defaultSeverity) is { } directive
            ? new SeverityDecision(severity, SeverityOrigin.Setting, Setting(directive)) { IsForMany = !directive.IsForId }
            : new SeverityDecision(severity, SeverityOrigin.Default, null);
    }

    /// <summary>The option values for a schema whose main file that is.</summary>
    public IReadOnlyDictionary<RuleOption, object> GetOptions(string filePath)
    {
        var options = For(filePath).GetOptions();
        if (_chosenValues.Count == 0)
            return options;
        var all = options.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var pair in _chosenValues)
            all[pair.Key] = pair.Value;
        return all;
    }

    /// <summary>The settings in force for a file and where they come from, sorted by key.</summary>
    public IReadOnlyList<EffectiveSetting> GetSettings(string filePath) =>
    [
        .. For(filePath).Directives.Values
            .Select(Setting)
            .OrderBy(setting => setting.Key, StringComparer.Ordinal),
    ];

    /// <summary>The configuration with a choice for this run on top: it holds for every file, whatever the files say.</summary>
    /// <param name="idOrName">Id or name, in any case.</param>
    /// <param name="severity">The severity; <see langword="null"/> turns a rule that is off on as a warning, and leaves others as they are.</param>
    /// <returns>The new configuration, or <see langword="null"/> where nothing has that id or name.</returns>
    public LintConfiguration? WithRule(string idOrName, DiagnosticSeverity? severity = null)
    {
        if (DiagnosticCatalog.Find(idOrName) is not { } descriptor)
            return null;
        return new LintConfiguration(_workingFolder, _layers, _rcLayers, Diagnostics, new(_chosen) { [descriptor.Id] = severity }, _chosenValues);
    }

    /// <summary>The configuration with the value of an option for this run on top: it holds for every schema, whatever the files say.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">Its value as a file would have it.</param>
    /// <returns>The new configuration, or <see langword="null"/> where the text is no value of the option.</returns>
    public LintConfiguration? WithOption(RuleOption option, string text) => option.Parse(text) is { } value
        ? new LintConfiguration(_workingFolder, _layers, _rcLayers, Diagnostics, _chosen, new(_chosenValues) { [option] = value })
        : null;

    /// <summary>
    /// Settings that do not do what they look like in this schema: an option that only some of its files have, a line
    /// for all analyzers that turns every rule off, and a rule that prisma-lint's configuration sets in vain.
    /// </summary>
    internal IEnumerable<Diagnostic> FindProblems(string mainPath, IEnumerable<string> paths)
    {
        var main = For(mainPath).Directives;
        if (main.TryGetValue(DirectiveReader.AllKey, out var all) && all.Severity == DiagnosticSeverity.None)
        {
            yield return ConfigurationDescriptors.ConfigurationProblem
                .At(all.Location, "This line for all analyzers turns off every rule for schemas but those with a severity of their own")
                with { Severity = DiagnosticSeverity.Suggestion };
        }
        foreach (var problem in FindOverridden(mainPath))
            yield return problem;
        foreach (var path in paths)
        {
            foreach (var directive in For(path).Directives.Values.OrderBy(directive => directive.Key, StringComparer.Ordinal))
            {
                if (directive.Option is null || (main.TryGetValue(directive.Key, out var same) && same.Text == directive.Text))
                    continue;
                yield return ConfigurationDescriptors.ConfigurationProblem.At(
                    directive.Location,
                    $"`{directive.DisplayKey}` is set for `{path}` alone: options are read for the schema's main file, `{mainPath}`");
            }
        }
    }

    private static EffectiveSetting Setting(Directive directive) => new(directive.DisplayKey, directive.Text, directive.Location);

    // Two files speak of one rule: that is said once for each, at the one that has no say.
    private IEnumerable<Diagnostic> FindOverridden(string mainPath)
    {
        if (FindRc(mainPath) is not { } rc)
            yield break;
        var effective = For(mainPath).Directives;
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var directive in rc.Directives.Values.OrderBy(directive => directive.Location.Span).ThenBy(directive => directive.Key, StringComparer.Ordinal))
        {
            var winner = effective.TryGetValue(directive.Key, out var same) && same.Location.Source != directive.Location.Source ? same
                : same is null && directive.RuleId is { } id ? effective.Values.FirstOrDefault(other => IsOptionOf(other, id)) : null;
            if (winner is null || !said.Add(rc.RuleThere(directive)))
                continue;
            yield return ConfigurationDescriptors.ConfigurationProblem
                .At(directive.Location, $"`{winner.DisplayKey}` in `{winner.Location.Path}` counts, and not what stands here for `{rc.RuleThere(directive)}`")
                .WithRelated(winner.Location, $"`{winner.DisplayKey}` is set here")
                with { Severity = DiagnosticSeverity.Suggestion };
        }
    }

    private static bool IsOptionOf(Directive directive, string ruleId) => directive.Key.StartsWith(DirectiveReader.OptionsKey(ruleId), StringComparison.Ordinal);

    /// <summary>The configuration of prisma-lint that counts for a file: of those named the last one, else the nearest one above it alone.</summary>
    internal RcLayer? FindRc(string filePath)
    {
        if (_rcLayers.Count == 0)
            return null;
        var path = PathText.Resolve(_workingFolder, filePath);
        return _rcLayers.LastOrDefault(layer => layer.File.IsNamed)
            ?? _rcLayers.Where(layer => Below(layer.Folder, path) is not null).OrderByDescending(layer => layer.Folder.Length).FirstOrDefault();
    }

    private EffectiveSettings For(string filePath) => _byPath.GetOrAdd(filePath, Resolve);

    private EffectiveSettings Resolve(string filePath)
    {
        var path = PathText.Resolve(_workingFolder, filePath);
        var matches = new List<IReadOnlyDictionary<string, Directive>>();
        foreach (var layer in _layers.Where(layer => !layer.IsGlobal))
        {
            if (RelativeTo(layer, path) is not { } relative)
                continue;
            // What lies above a root does not count.
            if (layer.IsRoot)
                matches.Clear();
            matches.AddRange(layer.Match(relative));
        }
        var settings = new EffectiveSettings();
        settings.Add(_global.ForAll);
        settings.Add(_global.For(path));
        foreach (var directives in matches)
            settings.Add(directives);
        if (FindRc(filePath) is { } rc)
            settings.AddBelow(rc.Directives);
        return settings;
    }

    // The path below the layer's folder, with a slash in front; a file that was asked for counts wherever the schema is.
    private string? RelativeTo(ConfigurationLayer layer, string path) =>
        Below(layer.Folder, path)
        ?? (layer.File.IsNamed ? Below(_workingFolder, path) ?? "/" + PathText.GetFileName(path) : null);

    private static string? Below(string folder, string path)
    {
        var prefix = folder.EndsWith('/') ? folder : folder + "/";
        return path.StartsWith(prefix, StringComparison.Ordinal) ? path.Substring(prefix.Length - 1) : null;
    }
}
