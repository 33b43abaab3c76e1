namespace PrismaLint.Syntax;

/// <summary>One line of a block.</summary>
public abstract class MemberSyntax : SyntaxNode
{
    private protected MemberSyntax()
    {
    }
}
