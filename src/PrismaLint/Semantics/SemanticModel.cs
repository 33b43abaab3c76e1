using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Syntax;

namespace PrismaLint.Semantics;

/// <summary>The meaning of a whole schema, over all its files.</summary>
public sealed class SemanticModel
{
    internal SemanticModel(IReadOnlyList<SyntaxTree> trees, PrismaVersion version)
    {
        Trees = trees;
        PrismaVersion = version;
    }

    /// <summary>Binds the files of one schema. Never fails: what does not bind stays unbound.</summary>
    public static SemanticModel Create(IReadOnlyList<SyntaxTree> trees, PrismaVersion version = PrismaVersion.Unknown, int? minor = null)
    {
        var model = Binder.Bind(trees, version);
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

    public Provider Provider => Datasource?.Provider ?? Provider.Unknown;

    /// <summary>What the provider can do.</summary>
    public ConnectorFacts Connector => ConnectorFacts.Of(Provider);

    public RelationMode RelationMode => Datasource?.RelationMode ?? RelationMode.ForeignKeys;

    /// <summary>Preview features of all generators, in lower case.</summary>
    public IReadOnlyList<string> PreviewFeatures { get; internal set; } = [];

    public bool HasPreviewFeature(string name) => PreviewFeatures.Contains(name.ToLowerInvariant());

    /// <summary>Models and views in the order of files and text; of equal names each one.</summary>
    public IReadOnlyList<ModelSymbol> Models { get; internal set; } = [];

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
