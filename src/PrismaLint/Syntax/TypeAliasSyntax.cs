using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>type Name = Base @attribute</c> of early Prisma 2: always an error, declares nothing.</summary>
public sealed class TypeAliasSyntax : SyntaxNode
{
    internal TypeAliasSyntax(
        SyntaxToken keyword, SyntaxToken name, SyntaxToken equals, TypeSyntax type, IReadOnlyList<AttributeSyntax> attributes)
    {
        Keyword = keyword;
        Name = name;
        EqualsToken = equals;
        Type = type;
        Attributes = attributes;
    }

    public override SyntaxKind Kind => SyntaxKind.TypeAlias;

    public SyntaxToken Keyword { get; }

    public SyntaxToken Name { get; }

    public SyntaxToken EqualsToken { get; }

    public TypeSyntax Type { get; }

    public IReadOnlyList<AttributeSyntax> Attributes { get; }

    public override TextSpan Span => TextSpan.FromBounds(
        Keyword.Start, Attributes.Count > 0 ? Attributes[Attributes.Count - 1].Span.End : Type.Span.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Keyword;
        yield return Name;
        yield return EqualsToken;
        yield return Type;
        foreach (var attribute in Attributes)
            yield return attribute;
    }
}
