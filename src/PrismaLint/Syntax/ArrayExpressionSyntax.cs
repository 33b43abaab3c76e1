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

    /// <summary>Missing in a contract where the list is not closed: Prisma 8 reads on without a word.</summary>
    public SyntaxToken CloseBracket { get; }

    public override TextSpan Span => TextSpan.FromBounds(OpenBracket.Start, CloseBracket.IsMissing ? LastEnd() : CloseBracket.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return OpenBracket;
        for (var i = 0; i < Elements.Count; i++)
        {
            yield return Elements[i];
            if (i < Commas.Count)
                yield return Commas[i];
        }

        if (!CloseBracket.IsMissing)
            yield return CloseBracket;
    }

    private int LastEnd()
    {
        if (Elements.Count == 0)
            return OpenBracket.End;
        return Commas.Count == Elements.Count ? Commas[Commas.Count - 1].End : Elements[Elements.Count - 1].Span.End;
    }
}
