using System;
using System.Collections.Generic;
using System.Linq;

namespace PrismaLint.Connectors;

/// <summary>
/// What a provider can do, as Prisma sees it. Facts by Prisma's schema engine 6.19 and 7, unless a member says otherwise.
/// </summary>
public sealed partial class ConnectorFacts
{
    private readonly Dictionary<string, NativeTypeFacts> _nativeTypesByName;

    private ConnectorFacts(Provider provider, IReadOnlyList<NativeTypeFacts> nativeTypes)
    {
        Provider = provider;
        NativeTypes = nativeTypes;
        _nativeTypesByName = nativeTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public Provider Provider { get; }

    /// <summary>The name in prose: <c>PostgreSQL</c>, <c>SQL Server</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The value of <c>provider</c>; of the two spellings of PostgreSQL the long one.</summary>
    public required string ProviderName { get; init; }

    /// <summary>Every native type, in the order of Prisma's tables.</summary>
    public IReadOnlyList<NativeTypeFacts> NativeTypes { get; }

    /// <summary>The longest constraint name, in bytes of UTF-8.</summary>
    public int MaxConstraintNameLength { get; private init; } = int.MaxValue;

    public bool IsSql => Provider is not (Provider.MongoDb or Provider.Unknown);

    /// <summary>PostgreSQL or CockroachDB, which speaks its dialect.</summary>
    public bool IsPostgreSqlLike => Provider is Provider.PostgreSql or Provider.CockroachDb;

    public bool HasEnums { get; private init; }

    public bool HasJson { get; private init; }

    public bool HasJsonLists { get; private init; }

    /// <summary>Fields may be lists of scalars, enums and unsupported types.</summary>
    public bool HasScalarLists { get; private init; }

    public bool HasDecimal { get; private init; }

    public bool HasCompositeTypes { get; private init; }

    public bool HasNativeTypes => NativeTypes.Count > 0;

    public bool HasCompoundIds { get; private init; }

    /// <summary>Several database schemas: <c>schemas</c>, <c>@@schema</c>.</summary>
    public bool HasMultipleSchemas { get; private init; }

    public bool HasFulltextIndexes { get; private init; }

    /// <summary>Index columns may have a prefix length.</summary>
    public bool HasIndexLengths { get; private init; }

    public bool HasClusteredIndexes { get; private init; }

    public bool HasSortInIds { get; private init; }

    /// <summary>Indexes with a condition (<c>where</c>).</summary>
    public bool HasPartialIndexes { get; private init; }

    public bool HasNamedPrimaryKeys { get; private init; }

    public bool HasNamedDefaults { get; private init; }

    public bool HasNamedForeignKeys { get; private init; }

    public bool HasShardKeys { get; private init; }

    public bool HasImplicitManyToMany { get; private init; }

    /// <summary>
    /// The database itself makes an index for every foreign key whose columns no index starts with (InnoDB:
    /// MySQL 8.4 manual, 15.1.20.5 "FOREIGN KEY Constraints").
    /// </summary>
    public bool IndexesForeignKeys { get; private init; }

    /// <summary>In a unique index two nulls are equal (SQL Server; elsewhere every null is a value of its own).</summary>
    public bool TreatsNullsAsEqualInUniques { get; private init; }

    /// <summary>The index methods that <c>type</c> may name.</summary>
    public IReadOnlyList<string> IndexMethods { get; private init; } = [];

    /// <summary>
    /// The native types that no index can hold as they are: in mysql for want of a prefix length; Xml of postgresql in uniques
    /// and indexes, not in ids. In sqlserver the three types of length <c>Max</c> come on top.
    /// </summary>
    public IReadOnlyCollection<string> UnindexableNativeTypes { get; private init; } = [];

    public RelationMode DefaultRelationMode => Provider == Provider.MongoDb ? RelationMode.Prisma : RelationMode.ForeignKeys;

    private IReadOnlyList<ReferentialAction> ForeignKeyActions { get; init; } = [];

    private IReadOnlyList<ReferentialAction> EmulatedActions { get; init; } = [];

    public static ConnectorFacts Of(Provider provider) => s_all[(int)provider];

    /// <summary>The provider of the value of <c>provider</c> (exact match); <see cref="Provider.Unknown"/> for another text.</summary>
    public static Provider ParseProvider(string text) => text switch
    {
        "postgresql" or "postgres" => Provider.PostgreSql,
        "mysql" => Provider.MySql,
        "sqlite" => Provider.Sqlite,
        "sqlserver" => Provider.SqlServer,
        "mongodb" => Provider.MongoDb,
        "cockroachdb" => Provider.CockroachDb,
        _ => Provider.Unknown,
    };

    /// <summary>The referential actions that may be written, in Prisma's order.</summary>
    public IReadOnlyList<ReferentialAction> AllowedActions(RelationMode mode) =>
        mode == RelationMode.Prisma ? EmulatedActions : ForeignKeyActions;

    /// <summary>The action where <c>onDelete</c> is not written.</summary>
    public ReferentialAction DefaultOnDelete(bool anyColumnRequired, RelationMode mode)
    {
        if (!anyColumnRequired)
            return ReferentialAction.SetNull;
        return AllowedActions(mode).Contains(ReferentialAction.Restrict) || AllowedActions(mode).Count == 0
            ? ReferentialAction.Restrict
            : ReferentialAction.NoAction;
    }

    public NativeTypeFacts? FindNativeType(string name) => _nativeTypesByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>
    /// The name of the column type that a migration uses for a scalar without native type (Prisma's documentation of
    /// each connector); <see langword="null"/> where the provider has none.
    /// </summary>
    public string? DefaultColumnType(ScalarType scalar) =>
        s_defaultColumnTypes.TryGetValue(Provider, out var types) ? types[(int)scalar] : null;
}
