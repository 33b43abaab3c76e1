using PrismaLint.Text;

namespace PrismaLint.Syntax.Parsing;

internal static class SchemaParser
{
    public static SyntaxTree Parse(SourceText source) => new(source, new SchemaSyntax([], new SyntaxToken(SyntaxKind.EndOfFileToken, source.Length, "")), []);
}
