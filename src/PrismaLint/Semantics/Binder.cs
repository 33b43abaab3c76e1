using System.Collections.Generic;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

internal static class Binder
{
    public static SemanticModel Bind(IReadOnlyList<SyntaxTree> trees, PrismaVersion version) => new(trees, version);
}
