using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A number or a string.</summary>
public sealed class LiteralExpressionSyntax : ExpressionSyntax
{
    internal LiteralExpressionSyntax(SyntaxToken token) => Token = token;

    public override SyntaxKind Kind => Token.Kind == SyntaxKind.StringLiteralToken
        ? SyntaxKind.StringLiteralExpression
        : SyntaxKind.NumericLiteralExpression;

    public SyntaxToken Token { get; }

    public bool IsString => Token.Kind == SyntaxKind.StringLiteralToken;

    /// <summary>The decoded text of a string; the digits of a number as written.</summary>
    public string Value => IsString ? SyntaxFacts.DecodeString(Token.Text) : Token.Text;

    public override TextSpan Span => Token.Span;

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Token];
}
