using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A composite type (<c>type</c> block, mongodb).</summary>
public sealed class CompositeTypeSymbol : BlockSymbol
{
    internal CompositeTypeSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax)
    {
    }

    public IReadOnlyList<FieldSymbol> Fields { get; internal set; } = [];

    public FieldSymbol? FindField(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
                return field;
        }

        return null;
    }
}
