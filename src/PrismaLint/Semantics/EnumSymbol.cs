using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>An enum.</summary>
public sealed class EnumSymbol : BlockSymbol
{
    internal EnumSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax) => DatabaseName = syntax.Name.Text;

    public IReadOnlyList<EnumValueSymbol> Values { get; internal set; } = [];

    /// <summary>The name in the database: of <c>@@map</c>, else the enum's own.</summary>
    public string DatabaseName { get; internal set; }

    public AttributeSymbol? MapAttribute { get; internal set; }

    /// <summary>The database schema of <c>@@schema</c>; <see langword="null"/> without one.</summary>
    public string? SchemaName { get; internal set; }

    public EnumValueSymbol? FindValue(string name)
    {
        foreach (var value in Values)
        {
            if (value.Name == name)
                return value;
        }

        return null;
    }
}
