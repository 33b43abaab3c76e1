using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>@name(…)</c> of a field or value, or the same behind <c>@@</c> in a <see cref="BlockAttributeSyntax"/>.</summary>
public sealed class AttributeSyntax : SyntaxNode
{
    internal AttributeSyntax(SyntaxToken at, SyntaxToken name, ArgumentListSyntax? argumentList)
    {
        At = at;
        Name = name;
        ArgumentList = argumentList;
    }

    public override SyntaxKind Kind => SyntaxKind.Attribute;

    /// <summary><c>@</c> or <c>@@</c>.</summary>
    public SyntaxToken At { get; }

    /// <summary>The name, dots included: <c>db.VarChar</c>. Missing in a contract where nothing follows the <c>@</c> (an error).</summary>
    public SyntaxToken Name { get; }

    /// <summary>The arguments, or <see langword="null"/> without parentheses.</summary>
    public ArgumentListSyntax? ArgumentList { get; }

    public IReadOnlyList<ArgumentSyntax> Arguments => ArgumentList is null ? [] : ArgumentList.Arguments;

    public override TextSpan Span => TextSpan.FromBounds(At.Start, ArgumentList?.Span.End ?? (Name.IsMissing ? At.End : Name.End));

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        yield return At;
        if (!Name.IsMissing)
            yield return Name;
        if (ArgumentList is not null)
            yield return ArgumentList;
    }
}
