using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A word, literal or mark of the schema, with its place. The default value stands for a token that is not there.</summary>
public readonly struct SyntaxToken
{
    internal SyntaxToken(SyntaxKind kind, int start, string text)
    {
        Kind = kind;
        Start = start;
        Text = text;
    }

    public SyntaxKind Kind { get; }

    /// <summary>Zero-based offset in UTF-16 code units.</summary>
    public int Start { get; }

    /// <summary>The text as written.</summary>
    public string Text { get => field ?? ""; }

    public int End => Start + Text.Length;

    public TextSpan Span => new(Start, Text.Length);

    /// <summary>The token is not in the text.</summary>
    public bool IsMissing => Kind == SyntaxKind.None;

    public override string ToString() => Text;
}
