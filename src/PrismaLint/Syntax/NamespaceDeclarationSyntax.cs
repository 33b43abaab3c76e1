using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>namespace name { … }</c> of a contract: a database schema and what lies in it.</summary>
public sealed class NamespaceDeclarationSyntax : SyntaxNode
{
    internal NamespaceDeclarationSyntax(
        SyntaxToken keyword, SyntaxToken name, SyntaxToken openBrace, IReadOnlyList<SyntaxNode> members, SyntaxToken closeBrace)
    {
        Keyword = keyword;
        Name = name;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    public override SyntaxKind Kind => SyntaxKind.NamespaceDeclaration;

    public SyntaxToken Keyword { get; }

    /// <summary>Missing in a namespace without one (an error).</summary>
    public SyntaxToken Name { get; }

    public SyntaxToken OpenBrace { get; }

    /// <summary>
    /// <see cref="BlockDeclarationSyntax"/> and <see cref="SkippedTextSyntax"/>; a namespace inside of another one is an error.
    /// </summary>
    public IReadOnlyList<SyntaxNode> Members { get; }

    /// <summary>Missing where the namespace is not closed.</summary>
    public SyntaxToken CloseBrace { get; }

    public override TextSpan Span => TextSpan.FromBounds(Keyword.Start, LastEnd());

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return Keyword;
        if (!Name.IsMissing)
            yield return Name;
        if (!OpenBrace.IsMissing)
            yield return OpenBrace;
        foreach (var member in Members)
            yield return member;
        if (!CloseBrace.IsMissing)
            yield return CloseBrace;
    }

    private int LastEnd()
    {
        if (!CloseBrace.IsMissing)
            return CloseBrace.End;
        if (Members.Count > 0)
            return Members[Members.Count - 1].Span.End;
        if (!OpenBrace.IsMissing)
            return OpenBrace.End;
        return Name.IsMissing ? Keyword.End : Name.End;
    }
}
