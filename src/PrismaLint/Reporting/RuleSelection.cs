using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;

namespace PrismaLint.Reporting;

/// <summary>Which of everything that can be found a list is to hold; what is not set does not count.</summary>
public sealed record RuleSelection
{
    /// <summary>One of <see cref="DiagnosticCategory"/>.</summary>
    public string? Category { get; init; }

    /// <summary>What is on with this preset.</summary>
    public RulePreset? Preset { get; init; }

    /// <summary>The severity that a finding has where nothing is configured.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>Only what has a fix.</summary>
    public bool IsFixable { get; init; }

    /// <summary>The selected ones in the order of the ids.</summary>
    public IEnumerable<DiagnosticDescriptor> Descriptors => DiagnosticCatalog.All.Where(IsSelected);

    /// <summary>A category by its name, with or without <c>Prisma</c> in front, whatever the case.</summary>
    public static string? FindCategory(string name) =>
        Categories.FirstOrDefault(category => category.Equals(name, StringComparison.OrdinalIgnoreCase) || RulePages.CategoryTitle(category).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The categories that something is in, in the order of the ids.</summary>
    public static IEnumerable<string> Categories => DiagnosticCatalog.All.Select(descriptor => descriptor.Category).Distinct(StringComparer.Ordinal);

    private bool IsSelected(DiagnosticDescriptor descriptor)
    {
        var rule = descriptor as RuleDescriptor;
        return (Category is null || descriptor.Category == Category)
            && (Preset is not { } preset || rule is null || (rule.Preset != RulePreset.None && rule.Preset <= preset))
            && (Severity is not { } severity || descriptor.DefaultSeverity == severity)
            && (!IsFixable || rule?.Fix is not null);
    }
}
