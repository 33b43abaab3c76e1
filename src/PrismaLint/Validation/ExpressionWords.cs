using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>How messages show values.</summary>
internal static class ExpressionWords
{
    private const int MaxLength = 60;

    /// <summary>The kind of a value with its article, and the value: <c>the string `"x"`</c>.</summary>
    public static string Describe(SyntaxTree tree, ExpressionSyntax value) => KindOf(value) + " `" + TextOf(tree, value) + "`";

    /// <summary>The value as written, cut where it is long.</summary>
    public static string TextOf(SyntaxTree tree, SyntaxNode value)
    {
        var span = value.Span;
        return span.Length <= MaxLength
            ? tree.Source.ToString(span)
            : tree.Source.ToString(new TextSpan(span.Start, MaxLength - 1)).TrimEnd() + "…";
    }

    private static string KindOf(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax { IsString: true } => "the string",
        LiteralExpressionSyntax => "the number",
        PathExpressionSyntax => "the constant",
        CallExpressionSyntax => "the function",
        ArrayExpressionSyntax => "the list",
        _ => "the object",
    };
}
