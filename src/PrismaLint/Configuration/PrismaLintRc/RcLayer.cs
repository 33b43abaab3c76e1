using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration.Data;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Naming;
using PrismaLint.Text;

namespace PrismaLint.Configuration.PrismaLintRc;

/// <summary>A configuration of prisma-lint, read: the severities and options here that it stands for.</summary>
internal sealed class RcLayer
{
    private static readonly string[] s_levels = ["error", "off"];

    private readonly ConfigurationFile _file;
    private readonly List<Diagnostic> _diagnostics;
    private readonly Dictionary<string, Directive> _directives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _rulesThere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _on = new(StringComparer.Ordinal);

    private RcLayer(ConfigurationFile file, List<Diagnostic> diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
    }

    public ConfigurationFile File => _file;

    /// <summary>The absolute folder whose schemas it is for.</summary>
    public string Folder => RcFile.ScopeOf(_file.FullPath);

    /// <summary>By key, as in the other layers.</summary>
    public IReadOnlyDictionary<string, Directive> Directives => _directives;

    /// <summary>Reads a file; what is wrong with it goes to <paramref name="diagnostics"/> (PL0012).</summary>
    public static RcLayer Read(ConfigurationFile file, List<Diagnostic> diagnostics)
    {
        var layer = new RcLayer(file, diagnostics);
        layer.Read();
        return layer;
    }

    /// <summary>The name of prisma-lint's rule that a directive comes from.</summary>
    public string RuleThere(Directive directive) => _rulesThere.TryGetValue(directive.Key, out var name) ? name : "";

    /// <summary>Another rule of prisma-lint that is on and means the same here as one that is not; <see langword="null"/>: there is no such thing.</summary>
    public string? FindNamesake(RcRule rule) =>
        _on.Contains(rule.Name) ? null : RcRules.All.FirstOrDefault(other => other != rule && _on.Contains(other.Name) && other.Rules[0] == rule.Rules[0])?.Name;

    /// <summary>Whether a manifest has a configuration in it, without saying what is wrong with the rest.</summary>
    public static bool StandsIn(SourceText manifest) =>
        manifest.Content.Contains("\"" + RcFile.ManifestMember + "\"", StringComparison.Ordinal)
        && new JsonDataReader(manifest, (_, _) => { }).Read()?.Find(RcFile.ManifestMember) is not null;

    private void Read()
    {
        var format = RcFile.FormatOf(_file.FullPath);
        if (format == RcFormat.Script)
        {
            Report(default, "This configuration of prisma-lint is a program, which is not run; as JSON it is read: "
                + $"`node -e \"import('./{PathText.GetFileName(_file.FullPath)}').then(m => console.log(JSON.stringify(m.default, (k, v) => v instanceof RegExp ? String(v) : v, 2)))\" > .prismalintrc.json`");
            return;
        }
        var root = format == RcFormat.Yaml ? new YamlDataReader(_file.Source, Report).Read() : new JsonDataReader(_file.Source, Report).Read();
        if (root is null)
            return;
        if (format == RcFormat.Manifest)
        {
            if (root.Find(RcFile.ManifestMember) is not { } own)
            {
                Report(Shorten(root.Span), $"This package has no member `{RcFile.ManifestMember}`, the configuration of prisma-lint");
                return;
            }
            root = own;
        }
        if (root.Kind != DataKind.Map || root.Find("rules") is not { } rules)
        {
            Report(root.Kind == DataKind.Map ? Shorten(root.Span) : root.Span, "A configuration of prisma-lint is a map with the member `rules`, which is not here");
            return;
        }
        foreach (var member in root.Members.Where(member => member.Key is not ("rules" or "$schema")))
            Report(member.KeySpan, $"`{member.Key}` means nothing to prisma-lint: the rules stand in `rules`", DiagnosticSeverity.Suggestion);
        if (rules.Kind != DataKind.Map)
        {
            Report(rules.Span, "`rules` is a map from names of rules to `error`, `off` or a list with options");
            return;
        }
        // In the order of their names, as there: of two rules that mean one here the later one has the last word.
        foreach (var member in rules.Members.GroupBy(member => member.Key, StringComparer.Ordinal).Select(group => group.Last()).OrderBy(member => member.Key, StringComparer.Ordinal))
            ReadRule(member);
    }

    private void ReadRule(DataMember member)
    {
        if (RcRules.Find(member.Key) is not { } rule)
        {
            var hint = DiagnosticCatalog.Find(member.Key) is not null ? "; rules of PrismaLint are set in an .editorconfig"
                : NearestName.Find(member.Key, RcRules.All.Select(known => known.Name)) is { } nearest ? $"; did you mean `{nearest}`?" : "";
            Report(member.KeySpan, $"prisma-lint has no rule `{member.Key}`{hint}");
            return;
        }
        var value = member.Value;
        var level = value.Kind == DataKind.List ? value.Items.Count > 0 ? value.Items[0] : null : value;
        if (level is null || !s_levels.Contains(level.Text) || level.Kind != DataKind.Text)
        {
            // There, whatever is not `off` is on.
            var written = level is null || level.Span.IsEmpty ? member.KeySpan : level.Span;
            Report(Shorten(written), $"`{rule.Name}` has no level: expected `error` or `off`" + (level is { Kind: DataKind.Text } ? $", found `{level.Text}`" : ""));
        }
        if (level is { Kind: DataKind.Text, Text: "off" })
        {
            foreach (var descriptor in rule.Rules.Where(descriptor => !IsOn(descriptor)))
                Set(rule, member, new Directive(DirectiveReader.IdKey(descriptor.Id), SeverityKey(descriptor), "off", At(level.Span)) { IsForId = true, Severity = DiagnosticSeverity.None });
            return;
        }
        if (ReadOptions(rule, member) is not { } values)
            return;
        _on.Add(rule.Name);
        foreach (var target in rule.Apply(values))
            Set(rule, member, target, level is null || level.Span.IsEmpty ? member.KeySpan : level.Span);
    }

    private Dictionary<string, object>? ReadOptions(RcRule rule, DataMember member)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        var given = member.Value is { Kind: DataKind.List, Items.Count: > 1 } list ? list.Items[1] : null;
        if (member.Value is { Kind: DataKind.List, Items.Count: > 2 } longer)
            Report(Shorten(longer.Items[2].Span), "A level and one map of options are all that counts here");
        if (given is { Kind: not (DataKind.Map or DataKind.Null) })
            Report(Shorten(given.Span), $"The options of `{rule.Name}` are a map");
        foreach (var entry in given?.Members ?? [])
        {
            var option = rule.Options.FirstOrDefault(option => option.Name == entry.Key)
                ?? rule.Options.FirstOrDefault(option => option.Name.Equals("allowList", StringComparison.OrdinalIgnoreCase) && option.Name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase));
            if (option is null)
            {
                Report(entry.KeySpan, rule.Options.Count == 0
                    ? $"`{rule.Name}` has no options"
                    : $"`{rule.Name}` has no option `{entry.Key}`" + (NearestName.Find(entry.Key, rule.Options.Select(known => known.Name)) is { } nearest ? $"; did you mean `{nearest}`?" : ""));
            }
            else if (option.Read(entry.Value) is { } value)
            {
                values[option.Name] = value;
            }
            else
            {
                Report(Shorten(entry.Value.Span.IsEmpty ? entry.KeySpan : entry.Value.Span), $"This is no value of `{option.Name}`: expected {option.Expected}");
            }
        }
        foreach (var missing in rule.Options.Where(option => option.IsRequired && !values.ContainsKey(option.Name)))
        {
            if (given?.Find(missing.Name) is null)
                Report(member.KeySpan, $"`{rule.Name}` needs the option `{missing.Name}`: {missing.Expected}");
            return null;
        }
        return values;
    }

    private void Set(RcRule rule, DataMember member, RcTarget target, TextSpan level)
    {
        // The older of two rules for the values of enums cannot speak through the same options as the newer one.
        if (rule.Name == "enum-value-snake-case" && IsOn(EnumValueCaseRule.Definition))
        {
            object? Of(RuleOption option) => target.Set.FirstOrDefault(pair => pair.Option == option).Value;
            var names = new EnumValueNames(
                Of(EnumValueCaseRule.Style) as string ?? "snake",
                Of(EnumValueCaseRule.Allow) as NameList ?? EnumValueCaseRule.Allow.Default,
                Of(EnumValueCaseRule.TrimPrefix) as Prefixes ?? Prefixes.None,
                Of(EnumValueCaseRule.CompoundWords) as IReadOnlyList<string> ?? []);
            SetOption(rule, member, target.Rule, EnumValueCaseRule.SnakeCaseToo, names);
            return;
        }
        Set(rule, member, new Directive(DirectiveReader.IdKey(target.Rule.Id), SeverityKey(target.Rule), "error", At(Shorten(level)))
        {
            IsForId = true,
            Severity = DiagnosticSeverity.Warning,
        });
        foreach (var (option, value) in target.Set)
            SetOption(rule, member, target.Rule, option, value);
    }

    private bool IsOn(RuleDescriptor rule) => _directives.TryGetValue(DirectiveReader.IdKey(rule.Id), out var directive) && directive.Severity != DiagnosticSeverity.None;

    private void SetOption(RcRule rule, DataMember member, RuleDescriptor descriptor, RuleOption option, object value) => Set(
        rule,
        member,
        new Directive(DirectiveReader.OptionKey(descriptor.Id, option), $"prismalint.{descriptor.Id}.{option.Name}", TextOf(value), At(member.KeySpan)) { Option = option, Value = value, RuleId = descriptor.Id });

    private void Set(RcRule rule, DataMember member, Directive directive)
    {
        _directives[directive.Key] = directive;
        _rulesThere[directive.Key] = rule.Name;
    }

    private static string TextOf(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IEnumerable<KeyValuePair<string, string>> pairs => string.Join(", ", pairs.Select(pair => pair.Key + ":" + pair.Value)),
        string text => text,
        System.Collections.IEnumerable items => string.Join(", ", items.Cast<object>()),
        _ => value.ToString() ?? "",
    };

    private static string SeverityKey(RuleDescriptor rule) => $"dotnet_diagnostic.{rule.Id}.severity";

    // A map or list over many lines is shown by its first one.
    private TextSpan Shorten(TextSpan span)
    {
        var end = _file.Source.Content.IndexOfAny(['\r', '\n'], span.Start, span.Length);
        return end < 0 ? span : TextSpan.FromBounds(span.Start, end);
    }

    private Location At(TextSpan span) => new(_file.Source, span);

    private void Report(TextSpan span, string message) => Report(span, message, DiagnosticSeverity.Warning);

    private void Report(TextSpan span, string message, DiagnosticSeverity severity) =>
        _diagnostics.Add(ConfigurationDescriptors.ConfigurationProblem.At(At(Shorten(span)), message) with { Severity = severity });
}
