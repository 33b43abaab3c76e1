using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A symbol that a whole block declares.</summary>
public abstract class BlockSymbol : Symbol
{
    private protected BlockSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax.Name.Text) => Syntax = syntax;

    public BlockDeclarationSyntax Syntax { get; }

    public override SyntaxToken NameToken => Syntax.Name;

    public override string DisplayName => Name;

    /// <summary>The block attributes in the order of the text, unknown ones included.</summary>
    public IReadOnlyList<AttributeSymbol> Attributes { get; internal set; } = [];

    /// <summary>The documentation (<c>///</c>) attached to the block, lines joined by a line feed; empty without any.</summary>
    public string Documentation => Tree.GetDocumentation(Syntax);

    /// <summary>
    /// Prisma's validation found an error in the block. Rules skip it: findings about a broken block would only
    /// repeat the cause.
    /// </summary>
    public bool HasErrors { get; internal set; }
}
