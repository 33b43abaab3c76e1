using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>name(…)</c>: a function, or a field of an index with its arguments.</summary>
public sealed class CallExpressionSyntax : ExpressionSyntax
{
    internal CallExpressionSyntax(SyntaxToken name, ArgumentListSyntax argumentList)
    {
        Name = name;
        ArgumentList = argumentList;
    }

    public override SyntaxKind Kind => SyntaxKind.CallExpression;

    public SyntaxToken Name { get; }

    public ArgumentListSyntax ArgumentList { get; }

    public IReadOnlyList<ArgumentSyntax> Arguments => ArgumentList.Arguments;

    public override TextSpan Span => TextSpan.FromBounds(Name.Start, ArgumentList.Span.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Name, ArgumentList];
}
