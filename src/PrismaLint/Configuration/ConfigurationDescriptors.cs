using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Configuration;

/// <summary>What can be wrong with a run itself, as against the schema.</summary>
public static class ConfigurationDescriptors
{
    /// <summary>A setting or suppression that names something unknown or has a value that cannot be read.</summary>
    public static DiagnosticDescriptor ConfigurationProblem { get; } = new("PL0012", "tool-configuration-problem")
    {
        Title = "Configuration that names something unknown or has a value that cannot be read",
        Category = DiagnosticCategory.Configuration,
    };

    /// <summary>A suppression comment that hides nothing.</summary>
    public static DiagnosticDescriptor UnusedSuppression { get; } = new("PL0013", "unused-suppression")
    {
        Title = "Suppression that hides nothing",
        Category = DiagnosticCategory.Configuration,
        DefaultSeverity = DiagnosticSeverity.Suggestion,
    };

    /// <summary>A file or folder that does not exist or cannot be read as UTF-8.</summary>
    public static DiagnosticDescriptor UnreadableInput { get; } = new("PL0014", "unreadable-input")
    {
        Title = "Input that cannot be read",
        Category = DiagnosticCategory.Configuration,
        DefaultSeverity = DiagnosticSeverity.Error,
    };

    /// <summary>A fault of this tool, not of its input.</summary>
    public static DiagnosticDescriptor ToolFault { get; } = new("PL0099", "tool-fault")
    {
        Title = "Fault of PrismaLint itself",
        Category = DiagnosticCategory.Configuration,
    };

    /// <summary>All of them, in the order of the ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [ConfigurationProblem, UnusedSuppression, UnreadableInput, ToolFault];
}
