using System;
using System.Linq;
using System.Text;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Validation;

namespace PrismaLint.Reporting;

/// <summary>The pages of all ids, and their table of contents.</summary>
public static class RulePages
{
    /// <summary>The page of an id or name as Markdown; <see langword="null"/> for an unknown one.</summary>
    public static string? Find(string idOrName) =>
        DiagnosticCatalog.Find(idOrName) is { } descriptor ? Write(descriptor) : null;

    /// <summary>The page of what <see cref="DiagnosticCatalog"/> holds.</summary>
    public static string Write(DiagnosticDescriptor descriptor)
    {
        if (RuleCatalog.Find(descriptor.Id) is { } rule)
            return RulePage.Write(rule);
        return ToolPages.Find(descriptor) ?? FamilyPage.Write(descriptor, ValidationCatalog.All.Where(check => check.Family.Id == descriptor.Id));
    }

    /// <summary><c>docs/rules.md</c>: every id by category, with a link to its page.</summary>
    public static string WriteIndex()
    {
        var text = new StringBuilder();
        text.Append("# Rules\n\n")
            .Append("`PL0001` to `PL0011` say what Prisma's own validation says and are always on. The others are advice: the preset\n")
            .Append("(`none`, `recommended`, `strict`, `all`; each holds those before it) decides which are on, configuration the rest.\n")
            .Append("A name can be used wherever an id can.\n");
        foreach (var category in DiagnosticCatalog.All.GroupBy(descriptor => Section(descriptor), StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(category.Key).Append("\n\n| Id | Name | Finds | Severity | Preset | Fix |\n|---|---|---|---|---|---|\n");
            foreach (var descriptor in category)
                WriteRow(text, descriptor);
        }
        return text.ToString();
    }

    private static void WriteRow(StringBuilder text, DiagnosticDescriptor descriptor)
    {
        var rule = descriptor as RuleDescriptor;
        text.Append("| [").Append(descriptor.Id).Append("](rules/").Append(descriptor.Id).Append(".md) | `").Append(descriptor.Name)
            .Append("` | ").Append(descriptor.Title)
            .Append(" | ").Append(ReportWords.Of(descriptor.DefaultSeverity))
            .Append(" | ").Append(rule is null ? "always" : PresetName(rule.Preset))
            .Append(" | ").Append(rule?.Fix is null ? "" : "yes").Append(" |\n");
    }

    private static string Section(DiagnosticDescriptor descriptor) =>
        ToolPages.Find(descriptor) is not null ? "The run itself" : CategoryTitle(descriptor.Category);

    internal static string CategoryTitle(string category) =>
        category.StartsWith("Prisma", StringComparison.Ordinal) ? category.Substring("Prisma".Length) : category;

    internal static string PresetName(RulePreset preset) => preset switch
    {
        RulePreset.Recommended => "recommended",
        RulePreset.Strict => "strict",
        RulePreset.All => "all",
        _ => "none",
    };
}
