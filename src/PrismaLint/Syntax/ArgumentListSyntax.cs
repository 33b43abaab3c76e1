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

    /// <summary>Missing in a contract where the list is not closed: Prisma 8 reads on without a word.</summary>
    public SyntaxToken CloseParen { get; }

    public bool HasTrailingComma => Commas.Count > 0 && Commas.Count >= Arguments.Count;

    public override TextSpan Span => TextSpan.FromBounds(OpenParen.Start, CloseParen.IsMissing ? LastEnd() : CloseParen.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return OpenParen;
        // A comma may come first: contracts take `(, a)`.
        var comma = 0;
        foreach (var argument in Arguments)
        {
            while (comma < Commas.Count && Commas[comma].Start < argument.Span.Start)
                yield return Commas[comma++];
            yield return argument;
        }

        while (comma < Commas.Count)
            yield return Commas[comma++];
        if (!CloseParen.IsMissing)
            yield return CloseParen;
    }

    private int LastEnd()
    {
        var end = OpenParen.End;
        if (Arguments.Count > 0)
            end = System.Math.Max(end, Arguments[Arguments.Count - 1].Span.End);
        return Commas.Count > 0 ? System.Math.Max(end, Commas[Commas.Count - 1].End) : end;
    }
}
