using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Contract;

/// <summary>Names that are taken, and blocks that the language no longer has.</summary>
internal static class ContractNameChecks
{
    private static readonly ValidationCheck s_duplicateName = new(
        "duplicate-contract-name",
        ValidationDescriptors.DuplicateOrReservedName,
        ValidationStage.Names,
        "A name is declared twice in a contract, outside of namespaces or in the same one");

    private static readonly ValidationCheck s_duplicateMember = new(
        "duplicate-contract-member",
        ValidationDescriptors.DuplicateOrReservedName,
        ValidationStage.Names,
        "A field, value or key is declared twice in a block of a contract");

    private static readonly ValidationCheck s_unsupportedBlock = new(
        "unsupported-contract-block",
        ValidationDescriptors.SyntaxError,
        ValidationStage.Names,
        "A contract has a datasource, generator or view");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_duplicateName, s_duplicateMember, s_unsupportedBlock];

    public static void Run(ValidationContext context)
    {
        var names = new Names(context);
        foreach (var tree in context.Schema.Trees)
            names.Read(tree, tree.Root.Members, space: null);
    }

    private sealed class Names(ValidationContext context)
    {
        private readonly Dictionary<string, Location> _topLevel = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Dictionary<string, Location>> _spaces = new(StringComparer.Ordinal);

        public void Read(SyntaxTree tree, IReadOnlyList<SyntaxNode> members, string? space)
        {
            foreach (var member in members)
            {
                switch (member)
                {
                    case NamespaceDeclarationSyntax { Name.IsMissing: false } declaration:
                        Read(tree, declaration);
                        break;
                    case BlockDeclarationSyntax { Kind: SyntaxKind.TypesDeclaration } types:
                        foreach (var named in types.Members)
                        {
                            if (named is NamedTypeSyntax { Name: var name })
                                Claim(_topLevel, tree, name);
                        }
                        break;
                    case BlockDeclarationSyntax block:
                        ReadBlock(tree, block, space is null ? _topLevel : _spaces[space]);
                        break;
                }
            }
        }

        // Several blocks of one name are one namespace; another declaration of that name is none.
        private void Read(SyntaxTree tree, NamespaceDeclarationSyntax declaration)
        {
            var name = declaration.Name.Text;
            if (!_spaces.ContainsKey(name))
            {
                Claim(_topLevel, tree, declaration.Name);
                _spaces.Add(name, new Dictionary<string, Location>(StringComparer.Ordinal));
            }
            Read(tree, declaration.Members, name);
        }

        private void ReadBlock(SyntaxTree tree, BlockDeclarationSyntax block, Dictionary<string, Location> taken)
        {
            if (block.Kind is SyntaxKind.DatasourceDeclaration or SyntaxKind.GeneratorDeclaration or SyntaxKind.ViewDeclaration)
            {
                var instead = block.Kind == SyntaxKind.ViewDeclaration ? "" : "; what it said belongs into the Prisma config";
                context.Report(
                    s_unsupportedBlock, block.Name.Text, null, new Location(tree.Source, block.Keyword.Span), $"A contract has no `{block.Keyword.Text}` blocks{instead}");
            }
            if (!block.Name.IsMissing)
                Claim(taken, tree, block.Name);
            var members = new Dictionary<string, Location>(StringComparer.Ordinal);
            foreach (var member in block.Members)
            {
                var name = member switch
                {
                    FieldDeclarationSyntax declaration => declaration.Name,
                    EnumValueSyntax value => value.Name,
                    PropertySyntax property => property.Key,
                    _ => default,
                };
                if (name.IsMissing || TryClaim(members, tree, name) is not { } first)
                    continue;
                context.Report(
                    s_duplicateMember,
                    block.Name.Text + "." + name.Text,
                    SymbolOf(block),
                    new Location(tree.Source, name.Span),
                    $"`{block.Name.Text}` has `{name.Text}` twice",
                    related: new RelatedLocation(first, $"`{name.Text}` is declared here"));
            }
        }

        private void Claim(Dictionary<string, Location> taken, SyntaxTree tree, SyntaxToken name)
        {
            if (TryClaim(taken, tree, name) is not { } first)
                return;
            context.Report(
                s_duplicateName,
                name.Text,
                null,
                new Location(tree.Source, name.Span),
                $"`{name.Text}` is declared twice",
                related: new RelatedLocation(first, $"`{name.Text}` is declared here"));
        }

        // The place of the first declaration, where this is not the first.
        private static Location? TryClaim(Dictionary<string, Location> taken, SyntaxTree tree, SyntaxToken name)
        {
            if (taken.TryGetValue(name.Text, out var first))
                return first;
            taken.Add(name.Text, new Location(tree.Source, name.Span));
            return null;
        }

        private BlockSymbol? SymbolOf(BlockDeclarationSyntax block) =>
            context.Schema.FindType(block.Name.Text) is { } symbol && symbol.Syntax == block ? symbol : null;
    }
}
