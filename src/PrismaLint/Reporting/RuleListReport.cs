using System.Linq;
using System.Text;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;

namespace PrismaLint.Reporting;

/// <summary>The list of everything that can be found.</summary>
public static class RuleListReport
{
    /// <summary>A line for each: id, name, severity, preset, whether it has a fix, title.</summary>
    public static string WriteText()
    {
        var width = DiagnosticCatalog.All.Max(descriptor => descriptor.Name.Length);
        var text = new StringBuilder();
        foreach (var descriptor in DiagnosticCatalog.All)
        {
            text.Append(descriptor.Id).Append("  ").Append(descriptor.Name.PadRight(width)).Append("  ")
                .Append(ReportWords.Of(descriptor.DefaultSeverity).PadRight("suggestion".Length)).Append("  ")
                .Append(PresetOf(descriptor).PadRight("recommended".Length)).Append("  ")
                .Append(HasFix(descriptor) ? "fix  " : "     ")
                .Append(descriptor.Title).Append('\n');
        }
        return text.ToString();
    }

    public static string WriteJson()
    {
        var json = new JsonWriter().StartObject().Property("version", 1).Name("rules").StartArray();
        foreach (var descriptor in DiagnosticCatalog.All)
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
