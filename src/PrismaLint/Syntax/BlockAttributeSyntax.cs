using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>@@name(…)</c> on a line of its own.</summary>
public sealed class BlockAttributeSyntax : MemberSyntax
{
    internal BlockAttributeSyntax(AttributeSyntax attribute) => Attribute = attribute;

    public override SyntaxKind Kind => SyntaxKind.BlockAttribute;

    public AttributeSyntax Attribute { get; }

    public override TextSpan Span => Attribute.Span;

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Attribute];
}
