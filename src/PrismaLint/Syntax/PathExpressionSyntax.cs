using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A constant: <c>Cascade</c>, <c>true</c>, a field's name, <c>address.city</c>.</summary>
public sealed class PathExpressionSyntax : ExpressionSyntax
{
    internal PathExpressionSyntax(SyntaxToken name) => Name = name;

    public override SyntaxKind Kind => SyntaxKind.PathExpression;

    public SyntaxToken Name { get; }

    public override TextSpan Span => Name.Span;

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Name];
}
