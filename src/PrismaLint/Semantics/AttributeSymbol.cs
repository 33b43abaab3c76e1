using System.Collections.Generic;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Semantics;

/// <summary>An attribute with its arguments looked up by name.</summary>
public sealed class AttributeSymbol
{
    internal AttributeSymbol(SyntaxTree tree, AttributeSyntax syntax)
    {
        Tree = tree;
        Syntax = syntax;
    }

    public SyntaxTree Tree { get; }

    public AttributeSyntax Syntax { get; }

    /// <summary>The name without <c>@</c>: <c>id</c>, <c>relation</c>, <c>db.VarChar</c>.</summary>
    public string Name => Syntax.Name.Text;

    public bool IsBlockAttribute => Syntax.At.Kind == SyntaxKind.AtAtToken;

    /// <summary>From <c>@</c> to the closing parenthesis.</summary>
    public Location Location => new(Tree.Source, Syntax.Span);

    public Location LocationOf(SyntaxNode node) => new(Tree.Source, node.Span);

    /// <summary>The value of a named argument.</summary>
    public ExpressionSyntax? Find(string name)
    {
        foreach (var argument in Syntax.Arguments)
        {
            if (argument.Name.Text == name)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The named argument itself.</summary>
    public ArgumentSyntax? FindArgument(string name)
    {
        foreach (var argument in Syntax.Arguments)
        {
            if (argument.Name.Text == name)
                return argument;
        }

        return null;
    }

    /// <summary>The argument's value, taken from the unnamed argument where none has the name.</summary>
    public ExpressionSyntax? FindOrDefault(string name)
    {
        if (Find(name) is { } named)
            return named;
        foreach (var argument in Syntax.Arguments)
        {
            if (argument.Name.IsMissing)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The decoded text of a string argument, or <see langword="null"/>.</summary>
    public string? FindString(string name) => Find(name) is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;

    public IReadOnlyList<ArgumentSyntax> Arguments => Syntax.Arguments;

    public override string ToString() => Syntax.At.Text + Name;
}
