using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>{ key: value, … }</c>, in the language since Prisma 7.4.</summary>
public sealed class ObjectExpressionSyntax : ExpressionSyntax
{
    internal ObjectExpressionSyntax(
        SyntaxToken openBrace, IReadOnlyList<ObjectMemberSyntax> members, IReadOnlyList<SyntaxToken> commas, SyntaxToken closeBrace)
    {
        OpenBrace = openBrace;
        Members = members;
        Commas = commas;
        CloseBrace = closeBrace;
    }

    public override SyntaxKind Kind => SyntaxKind.ObjectExpression;

    public SyntaxToken OpenBrace { get; }

    public IReadOnlyList<ObjectMemberSyntax> Members { get; }

    public IReadOnlyList<SyntaxToken> Commas { get; }

    public SyntaxToken CloseBrace { get; }

    public override TextSpan Span => TextSpan.FromBounds(OpenBrace.Start, CloseBrace.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return OpenBrace;
        for (var i = 0; i < Members.Count; i++)
        {
            yield return Members[i];
            if (i < Commas.Count)
                yield return Commas[i];
        }

        yield return CloseBrace;
    }
}
