namespace PrismaLint.Syntax;

/// <summary>A value: literal, constant, call, array or object.</summary>
public abstract class ExpressionSyntax : SyntaxNode
{
    private protected ExpressionSyntax()
    {
    }
}
