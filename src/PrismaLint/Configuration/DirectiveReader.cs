using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Text;

namespace PrismaLint.Configuration;

/// <summary>Tells which settings concern this tool, and reports those among them that make no sense (PL0012).</summary>
internal sealed class DirectiveReader(SourceText source, List<Diagnostic> diagnostics)
{
    public const string AllKey = "severity";

    private const string IdPrefix = "dotnet_diagnostic.";
    private const string BulkPrefix = "dotnet_analyzer_diagnostic.";
    private const string CategoryPrefix = BulkPrefix + "category-";
    private const string SeveritySuffix = ".severity";
    private const string OptionPrefix = "prismalint.";

    private static readonly string[] s_categories =
    [
        DiagnosticCategory.Validity, DiagnosticCategory.Naming, DiagnosticCategory.Relations, DiagnosticCategory.Indexing, DiagnosticCategory.Types,
        DiagnosticCategory.Modelling, DiagnosticCategory.Security, DiagnosticCategory.Configuration, DiagnosticCategory.Database, DiagnosticCategory.Migrations,
    ];

    public static string IdKey(string id) => "severity " + id;

    public static string OptionKey(string ruleId, RuleOption option) => OptionsKey(ruleId) + option.Name;

    /// <summary>What the keys of a rule's options begin with.</summary>
    public static string OptionsKey(string ruleId) => "option " + ruleId + ".";

    public static string CategoryKey(string category) => "category " + category;

    /// <summary>The directive of a setting; <see langword="null"/> where it is another tool's or names something unknown.</summary>
    public Directive? Read(ConfigurationSetting setting)
    {
        if (Between(setting, IdPrefix, SeveritySuffix) is { Length: > 0 } id)
            return ReadId(setting, id);
        if (Between(setting, CategoryPrefix, SeveritySuffix) is { Length: > 0 } category)
            return ReadCategory(setting, category);
        if (setting.Key.Equals(BulkPrefix + "severity", StringComparison.OrdinalIgnoreCase))
            return Severity(setting, AllKey, setting.Key, reportBroken: false);
        return setting.Key.StartsWith(OptionPrefix, StringComparison.OrdinalIgnoreCase) ? ReadOption(setting) : null;
    }

    public void Report(TextSpan span, string message) =>
        diagnostics.Add(ConfigurationDescriptors.ConfigurationProblem.At(new Location(source, span), message));

    private Directive? ReadId(ConfigurationSetting setting, TextSpan id)
    {
        var text = source.ToString(id);
        if (DiagnosticCatalog.Find(text) is { } descriptor)
            return Severity(setting, IdKey(descriptor.Id), IdPrefix + descriptor.Id + SeveritySuffix, reportBroken: true) with { IsForId = true };
        // Ids of other analyzers are nobody's mistake; they hold no hyphen.
        var nearest = text.Contains('-') ? DiagnosticCatalog.FindNearest(text) : null;
        if (DiagnosticCatalog.LooksLikeId(text) || nearest is not null)
            Report(id, $"No rule has the id or name `{text}`" + DidYouMean(nearest));
        return null;
    }

    private Directive? ReadCategory(ConfigurationSetting setting, TextSpan span)
    {
        var text = source.ToString(span);
        var category = s_categories.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (category is not null)
            return Severity(setting, CategoryKey(category), CategoryPrefix + category + SeveritySuffix, reportBroken: true);
        if (text.StartsWith("Prisma", StringComparison.OrdinalIgnoreCase))
            Report(span, $"No category has the name `{text}`" + DidYouMean(NearestName.Find(text, s_categories)));
        return null;
    }

    private Directive Severity(ConfigurationSetting setting, string key, string displayKey, bool reportBroken)
    {
        var severity = SeverityWords.Parse(setting.Value);
        var isBroken = severity is null && !SeverityWords.IsDefault(setting.Value);
        // A broken value for all analyzers is the compiler's to report, not ours.
        if (isBroken && reportBroken)
            Report(ValueOrKey(setting), $"`{setting.Value}` is no severity: expected {SeverityWords.Description}");
        return new Directive(key, displayKey, setting.Value, new Location(source, ValueOrKey(setting))) { Severity = severity, IsBroken = isBroken };
    }

    private Directive? ReadOption(ConfigurationSetting setting)
    {
        var name = setting.Key.Substring(OptionPrefix.Length);
        var nameSpan = TextSpan.FromBounds(setting.KeySpan.Start + OptionPrefix.Length, setting.KeySpan.End);
        if (ConfigurationOptions.Find(name) is { } shared)
            return Option(setting, shared, shared.Name);
        var dot = name.IndexOf('.');
        if (dot < 0)
        {
            Report(nameSpan, $"No option has the name `{name}`" + DidYouMean(NearestName.Find(name, ConfigurationOptions.All.Select(option => option.Name))));
            return null;
        }
        var ruleName = name.Substring(0, dot);
        var optionName = name.Substring(dot + 1);
        if (RuleCatalog.Find(ruleName) is not { } rule)
        {
            var nearest = NearestName.Find(name, ConfigurationOptions.All.Select(option => option.Name)) ?? DiagnosticCatalog.FindNearest(ruleName);
            Report(new TextSpan(nameSpan.Start, dot), DiagnosticCatalog.Find(ruleName) is not null
                ? $"`{ruleName}` has no options"
                : $"No rule has the id or name `{ruleName}`" + DidYouMean(nearest));
            return null;
        }
        if (rule.Options.FirstOrDefault(option => option.Name.Equals(optionName, StringComparison.OrdinalIgnoreCase)) is { } own)
            return Option(setting, own, $"{rule.Descriptor.Id}.{own.Name}");
        Report(
            TextSpan.FromBounds(nameSpan.Start + dot + 1, nameSpan.End),
            rule.Options.Count == 0
                ? $"`{rule.Descriptor.Id}` has no options"
                : $"`{rule.Descriptor.Id}` has no option `{optionName}`" + DidYouMean(NearestName.Find(optionName, rule.Options.Select(option => option.Name))));
        return null;
    }

    private Directive Option(ConfigurationSetting setting, RuleOption option, string name)
    {
        var isUnset = setting.Value.Equals("unset", StringComparison.OrdinalIgnoreCase);
        var value = isUnset ? null : option.Parse(setting.Value);
        if (value is null && !isUnset)
            Report(ValueOrKey(setting), $"`{setting.Value}` is no value of `{option.Name}`: expected {option.ValueDescription}");
        return new Directive("option " + name, OptionPrefix + name, setting.Value, new Location(source, ValueOrKey(setting)))
        {
            Option = option,
            Value = value,
            IsBroken = value is null && !isUnset,
        };
    }

    private static TextSpan ValueOrKey(ConfigurationSetting setting) => setting.ValueSpan.IsEmpty ? setting.KeySpan : setting.ValueSpan;

    private static string DidYouMean(string? nearest) => nearest is null ? "" : $"; did you mean `{nearest}`?";

    // The part of the key between the two.
    private static TextSpan? Between(ConfigurationSetting setting, string prefix, string suffix) =>
        setting.Key.Length > prefix.Length + suffix.Length
        && setting.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && setting.Key.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            ? TextSpan.FromBounds(setting.KeySpan.Start + prefix.Length, setting.KeySpan.End - suffix.Length)
            : null;
}
