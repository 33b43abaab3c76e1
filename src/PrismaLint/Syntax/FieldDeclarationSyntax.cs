using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>name Type @attribute …</c> in a model, view or composite type.</summary>
public sealed class FieldDeclarationSyntax : MemberSyntax
{
    internal FieldDeclarationSyntax(SyntaxToken name, SyntaxToken colon, TypeSyntax? type, IReadOnlyList<AttributeSyntax> attributes)
    {
        Name = name;
        Colon = colon;
        Type = type;
        Attributes = attributes;
    }

    public override SyntaxKind Kind => SyntaxKind.FieldDeclaration;

    public SyntaxToken Name { get; }

    /// <summary>The colon of Prisma 1; an error today, so usually missing.</summary>
    public SyntaxToken Colon { get; }

    /// <summary>The type, or <see langword="null"/> where the field has none (an error).</summary>
    public TypeSyntax? Type { get; }

    public IReadOnlyList<AttributeSyntax> Attributes { get; }

    public override TextSpan Span => TextSpan.FromBounds(
        Name.Start,
        Attributes.Count > 0 ? Attributes[Attributes.Count - 1].Span.End : Type?.Span.End ?? (Colon.IsMissing ? Name.End : Colon.End));

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Name;
        if (!Colon.IsMissing)
            yield return Colon;
        if (Type is not null)
            yield return Type;
        foreach (var attribute in Attributes)
            yield return attribute;
    }
}
