using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Semantics;

namespace PrismaLint.Reporting;

/// <summary>Everything that is in force for a schema file, and where it comes from.</summary>
/// <param name="path">The file's path, as the schema has it.</param>
/// <param name="options">How the run would be done.</param>
/// <param name="version">The line of Prisma that the schema is read for.</param>
public sealed class SettingsReport(string path, LintOptions options, PrismaVersion version)
{
    private readonly Dictionary<string, EffectiveSetting> _settings =
        options.Configuration.GetSettings(path).ToDictionary(setting => setting.Key, StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<RuleOption, object> _values = options.Configuration.GetOptions(path);

    /// <summary>A line a setting, in columns; of the options those of rules that are on.</summary>
    public string WriteText()
    {
        var text = new StringBuilder();
        text.Append(CodeFrame.Show(path)).Append('\n')
            .Append("preset ").Append(RulePages.PresetName(options.Preset)).Append(", Prisma ").Append(ReportWords.Of(version)).Append('\n');

        text.Append("\nSeverities\n");
        var rows = new List<string[]>();
        foreach (var descriptor in DiagnosticCatalog.All)
        {
            var decision = Decide(descriptor);
            rows.Add([descriptor.Id, descriptor.Name, ReportWords.Of(decision.Severity), CodeFrame.Show(Origin(descriptor, decision))]);
        }
        Append(text, rows);

        text.Append("\nOptions\n");
        Append(text, [.. Options(onlyOn: true).Select(option => new[]
        {
            $"{option.Key} = {ValueOf(option.Option, option.Key)}".TrimEnd(),
            Setting(option.Option, option.Key) is { } setting ? CodeFrame.Show(setting.Location.ToString()) : "default",
        })]);
        return text.ToString();
    }

    public string WriteJson()
    {
        var json = new JsonWriter().StartObject()
            .Property("version", 1)
            .Property("file", path)
            .Property("preset", RulePages.PresetName(options.Preset))
            .Property("prismaVersion", ReportWords.Of(version))
            .Name("configurationFiles").StartArray();
        foreach (var file in options.Configuration.Files)
            json.Value(file.Source.Path);
        json.EndArray().Name("rules").StartArray();
        foreach (var descriptor in DiagnosticCatalog.All)
        {
            var decision = Decide(descriptor);
            json.StartObject()
                .Property("id", descriptor.Id)
                .Property("name", descriptor.Name)
                .Property("severity", ReportWords.Of(decision.Severity))
                .Property("origin", decision.Origin switch
                {
                    SeverityOrigin.Run => "run",
                    SeverityOrigin.Setting => "setting",
                    _ => descriptor is RuleDescriptor ? "preset" : "always",
                });
            Write(json, decision.Setting);
            json.EndObject();
        }
        json.EndArray().Name("options").StartArray();
        foreach (var (key, option) in Options(onlyOn: false))
        {
            var setting = Setting(option, key);
            json.StartObject()
                .Property("key", key)
                .Property("value", ValueOf(option, key))
                .Property("default", option.DefaultText)
                .Property("origin", setting is null ? "default" : "setting");
            Write(json, setting);
            json.EndObject();
        }
        return json.EndArray().EndObject() + "\n";
    }

    private static void Write(JsonWriter json, EffectiveSetting? setting)
    {
        json.Name("setting");
        if (setting is null)
        {
            json.Value((string?)null);
            return;
        }
        json.StartObject()
            .Property("key", setting.Key)
            .Property("value", setting.Value)
            .Property("file", setting.Location.Path)
            .Property("line", setting.Location.Start.Line + 1)
            .Property("column", setting.Location.Start.Character + 1)
            .EndObject();
    }

    private SeverityDecision Decide(DiagnosticDescriptor descriptor) =>
        options.Configuration.Explain(path, descriptor, options.GetDefaultSeverity(descriptor));

    private string Origin(DiagnosticDescriptor descriptor, SeverityDecision decision)
    {
        if (decision.Setting is { } setting)
        {
            // One line for many rules is not found by the rule's id.
            return setting.Location + (decision.IsForMany ? " " + setting.Key : "");
        }
        if (decision.Origin == SeverityOrigin.Run)
            return "command line";
        if (descriptor is not RuleDescriptor rule)
            return "always on";
        return decision.Severity == DiagnosticSeverity.None ? $"on from preset {RulePages.PresetName(rule.Preset)}" : $"preset {RulePages.PresetName(options.Preset)}";
    }

    private IEnumerable<(string Key, RuleOption Option)> Options(bool onlyOn)
    {
        foreach (var option in ConfigurationOptions.All)
            yield return ("prismalint." + option.Name, option);
        foreach (var rule in RuleCatalog.All)
        {
            if (onlyOn && Decide(rule.Descriptor).Severity == DiagnosticSeverity.None)
                continue;
            foreach (var option in rule.Options)
                yield return ($"prismalint.{rule.Descriptor.Id}.{option.Name}", option);
        }
    }

    // A value that cannot be read is reported and not in force.
    private EffectiveSetting? Setting(RuleOption option, string key) =>
        _values.ContainsKey(option) && _settings.TryGetValue(key, out var setting) ? setting : null;

    private string ValueOf(RuleOption option, string key) => Setting(option, key)?.Value ?? option.DefaultText;

    private static void Append(StringBuilder text, List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows.Count == 0 ? 0 : rows[0].Length).Select(column => Math.Min(60, rows.Max(row => row[column].Length))).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length - 1; column++)
                text.Append(row[column].PadRight(widths[column])).Append("  ");
            text.Append(row[row.Length - 1]).Append('\n');
        }
    }
}
