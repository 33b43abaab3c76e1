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
        var context = new ValidationContext(schema);
        foreach (var tree in schema.Trees)
        {
            foreach (var diagnostic in tree.Diagnostics)
                context.Add(diagnostic);
        }

        // A contract of Prisma 8 is written in another language: what Prisma 6 and 7 say of names and attributes is not its law.
        if (schema.PrismaVersion == PrismaVersion.V8)
            return context.Diagnostics;

        // These always run and report together.
        ObjectChecks.Run(context);
        NameChecks.Run(context);
        TypeChecks.Run(context);
        AttributeChecks.Run(context);
        GeneratorChecks.Run(context, providers: DatasourceChecks.Run(context));
        if (context.HasErrors)
            return context.Diagnostics;

        // The last stage looks at schemas without any error so far; what it finds it reports together.
        DefaultFunctionChecks.Run(context);
        StageV.Run(context);
        return context.Diagnostics;
    }
}
