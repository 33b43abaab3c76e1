using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>( argument, … )</c>.</summary>
public sealed class ArgumentListSyntax : SyntaxNode
{
    internal ArgumentListSyntax(
        SyntaxToken openParen, IReadOnlyList<ArgumentSyntax> arguments, IReadOnlyList<SyntaxToken> commas, SyntaxToken closeParen)
    {
        OpenParen = openParen;
        Arguments = arguments;
        Commas = commas;
        CloseParen = closeParen;
    }

    public override SyntaxKind Kind => SyntaxKind.ArgumentList;

    public SyntaxToken OpenParen { get; }

    public IReadOnlyList<ArgumentSyntax> Arguments { get; }

    /// <summary>The commas; as many as arguments where the last one trails (an error).</summary>
    public IReadOnlyList<SyntaxToken> Commas { get; }

    public SyntaxToken CloseParen { get; }

    public bool HasTrailingComma => Commas.Count > 0 && Commas.Count >= Arguments.Count;

    public override TextSpan Span => TextSpan.FromBounds(OpenParen.Start, CloseParen.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return OpenParen;
        for (var i = 0; i < Arguments.Count || i < Commas.Count; i++)
        {
            if (i < Arguments.Count)
                yield return Arguments[i];
            if (i < Commas.Count)
                yield return Commas[i];
        }

        yield return CloseParen;
    }
}
