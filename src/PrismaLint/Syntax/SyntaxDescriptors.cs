using PrismaLint.Diagnostics;

namespace PrismaLint.Syntax;

/// <summary>The kinds of findings that parsing makes.</summary>
public static class SyntaxDescriptors
{
    /// <summary>Text that the grammar does not take; <see cref="Diagnostic.Detail"/> says which check found it.</summary>
    public static DiagnosticDescriptor SyntaxError { get; } = new("PL0001", "syntax-error")
    {
        Title = "Text that the schema language does not accept",
        Category = DiagnosticCategory.Validity,
        DefaultSeverity = DiagnosticSeverity.Error,
    };
}
