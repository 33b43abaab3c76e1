using PrismaLint.Diagnostics;

namespace PrismaLint.Loading;

/// <summary>What can be wrong with the input itself.</summary>
public static class LoadingDescriptors
{
    /// <summary>A file or folder that does not exist or cannot be read as UTF-8.</summary>
    public static DiagnosticDescriptor UnreadableInput { get; } = new("PL0014", "unreadable-input")
    {
        Title = "Input that cannot be read",
        Category = DiagnosticCategory.Configuration,
        DefaultSeverity = DiagnosticSeverity.Error,
    };
}
