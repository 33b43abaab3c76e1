using PrismaLint.Text;

namespace PrismaLint.Syntax;

/// <summary>A blank, line break, comment or swallowed text between two tokens.</summary>
public readonly record struct SyntaxTrivia(SyntaxKind Kind, TextSpan Span);
