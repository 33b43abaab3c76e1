using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A value of an enum.</summary>
public sealed class EnumValueSyntax : MemberSyntax
{
    internal EnumValueSyntax(SyntaxToken name, IReadOnlyList<AttributeSyntax> attributes, SyntaxToken equals = default, ExpressionSyntax? value = null)
    {
        Name = name;
        EqualsToken = equals;
        Value = value;
        Attributes = attributes;
    }

    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    public SyntaxToken Name { get; }

    /// <summary>Only in contracts: <c>Low = "low"</c>.</summary>
    public SyntaxToken EqualsToken { get; }

    /// <summary>What a contract stores for the value, where it says so.</summary>
    public ExpressionSyntax? Value { get; }

    public IReadOnlyList<AttributeSyntax> Attributes { get; }

    public override TextSpan Span => TextSpan.FromBounds(
        Name.Start,
        Attributes.Count > 0 ? Attributes[Attributes.Count - 1].Span.End : Value?.Span.End ?? (EqualsToken.IsMissing ? Name.End : EqualsToken.End));

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Name;
        if (!EqualsToken.IsMissing)
            yield return EqualsToken;
        if (Value is not null)
            yield return Value;
        foreach (var attribute in Attributes)
            yield return attribute;
    }
}
