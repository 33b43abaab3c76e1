using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>key = value</c> of a datasource or generator; in the blocks of a contract also a key alone.</summary>
public sealed class PropertySyntax : MemberSyntax
{
    internal PropertySyntax(SyntaxToken key, SyntaxToken equals, ExpressionSyntax? value)
    {
        Key = key;
        EqualsToken = equals;
        Value = value;
    }

    public override SyntaxKind Kind => SyntaxKind.Property;

    public SyntaxToken Key { get; }

    /// <summary>Missing in a contract where the key stands alone.</summary>
    public SyntaxToken EqualsToken { get; }

    /// <summary>The value, or <see langword="null"/> where nothing follows the equals sign (an error).</summary>
    public ExpressionSyntax? Value { get; }

    public override TextSpan Span => TextSpan.FromBounds(
        Key.Start, Value?.Span.End ?? (EqualsToken.IsMissing ? Key.End : EqualsToken.End));

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Key;
        if (!EqualsToken.IsMissing)
            yield return EqualsToken;
        if (Value is not null)
            yield return Value;
    }
}
