using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A value of an enum.</summary>
public sealed class EnumValueSyntax : MemberSyntax
{
    internal EnumValueSyntax(SyntaxToken name, IReadOnlyList<AttributeSyntax> attributes)
    {
        Name = name;
        Attributes = attributes;
    }

    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    public SyntaxToken Name { get; }

    public IReadOnlyList<AttributeSyntax> Attributes { get; }

    public override TextSpan Span => TextSpan.FromBounds(
        Name.Start, Attributes.Count > 0 ? Attributes[Attributes.Count - 1].Span.End : Name.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Name;
        foreach (var attribute in Attributes)
            yield return attribute;
    }
}
