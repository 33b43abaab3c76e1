using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>A generator.</summary>
public sealed class GeneratorSymbol : ConfigurationBlockSymbol
{
    internal GeneratorSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax)
    {
    }

    public override string DisplayName => "generator " + Name;

    /// <summary>Validation has judged the preview features: Prisma reads none of a generator whose other properties it cannot read.</summary>
    internal bool HasJudgedFeatures { get; set; }
}
