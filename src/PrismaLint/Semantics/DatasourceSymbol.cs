using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The datasource.</summary>
public sealed class DatasourceSymbol : ConfigurationBlockSymbol
{
    internal DatasourceSymbol(SyntaxTree tree, BlockDeclarationSyntax syntax)
        : base(tree, syntax)
    {
    }

    public override string DisplayName => "datasource " + Name;

    public Provider Provider { get; internal set; }

    public RelationMode RelationMode { get; internal set; }
}
