using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Validation.Contract;

namespace PrismaLint.Validation;

/// <summary>What Prisma's own validator says of a schema: the same verdict at the same place, in our words.</summary>
public static class SchemaValidator
{
    /// <summary>
    /// Checks a schema. The syntax errors of its trees are part of the answer. Blocks with errors are marked
    /// (<see cref="BlockSymbol.HasErrors"/>).
    /// </summary>
    /// <remarks>
    /// Where reading went on behind a lost brace or a misspelt keyword, Prisma sees another schema. The answer then has the lines
    /// that Prisma reports, those that follow from the mistake marked (<see cref="Diagnostic.IsConsequence"/>).
    /// </remarks>
    public static IReadOnlyList<Diagnostic> Validate(SemanticModel schema)
    {
        var found = Check(schema);
        if (schema.IsContract || schema.Trees.All(tree => tree.Recoveries.Count == 0))
            return found;
        var literal = SemanticModel.Create(
            [.. schema.Trees.Select(tree => tree.Recoveries.Count == 0 ? tree : SyntaxTree.ParseLiterally(tree.Source))], schema.PrismaVersion, schema.PrismaMinor);
        return LiteralReading.Merge(schema.Trees, found, Check(literal));
    }

    private static IReadOnlyList<Diagnostic> Check(SemanticModel schema)
    {
        var context = new ValidationContext(schema);
        foreach (var tree in schema.Trees)
        {
            foreach (var diagnostic in tree.Diagnostics)
                context.Add(diagnostic);
        }

        // A contract of Prisma 8 is written in another language: what Prisma 6 and 7 say of names and attributes is not its law.
        if (schema.IsContract)
        {
            ContractValidator.Run(context);
            return context.Diagnostics;
        }

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
