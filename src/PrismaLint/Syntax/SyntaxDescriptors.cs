using PrismaLint.Diagnostics;

namespace PrismaLint.Syntax;

/// <summary>The family of syntax errors. It stands here because the parser reports it.</summary>
public static class SyntaxDescriptors
{
    /// <summary>PL0001: text that the grammar of the schema language does not take.</summary>
    public static readonly DiagnosticDescriptor SyntaxError = new("PL0001", "syntax-error")
    {
        Title = "Text that the schema language does not take",
        Category = DiagnosticCategory.Validity,
        DefaultSeverity = DiagnosticSeverity.Error,
    };
}
