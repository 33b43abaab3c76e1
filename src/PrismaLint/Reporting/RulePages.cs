using System;
using System.Collections.Generic;
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
        var sections = BySection(new RuleSelection()).ToArray();
        var text = new StringBuilder();
        text.Append("# Rules\n\n")
            .Append("`PL0001` to `PL0011` say what Prisma's own validation says and are always on. The others are advice: the preset\n")
            .Append("(`none`, `recommended`, `strict`, `all`; each holds those before it) decides which are on, configuration the rest.\n")
            .Append("A name can be used wherever an id can. A *safe* fix changes neither the client nor stored data and is applied by `--fix`;\n")
            .Append("an *unsafe* one needs `--fix-unsafe`. `prismalint rules` prints this list, `prismalint explain ID` a page.\n")
            .Append("\n| Category | Ids | `none` | `recommended` | `strict` | `all` | With a fix |\n|---|---|---|---|---|---|---|\n");
        foreach (var section in sections)
            WriteCounts(text, section.Key, [.. section]);
        foreach (var section in sections)
            WriteSection(text, section.Key, section);
        return text.ToString();
    }

    /// <summary>The tables of some of them alone.</summary>
    public static string WriteIndex(RuleSelection selection)
    {
        var text = new StringBuilder("# Rules\n");
        foreach (var section in BySection(selection))
            WriteSection(text, section.Key, section);
        return text.ToString();
    }

    internal static IEnumerable<IGrouping<string, DiagnosticDescriptor>> BySection(RuleSelection selection) =>
        selection.Descriptors.GroupBy(Section, StringComparer.Ordinal);

    private static void WriteCounts(StringBuilder text, string section, DiagnosticDescriptor[] descriptors)
    {
        text.Append("| [").Append(section).Append("](#").Append(section.ToLowerInvariant().Replace(' ', '-')).Append(") | ").Append(descriptors.Length);
        foreach (var preset in new[] { RulePreset.None, RulePreset.Recommended, RulePreset.Strict, RulePreset.All })
            text.Append(" | ").Append(descriptors.Count(descriptor => descriptor is not RuleDescriptor rule || (rule.Preset != RulePreset.None && rule.Preset <= preset)));
        text.Append(" | ").Append(descriptors.Count(descriptor => descriptor is RuleDescriptor { Fix: not null })).Append(" |\n");
    }

    private static void WriteSection(StringBuilder text, string section, IEnumerable<DiagnosticDescriptor> descriptors)
    {
        text.Append("\n## ").Append(section).Append("\n\n| Id | Name | Finds | Severity | Preset | Fix |\n|---|---|---|---|---|---|\n");
        foreach (var descriptor in descriptors)
            WriteRow(text, descriptor);
    }

    private static void WriteRow(StringBuilder text, DiagnosticDescriptor descriptor)
    {
        text.Append("| [").Append(descriptor.Id).Append("](rules/").Append(descriptor.Id).Append(".md) | `").Append(descriptor.Name)
            .Append("` | ").Append(descriptor.Title)
            .Append(" | ").Append(ReportWords.Of(descriptor.DefaultSeverity))
            .Append(" | ").Append(descriptor is RuleDescriptor rule ? PresetName(rule.Preset) : "always")
            .Append(" | ").Append(FixMark.Of(descriptor)).Append(" |\n");
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
