namespace PrismaLint.Syntax;

/// <summary>A child of a node: another node or a token.</summary>
public readonly struct SyntaxElement
{
    private SyntaxElement(SyntaxNode? node, SyntaxToken token)
    {
        Node = node;
        Token = token;
    }

    /// <summary>The node, or <see langword="null"/> where the element is a token.</summary>
    public SyntaxNode? Node { get; }

    public SyntaxToken Token { get; }

    public static implicit operator SyntaxElement(SyntaxNode? node) => new(node, default);

    public static implicit operator SyntaxElement(SyntaxToken token) => new(null, token);

    public static SyntaxElement FromSyntaxNode(SyntaxNode? node) => node;

    public static SyntaxElement FromSyntaxToken(SyntaxToken token) => token;
}
