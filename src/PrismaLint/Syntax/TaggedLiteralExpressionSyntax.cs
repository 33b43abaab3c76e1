using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A string of a contract with a tag before it: <c>sql`gen_random_uuid()`</c>.</summary>
public sealed class TaggedLiteralExpressionSyntax : ExpressionSyntax
{
    internal TaggedLiteralExpressionSyntax(SyntaxToken tag, SyntaxToken literal)
    {
        Tag = tag;
        Literal = literal;
    }

    public override SyntaxKind Kind => SyntaxKind.TaggedLiteralExpression;

    public SyntaxToken Tag { get; }

    /// <summary>The string with its quotes.</summary>
    public SyntaxToken Literal { get; }

    /// <summary>The text between the quotes, decoded.</summary>
    public string Value => SyntaxFacts.DecodeString(Literal.Text);

    public override TextSpan Span => TextSpan.FromBounds(Tag.Start, Literal.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Tag, Literal];
}
