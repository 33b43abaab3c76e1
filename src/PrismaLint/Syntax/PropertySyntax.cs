using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>key = value</c> of a datasource or generator.</summary>
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

    public SyntaxToken EqualsToken { get; }

    /// <summary>The value, or <see langword="null"/> where nothing follows the equals sign (an error).</summary>
    public ExpressionSyntax? Value { get; }

    public override TextSpan Span => TextSpan.FromBounds(Key.Start, Value?.Span.End ?? EqualsToken.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Key;
        yield return EqualsToken;
        if (Value is not null)
            yield return Value;
    }
}
