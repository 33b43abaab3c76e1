using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The meaning of a whole schema, over all its files.</summary>
public sealed class SemanticModel
{
    // Built for the first who asks.
    private HashSet<(string? SchemaName, string Name)>? _indexNames;

    internal SemanticModel(IReadOnlyList<SyntaxTree> trees, PrismaVersion version)
    {
        Trees = trees;
        PrismaVersion = version;
    }

    /// <summary>
    /// Binds the files of one schema. Never fails: what does not bind stays unbound. Where some are Prisma 8 contracts, the
    /// others are left out, as Prisma 8 does.
    /// </summary>
    public static SemanticModel Create(IReadOnlyList<SyntaxTree> trees, PrismaVersion version = PrismaVersion.Unknown, int? minor = null)
    {
        var model = trees.Any(tree => tree.IsContract)
            ? ContractBinder.Bind([.. trees.Where(tree => tree.IsContract)], PrismaVersion.V8)
            : Binder.Bind(trees, version);
        model.PrismaMinor = minor;
        return model;
    }

    public static SemanticModel Create(params SyntaxTree[] trees) => Create(trees, PrismaVersion.Unknown);

    public IReadOnlyList<SyntaxTree> Trees { get; }

    public PrismaVersion PrismaVersion { get; }

    /// <summary>The minor version in that line, where it is known: 4 for Prisma 7.4.</summary>
    public int? PrismaMinor { get; private set; }

    /// <summary>
    /// The language may have objects and conditions of indexes, which came with 7.4: neither the line nor the minor version
    /// rules it out.
    /// </summary>
    public bool MayHavePartialIndexes => PrismaVersion != PrismaVersion.V6 && !(PrismaVersion == PrismaVersion.V7 && PrismaMinor < 4);

    /// <summary>The first datasource.</summary>
    public DatasourceSymbol? Datasource { get; internal set; }

    public IReadOnlyList<DatasourceSymbol> Datasources { get; internal set; } = [];

    public IReadOnlyList<GeneratorSymbol> Generators { get; internal set; } = [];

    /// <summary>The provider of the datasource; of a contract, which has none, what its types and attributes show.</summary>
    public Provider Provider => IsContract ? ContractProvider : Datasource?.Provider ?? Provider.Unknown;

    /// <summary>The files are Prisma 8 contracts: namespaces are database schemas, types stand where schemas have native types.</summary>
    public bool IsContract { get; internal init; }

    internal Provider ContractProvider { get; set; }

    /// <summary>What stands outside of the namespaces of a contract.</summary>
    internal ContractScope? ContractRoot { get; set; }

    /// <summary>Where each block of a contract looks names up.</summary>
    internal IReadOnlyDictionary<BlockSymbol, ContractScope> ContractScopes { get; set; } = new Dictionary<BlockSymbol, ContractScope>();

    /// <summary>What the provider can do.</summary>
    public ConnectorFacts Connector => ConnectorFacts.Of(Provider);

    public RelationMode RelationMode => Datasource?.RelationMode ?? (IsContract ? Connector.DefaultRelationMode : RelationMode.ForeignKeys);

    /// <summary>Validation has judged the relations: it comes to them only in a schema without an error before.</summary>
    internal bool HasJudgedRelations { get; set; }

    /// <summary>Preview features of all generators, in lower case.</summary>
    public IReadOnlyList<string> PreviewFeatures { get; internal set; } = [];

    public bool HasPreviewFeature(string name) => PreviewFeatures.Contains(name.ToLowerInvariant());

    /// <summary>Models and views in the order of files and text; of equal names each one.</summary>
    public IReadOnlyList<ModelSymbol> Models { get; internal set; } = [];

    /// <summary>A key or index in that database schema has the name, given or by default.</summary>
    public bool HasIndexNamed(string? schemaName, string name) =>
        (_indexNames ??= [.. Models.SelectMany(model => model.Indexes).Select(index => (index.Model.SchemaName, index.DatabaseName))]).Contains((schemaName, name));

    public IReadOnlyList<EnumSymbol> Enums { get; internal set; } = [];

    public IReadOnlyList<CompositeTypeSymbol> CompositeTypes { get; internal set; } = [];

    /// <summary>The relations, incomplete ones included, in the order of their first field.</summary>
    public IReadOnlyList<RelationSymbol> Relations { get; internal set; } = [];

    public IEnumerable<ForeignKeySymbol> ForeignKeys => Models.SelectMany(model => model.ForeignKeys);

    internal Dictionary<string, BlockSymbol> TypesByName { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The model, view, enum or composite type of that name (of several the last, as in Prisma).</summary>
    public BlockSymbol? FindType(string name) => TypesByName.TryGetValue(name, out var symbol) ? symbol : null;

    public ModelSymbol? FindModel(string name) => FindType(name) as ModelSymbol;
}
