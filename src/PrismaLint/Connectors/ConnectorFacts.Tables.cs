using System.Collections.Generic;
using static PrismaLint.Connectors.ReferentialAction;
using static PrismaLint.Connectors.ScalarType;

namespace PrismaLint.Connectors;

public sealed partial class ConnectorFacts
{
    private static readonly ReferentialAction[] s_fiveActions = [Cascade, Restrict, NoAction, SetNull, SetDefault];

    // In the order of ScalarType: String, Boolean, Int, BigInt, Float, Decimal, DateTime, Json, Bytes.
    private static readonly Dictionary<Provider, string?[]> s_defaultColumnTypes = new()
    {
        [Provider.PostgreSql] = ["text", "boolean", "integer", "bigint", "double precision", "decimal(65,30)", "timestamp(3)", "jsonb", "bytea"],
        [Provider.MySql] = ["varchar(191)", "tinyint(1)", "int", "bigint", "double", "decimal(65,30)", "datetime(3)", "json", "longblob"],
        [Provider.Sqlite] = ["TEXT", "BOOLEAN", "INTEGER", "BIGINT", "REAL", "DECIMAL", "DATETIME", "JSONB", "BLOB"],
        [Provider.SqlServer] = ["nvarchar(1000)", "bit", "int", "bigint", "float(53)", "decimal(32,16)", "datetime2", null, "varbinary(max)"],
        [Provider.MongoDb] = ["string", "bool", "int", "long", "double", null, "timestamp", "json", "binData"],
        [Provider.CockroachDb] = ["STRING", "BOOL", "INT4", "INT8", "FLOAT8", "DECIMAL(65,30)", "TIMESTAMP(3)", "JSONB", "BYTES"],
    };

    // By the number of Provider.
    private static readonly ConnectorFacts[] s_all =
    [
        new(Provider.Unknown, [])
        {
            DisplayName = "an unknown database",
            ProviderName = "",
            HasEnums = true,
            HasJson = true,
            HasDecimal = true,
            HasCompoundIds = true,
            HasImplicitManyToMany = true,
            ForeignKeyActions = s_fiveActions,
            EmulatedActions = s_fiveActions,
        },
        new(Provider.PostgreSql,
        [
            Type("Text", 0, 0, String), Type("VarChar", 0, 1, String), Type("Char", 0, 1, String),
            Type("Bit", 0, 1, String) with { MinArgument = 1 }, Type("VarBit", 0, 1, String) with { MinArgument = 1 },
            Type("Uuid", 0, 0, String), Type("Xml", 0, 0, String), Type("Inet", 0, 0, String), Type("Citext", 0, 0, String),
            Type("Boolean", 0, 0, Boolean), Type("Integer", 0, 0, Int), Type("SmallInt", 0, 0, Int), Type("Oid", 0, 0, Int),
            Type("BigInt", 0, 0, BigInt), Type("DoublePrecision", 0, 0, Float), Type("Real", 0, 0, Float),
            Type("Decimal", 0, 2, Decimal) with { MinArgument = 1, MaxArgument = 1000 }, Type("Money", 0, 0, Decimal),
            Type("Timestamp", 0, 1, DateTime) with { MaxArgument = 6 }, Type("Timestamptz", 0, 1, DateTime) with { MaxArgument = 6 },
            Type("Date", 0, 0, DateTime), Type("Time", 0, 1, DateTime) with { MaxArgument = 6 },
            Type("Timetz", 0, 1, DateTime) with { MaxArgument = 6 }, Type("Json", 0, 0, Json), Type("JsonB", 0, 0, Json),
            Type("ByteA", 0, 0, Bytes),
        ])
        {
            DisplayName = "PostgreSQL",
            UnindexableNativeTypes = ["Xml"],
            ProviderName = "postgresql",
            MaxConstraintNameLength = 63,
            HasEnums = true,
            HasJson = true,
            HasJsonLists = true,
            HasScalarLists = true,
            HasDecimal = true,
            HasCompoundIds = true,
            HasMultipleSchemas = true,
            HasPartialIndexes = true,
            HasNamedPrimaryKeys = true,
            HasNamedForeignKeys = true,
            HasImplicitManyToMany = true,
            IndexMethods = ["BTree", "Hash", "Gin", "Gist", "SpGist", "Brin"],
            ForeignKeyActions = s_fiveActions,
            EmulatedActions = [Cascade, Restrict, SetNull],
        },
        new(Provider.MySql,
        [
            Type("VarChar", 1, 0, String) with { MaxArgument = 65_535 }, Type("Char", 1, 0, String) with { MaxArgument = 255 },
            Type("Text", 0, 0, String), Type("TinyText", 0, 0, String), Type("MediumText", 0, 0, String), Type("LongText", 0, 0, String),
            Type("TinyInt", 0, 0, Boolean, Int), Type("UnsignedTinyInt", 0, 0, Boolean, Int),
            Type("Bit", 1, 0, Boolean, Bytes) with { MinArgument = 1, MaxArgument = 64 }, Type("Int", 0, 0, Int),
            Type("UnsignedInt", 0, 0, Int), Type("SmallInt", 0, 0, Int), Type("UnsignedSmallInt", 0, 0, Int),
            Type("MediumInt", 0, 0, Int), Type("UnsignedMediumInt", 0, 0, Int), Type("Year", 0, 0, Int), Type("BigInt", 0, 0, BigInt),
            Type("UnsignedBigInt", 0, 0, BigInt), Type("Float", 0, 0, Float), Type("Double", 0, 0, Float),
            Type("Decimal", 0, 2, Decimal) with { MaxArgument = 65, MaxScale = 30 }, Type("DateTime", 0, 1, DateTime),
            Type("Timestamp", 0, 1, DateTime), Type("Time", 0, 1, DateTime), Type("Date", 0, 0, DateTime), Type("Json", 0, 0, Json),
            Type("Binary", 1, 0, Bytes), Type("VarBinary", 1, 0, Bytes), Type("Blob", 0, 0, Bytes), Type("TinyBlob", 0, 0, Bytes),
            Type("MediumBlob", 0, 0, Bytes), Type("LongBlob", 0, 0, Bytes),
        ])
        {
            DisplayName = "MySQL",
            UnindexableNativeTypes = ["Text", "TinyText", "MediumText", "LongText", "Blob", "TinyBlob", "MediumBlob", "LongBlob"],
            ProviderName = "mysql",
            MaxConstraintNameLength = 64,
            HasEnums = true,
            HasJson = true,
            HasDecimal = true,
            HasCompoundIds = true,
            HasFulltextIndexes = true,
            HasIndexLengths = true,
            HasNamedForeignKeys = true,
            HasShardKeys = true,
            HasImplicitManyToMany = true,
            IndexesForeignKeys = true,
            IndexMethods = ["BTree"],
            ForeignKeyActions = s_fiveActions,
            EmulatedActions = [Cascade, Restrict, NoAction, SetNull],
        },
        new(Provider.Sqlite, [])
        {
            DisplayName = "SQLite",
            ProviderName = "sqlite",
            MaxConstraintNameLength = 10_000,
            HasEnums = true,
            HasJson = true,
            HasDecimal = true,
            HasCompoundIds = true,
            HasPartialIndexes = true,
            HasImplicitManyToMany = true,
            IndexMethods = ["BTree"],
            ForeignKeyActions = s_fiveActions,
            EmulatedActions = [Cascade, Restrict, SetNull],
        },
        new(Provider.SqlServer,
        [
            Type("NVarChar", 0, 1, String) with { MaxArgument = 4000, AcceptsMax = true },
            Type("VarChar", 0, 1, String) with { MaxArgument = 8000, AcceptsMax = true },
            Type("NChar", 0, 1, String) with { MaxArgument = 4000 }, Type("Char", 0, 1, String) with { MaxArgument = 8000 },
            Type("Text", 0, 0, String), Type("NText", 0, 0, String), Type("Xml", 0, 0, String), Type("UniqueIdentifier", 0, 0, String),
            Type("Bit", 0, 0, Boolean, Int), Type("Int", 0, 0, Int), Type("SmallInt", 0, 0, Int), Type("TinyInt", 0, 0, Int),
            Type("BigInt", 0, 0, BigInt), Type("Float", 0, 1, Float) with { MinArgument = 1, MaxArgument = 53 },
            Type("Real", 0, 0, Float), Type("Money", 0, 0, Float), Type("SmallMoney", 0, 0, Float),
            Type("Decimal", 0, 2, Decimal) with { MinArgument = 1, MaxArgument = 38 }, Type("DateTime2", 0, 0, DateTime),
            Type("DateTime", 0, 0, DateTime), Type("SmallDateTime", 0, 0, DateTime), Type("Date", 0, 0, DateTime),
            Type("Time", 0, 0, DateTime), Type("DateTimeOffset", 0, 0, DateTime),
            Type("VarBinary", 0, 1, Bytes) with { MaxArgument = 8000, AcceptsMax = true },
            Type("Binary", 0, 1, Bytes) with { MaxArgument = 8000 }, Type("Image", 0, 0, Bytes),
        ])
        {
            DisplayName = "SQL Server",
            UnindexableNativeTypes = ["Text", "NText", "Image", "Xml"],
            ProviderName = "sqlserver",
            MaxConstraintNameLength = 128,
            HasDecimal = true,
            HasCompoundIds = true,
            HasMultipleSchemas = true,
            HasClusteredIndexes = true,
            HasSortInIds = true,
            HasPartialIndexes = true,
            HasNamedPrimaryKeys = true,
            HasNamedDefaults = true,
            HasNamedForeignKeys = true,
            HasImplicitManyToMany = true,
            TreatsNullsAsEqualInUniques = true,
            IndexMethods = ["BTree"],
            ForeignKeyActions = [Cascade, NoAction, SetNull, SetDefault],
            EmulatedActions = [Cascade, Restrict, NoAction, SetNull],
        },
        new(Provider.MongoDb,
        [
            Type("String", 0, 0, String), Type("ObjectId", 0, 0, String, Bytes), Type("Bool", 0, 0, Boolean), Type("Int", 0, 0, Int),
            Type("Long", 0, 0, Int, BigInt), Type("Double", 0, 0, Float), Type("Date", 0, 0, DateTime), Type("Timestamp", 0, 0, DateTime),
            Type("Json", 0, 0, Json), Type("BinData", 0, 0, Bytes),
        ])
        {
            DisplayName = "MongoDB",
            ProviderName = "mongodb",
            MaxConstraintNameLength = 127,
            HasEnums = true,
            HasJson = true,
            HasJsonLists = true,
            HasScalarLists = true,
            HasCompositeTypes = true,
            HasFulltextIndexes = true,
            TreatsNullsAsEqualInUniques = true,
            IndexMethods = ["BTree"],
            EmulatedActions = [Cascade, Restrict, NoAction, SetNull],
        },
        new(Provider.CockroachDb,
        [
            Type("String", 0, 1, String), Type("Char", 0, 1, String), Type("Bit", 0, 1, String) with { MinArgument = 1 },
            Type("VarBit", 0, 1, String) with { MinArgument = 1 }, Type("CatalogSingleChar", 0, 0, String), Type("Uuid", 0, 0, String),
            Type("Inet", 0, 0, String), Type("Bool", 0, 0, Boolean), Type("Int4", 0, 0, Int), Type("Int2", 0, 0, Int),
            Type("Oid", 0, 0, Int), Type("Int8", 0, 0, BigInt), Type("Float8", 0, 0, Float), Type("Float4", 0, 0, Float),
            Type("Decimal", 0, 2, Decimal) with { MinArgument = 1, MaxArgument = 1000 },
            Type("Timestamp", 0, 1, DateTime) with { MaxArgument = 6 }, Type("Timestamptz", 0, 1, DateTime) with { MaxArgument = 6 },
            Type("Date", 0, 0, DateTime), Type("Time", 0, 1, DateTime) with { MaxArgument = 6 },
            Type("Timetz", 0, 1, DateTime) with { MaxArgument = 6 }, Type("JsonB", 0, 0, Json), Type("Bytes", 0, 0, Bytes),
        ])
        {
            DisplayName = "CockroachDB",
            ProviderName = "cockroachdb",
            MaxConstraintNameLength = 63,
            HasEnums = true,
            HasJson = true,
            HasScalarLists = true,
            HasDecimal = true,
            HasCompoundIds = true,
            HasMultipleSchemas = true,
            HasPartialIndexes = true,
            HasNamedPrimaryKeys = true,
            HasNamedForeignKeys = true,
            HasImplicitManyToMany = true,
            IndexMethods = ["BTree", "Gin"],
            ForeignKeyActions = s_fiveActions,
            EmulatedActions = [Cascade, Restrict, NoAction, SetNull],
        },
    ];

    private static NativeTypeFacts Type(string name, int required, int optional, params ScalarType[] scalars) =>
        new(name, required, optional, scalars);
}
