using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Semantics;

/// <summary>What a declaration means. Symbols are compared by identity.</summary>
public abstract class Symbol
{
    private protected Symbol(SyntaxTree tree, string name)
    {
        Tree = tree;
        Name = name;
    }

    /// <summary>The file that declares it.</summary>
    public SyntaxTree Tree { get; }

    public string Name { get; }

    /// <summary>The name token that declares it.</summary>
    public abstract SyntaxToken NameToken { get; }

    /// <summary>Where the name is declared.</summary>
    public Location Location => new(Tree.Source, NameToken.Span);

    /// <summary>How findings call it: <c>Model</c>, <c>Model.field</c>, <c>Enum.VALUE</c>, <c>datasource db</c>.</summary>
    public abstract string DisplayName { get; }

    public Location LocationOf(SyntaxToken token) => new(Tree.Source, token.Span);

    public Location LocationOf(SyntaxNode node) => new(Tree.Source, node.Span);

    public override string ToString() => DisplayName;
}
