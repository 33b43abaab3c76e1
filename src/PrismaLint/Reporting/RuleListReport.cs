using System.Linq;
using System.Text;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;

namespace PrismaLint.Reporting;

/// <summary>The list of everything that can be found.</summary>
public static class RuleListReport
{
    private static int NameWidth => DiagnosticCatalog.All.Max(descriptor => descriptor.Name.Length);

    /// <summary>By category: id, name, severity, preset, whether there is a fix, and below it what is found. No wider than 100 columns.</summary>
    public static string WriteText(RuleSelection? selection = null)
    {
        var text = new StringBuilder();
        foreach (var section in RulePages.BySection(selection ?? new RuleSelection()))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(section.Key).Append('\n');
            foreach (var descriptor in section)
            {
                text.Append(descriptor.Id).Append("  ").Append(descriptor.Name.PadRight(NameWidth)).Append("  ")
                    .Append(ReportWords.Of(descriptor.DefaultSeverity).PadRight("suggestion".Length)).Append("  ")
                    .Append(HasFix(descriptor) ? PresetOf(descriptor).PadRight("recommended".Length) + "  fix" : PresetOf(descriptor)).Append('\n');
                text.Append("        ").Append(descriptor.Title).Append('\n');
            }
        }
        return text.ToString();
    }

    public static string WriteJson(RuleSelection? selection = null)
    {
        var json = new JsonWriter().StartObject().Property("version", 1).Name("rules").StartArray();
        foreach (var descriptor in (selection ?? new RuleSelection()).Descriptors)
        {
            json.StartObject()
                .Property("id", descriptor.Id)
                .Property("name", descriptor.Name)
                .Property("title", descriptor.Title)
                .Property("category", descriptor.Category)
                .Property("severity", ReportWords.Of(descriptor.DefaultSeverity))
                .Property("preset", PresetOf(descriptor))
                .Property("fix", HasFix(descriptor))
                .Name("options").StartArray();
            foreach (var option in RuleCatalog.Find(descriptor.Id)?.Options ?? [])
            {
                json.StartObject()
                    .Property("name", option.Name)
                    .Property("value", option.ValueDescription)
                    .Property("default", option.DefaultText)
                    .Property("description", option.Description)
                    .EndObject();
            }
            json.EndArray().EndObject();
        }
        return json.EndArray().EndObject() + "\n";
    }

    private static string PresetOf(DiagnosticDescriptor descriptor) =>
        descriptor is RuleDescriptor rule ? RulePages.PresetName(rule.Preset) : "always";

    private static bool HasFix(DiagnosticDescriptor descriptor) => descriptor is RuleDescriptor { Fix: not null };
}
