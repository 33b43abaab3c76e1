using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A type of a contract that is more than a name: <c>space:auth.User?</c>, <c>VarChar(20)</c>, <c>temporal.updatedAt()</c>.</summary>
public sealed class QualifiedTypeSyntax : TypeSyntax
{
    private readonly SyntaxToken[] _nameTokens;
    private readonly SyntaxToken[] _modifierTokens;

    internal QualifiedTypeSyntax(
        SyntaxToken[] nameTokens, SyntaxToken name, ArgumentListSyntax? argumentList, TypeModifier modifier, SyntaxToken[] modifierTokens)
        : base(name, default, modifier, null)
    {
        _nameTokens = nameTokens;
        _modifierTokens = modifierTokens;
        ArgumentList = argumentList;
        var colon = System.Array.FindIndex(nameTokens, token => token.Kind == SyntaxKind.ColonToken);
        if (colon > 0)
            Space = nameTokens[0];
        // The first dot behind the space: what stands before it is the namespace.
        for (var i = colon + 1; i + 1 < nameTokens.Length; i++)
        {
            if (nameTokens[i].Kind == SyntaxKind.DotToken && i > 0 && nameTokens[i - 1].Kind == SyntaxKind.IdentifierToken)
            {
                Namespace = nameTokens[i - 1];
                break;
            }
        }
    }

    /// <summary>The contract space before the colon: <c>supabase</c> of <c>supabase:auth.User</c>; usually missing.</summary>
    public SyntaxToken Space { get; }

    /// <summary>What stands before the dot: <c>auth</c> of <c>auth.User</c>, <c>temporal</c> of <c>temporal.updatedAt()</c>; usually missing.</summary>
    public SyntaxToken Namespace { get; }

    /// <summary>The arguments, or <see langword="null"/> without parentheses.</summary>
    public ArgumentListSyntax? ArgumentList { get; }

    public override TextSpan Span => TextSpan.FromBounds(_nameTokens[0].Start, Modifiers().End);

    /// <summary>The type without <c>[]</c> and <c>?</c>.</summary>
    public TextSpan UnmodifiedSpan => TextSpan.FromBounds(
        _nameTokens[0].Start, ArgumentList?.Span.End ?? _nameTokens[_nameTokens.Length - 1].End);

    /// <summary>The name with what qualifies it, without blanks: <c>temporal.updatedAt</c>.</summary>
    public string FullName => string.Concat(System.Array.ConvertAll(_nameTokens, token => token.Text));

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        foreach (var token in _nameTokens)
            yield return token;
        if (ArgumentList is not null)
            yield return ArgumentList;
        foreach (var token in _modifierTokens)
            yield return token;
    }

    private TextSpan Modifiers() => _modifierTokens.Length > 0 ? _modifierTokens[_modifierTokens.Length - 1].Span : UnmodifiedSpan;
}
