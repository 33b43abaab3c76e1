using PrismaLint.Text;

namespace PrismaLint.Syntax.Parsing;

/// <summary>Reads a Prisma 8 contract. Never fails; what is not understood becomes skipped text with its diagnostic.</summary>
internal static class ContractParser
{
    public static SyntaxTree Parse(SourceText source)
    {
        var scanner = new ContractScanner(source.Content);
        var errors = new ContractErrors(source);
        var file = new ContractGrammar(source, scanner, errors).File(scanner.Tokens);
        var endOfFile = scanner.Buffer[scanner.Buffer.Length - 1].Kind;
        return new SyntaxTree(source, new SchemaSyntax(file.Value, endOfFile), errors.Found, isContract: true);
    }
}
