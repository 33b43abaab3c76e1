using System.Collections.Generic;
using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary><c>value</c> or <c>name: value</c>.</summary>
public sealed class ArgumentSyntax : SyntaxNode
{
    internal ArgumentSyntax(SyntaxToken name, SyntaxToken colon, ExpressionSyntax? value)
    {
        Name = name;
        Colon = colon;
        Value = value;
    }

    public override SyntaxKind Kind => SyntaxKind.Argument;

    /// <summary>Missing in an unnamed argument.</summary>
    public SyntaxToken Name { get; }

    public SyntaxToken Colon { get; }

    /// <summary>The value, or <see langword="null"/> behind a colon that nothing follows (an error).</summary>
    public ExpressionSyntax? Value { get; }

    public override TextSpan Span => Name.IsMissing
        ? Value?.Span ?? default
        : TextSpan.FromBounds(Name.Start, Value?.Span.End ?? Colon.End);

    public override IEnumerable<SyntaxElement> ChildNodesAndTokens()
    {
        if (!Name.IsMissing)
        {
            yield return Name;
            yield return Colon;
        }

        if (Value is not null)
            yield return Value;
    }
}
