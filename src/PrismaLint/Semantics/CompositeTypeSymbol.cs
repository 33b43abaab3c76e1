using System;
using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A composite type (<c>type</c> block, mongodb).</summary>
public sealed class CompositeTypeSymbol : BlockSymbol
{
    private Dictionary<string, FieldSymbol>? _fieldsByName;

    internal CompositeTypeSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax)
    {
    }

    public IReadOnlyList<FieldSymbol> Fields { get; internal set; } = [];

    /// <summary>The field of that name (of several the last, as in Prisma).</summary>
    public FieldSymbol? FindField(string name)
    {
        if (_fieldsByName is null)
        {
            _fieldsByName = new Dictionary<string, FieldSymbol>(StringComparer.Ordinal);
            foreach (var field in Fields)
                _fieldsByName[field.Name] = field;
        }

        return _fieldsByName.TryGetValue(name, out var found) ? found : null;
    }
}
