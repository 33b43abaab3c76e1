using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>key: value</c> of an object.</summary>
public sealed class ObjectMemberSyntax : SyntaxNode
{
    internal ObjectMemberSyntax(SyntaxToken key, SyntaxToken colon, ExpressionSyntax value)
    {
        Key = key;
        Colon = colon;
        Value = value;
    }

    public override SyntaxKind Kind => SyntaxKind.ObjectMember;

    public SyntaxToken Key { get; }

    public SyntaxToken Colon { get; }

    public ExpressionSyntax Value { get; }

    public override TextSpan Span => TextSpan.FromBounds(Key.Start, Value.Span.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Key, Colon, Value];
}
