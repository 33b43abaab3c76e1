using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>Email = VarChar(200)</c> in the <c>types</c> of a contract.</summary>
public sealed class NamedTypeSyntax : MemberSyntax
{
    internal NamedTypeSyntax(SyntaxToken name, SyntaxToken equals, TypeSyntax? type, IReadOnlyList<AttributeSyntax> attributes)
    {
        Name = name;
        EqualsToken = equals;
        Type = type;
        Attributes = attributes;
    }

    public override SyntaxKind Kind => SyntaxKind.NamedType;

    public SyntaxToken Name { get; }

    /// <summary>Missing where the name has none (an error).</summary>
    public SyntaxToken EqualsToken { get; }

    /// <summary>The type that the name stands for, or <see langword="null"/> where none follows.</summary>
    public TypeSyntax? Type { get; }

    public IReadOnlyList<AttributeSyntax> Attributes { get; }

    public override TextSpan Span => TextSpan.FromBounds(
        Name.Start,
        Attributes.Count > 0 ? Attributes[Attributes.Count - 1].Span.End : Type?.Span.End ?? (EqualsToken.IsMissing ? Name.End : EqualsToken.End));

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Name;
        if (!EqualsToken.IsMissing)
            yield return EqualsToken;
        if (Type is not null)
            yield return Type;
        foreach (var attribute in Attributes)
            yield return attribute;
    }
}
