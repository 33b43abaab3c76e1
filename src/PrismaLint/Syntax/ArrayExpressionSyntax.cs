using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>[ value, … ]</c>.</summary>
public sealed class ArrayExpressionSyntax : ExpressionSyntax
{
    internal ArrayExpressionSyntax(
        SyntaxToken openBracket, IReadOnlyList<ExpressionSyntax> elements, IReadOnlyList<SyntaxToken> commas, SyntaxToken closeBracket)
    {
        OpenBracket = openBracket;
        Elements = elements;
        Commas = commas;
        CloseBracket = closeBracket;
    }

    public override SyntaxKind Kind => SyntaxKind.ArrayExpression;

    public SyntaxToken OpenBracket { get; }

    public IReadOnlyList<ExpressionSyntax> Elements { get; }

    public IReadOnlyList<SyntaxToken> Commas { get; }

    public SyntaxToken CloseBracket { get; }

    public override TextSpan Span => TextSpan.FromBounds(OpenBracket.Start, CloseBracket.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return OpenBracket;
        for (var i = 0; i < Elements.Count; i++)
        {
            yield return Elements[i];
            if (i < Commas.Count)
                yield return Commas[i];
        }

        yield return CloseBracket;
    }
}
