using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A field's type with its modifier: <c>String?</c>, <c>Post[]</c>, <c>Unsupported("circle")</c>.</summary>
public class TypeSyntax : SyntaxNode
{
    private readonly SyntaxToken[]? _tokens;

    /// <param name="name">The type's name.</param>
    /// <param name="unsupportedText">The text of <c>Unsupported</c>.</param>
    /// <param name="modifier">What stands around the name.</param>
    /// <param name="tokens">Every token; <see langword="null"/> for a name alone, as most types are.</param>
    internal TypeSyntax(SyntaxToken name, SyntaxToken unsupportedText, TypeModifier modifier, SyntaxToken[]? tokens)
    {
        Name = name;
        UnsupportedText = unsupportedText;
        Modifier = modifier;
        _tokens = tokens;
    }

    public override SyntaxKind Kind => SyntaxKind.Type;

    /// <summary>The type's name, or the word <c>Unsupported</c>.</summary>
    public SyntaxToken Name { get; }

    /// <summary>The quoted text of <c>Unsupported("…")</c>; otherwise missing.</summary>
    public SyntaxToken UnsupportedText { get; }

    public bool IsUnsupported => !UnsupportedText.IsMissing;

    public TypeModifier Modifier { get; }

    public override TextSpan Span => _tokens is null ? Name.Span : TextSpan.FromBounds(_tokens[0].Start, _tokens[_tokens.Length - 1].End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        if (_tokens is null)
        {
            yield return Name;
            yield break;
        }
        foreach (var token in _tokens)
            yield return token;
    }
}
