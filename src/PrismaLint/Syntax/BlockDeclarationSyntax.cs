using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A <c>model</c>, <c>view</c>, <c>type</c>, <c>enum</c>, <c>datasource</c>, <c>generator</c> or unknown block.</summary>
public sealed class BlockDeclarationSyntax : SyntaxNode
{
    internal BlockDeclarationSyntax(
        SyntaxKind kind, SyntaxToken keyword, SyntaxToken name, SyntaxToken openBrace, IReadOnlyList<MemberSyntax> members, SyntaxToken closeBrace)
    {
        Kind = kind;
        Keyword = keyword;
        Name = name;
        OpenBrace = openBrace;
        Members = members;
        CloseBrace = closeBrace;
    }

    public override SyntaxKind Kind { get; }

    /// <summary>The keyword; of an unknown block the word in its place.</summary>
    public SyntaxToken Keyword { get; }

    /// <summary>The name; missing in an unknown block without one, and in the <c>types</c> of a contract.</summary>
    public SyntaxToken Name { get; }

    public SyntaxToken OpenBrace { get; }

    public IReadOnlyList<MemberSyntax> Members { get; }

    /// <summary>Missing where the block is not closed.</summary>
    public SyntaxToken CloseBrace { get; }

    public override TextSpan Span => TextSpan.FromBounds(Keyword.Start, LastEnd());

    public IEnumerable<FieldDeclarationSyntax> Fields => Of<FieldDeclarationSyntax>();

    public IEnumerable<EnumValueSyntax> Values => Of<EnumValueSyntax>();

    public IEnumerable<PropertySyntax> Properties => Of<PropertySyntax>();

    public IEnumerable<BlockAttributeSyntax> BlockAttributes => Of<BlockAttributeSyntax>();

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

    private IEnumerable<T> Of<T>()
        where T : MemberSyntax
    {
        foreach (var member in Members)
        {
            if (member is T wanted)
                yield return wanted;
        }
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
