using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A value of a contract that could not be understood; why stands in <see cref="SyntaxTree.Diagnostics"/>.</summary>
public sealed class SkippedExpressionSyntax : ExpressionSyntax
{
    internal SkippedExpressionSyntax(SyntaxToken text) => Text = text;

    public override SyntaxKind Kind => SyntaxKind.SkippedExpression;

    public SyntaxToken Text { get; }

    public override TextSpan Span => Text.Span;

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Text];
}
