using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>The root: everything in one file.</summary>
public sealed class SchemaSyntax : SyntaxNode
{
    internal SchemaSyntax(IReadOnlyList<SyntaxNode> members, SyntaxToken endOfFile)
    {
        Members = members;
        EndOfFile = endOfFile;
    }

    public override SyntaxKind Kind => SyntaxKind.Schema;

    public override TextSpan Span => TextSpan.FromBounds(0, EndOfFile.Start);

    /// <summary>
    /// <see cref="BlockDeclarationSyntax"/>, <see cref="TypeAliasSyntax"/> and <see cref="SkippedTextSyntax"/>; in a contract
    /// also <see cref="NamespaceDeclarationSyntax"/>.
    /// </summary>
    public IReadOnlyList<SyntaxNode> Members { get; }

    public SyntaxToken EndOfFile { get; }

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        foreach (var member in Members)
            yield return member;
        yield return EndOfFile;
    }
}
