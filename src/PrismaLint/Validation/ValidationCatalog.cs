using System.Collections.Generic;

namespace PrismaLint.Validation;

/// <summary>Every check of the families <c>PL0001</c>–<c>PL0011</c>.</summary>
public static class ValidationCatalog
{
    /// <summary>The checks, by stage and group.</summary>
    public static IReadOnlyList<ValidationCheck> All { get; } = [];
}
