using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A line that could not be understood; why stands in <see cref="SyntaxTree.Diagnostics"/>.</summary>
public sealed class SkippedTextSyntax : MemberSyntax
{
    internal SkippedTextSyntax(SyntaxToken text) => Text = text;

    public override SyntaxKind Kind => SyntaxKind.SkippedText;

    public SyntaxToken Text { get; }

    public override TextSpan Span => Text.Span;

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens() => [Text];
}
