using System.Collections.Generic;
using PrismaLint.Connectors;

namespace PrismaLint.Semantics;

/// <summary>What a type name that Prisma 8 brings along means.</summary>
/// <param name="Scalar">The scalar it is read as.</param>
/// <param name="Native">The native type of the column under its name in schemas; <see langword="null"/> for the scalar's usual one.</param>
/// <param name="Provider">The only provider that has it; <see cref="Provider.Unknown"/> where both do.</param>
internal sealed record ContractType(ScalarType Scalar, string? Native, Provider Provider)
{
    private static readonly Dictionary<string, ContractType> s_all = CreateAll();

    /// <summary>The function that makes the values of a preset: <c>uuid</c>, <c>now</c>; <see langword="null"/> without default.</summary>
    public string? Default { get; init; }

    /// <summary>The characters of a preset that makes texts of one length.</summary>
    public int? Length { get; init; }

    /// <summary>A preset of this name makes the field the id.</summary>
    public bool IsId { get; init; }

    /// <summary>Written with every change of the row.</summary>
    public bool IsUpdatedAt { get; init; }

    /// <summary>The type of that name, qualified where it is written so; <see langword="null"/> where Prisma brings none.</summary>
    public static ContractType? Find(string fullName) => s_all.TryGetValue(fullName, out var type) ? type : null;

    /// <summary>The names that stand alone, for hints.</summary>
    public static IEnumerable<string> Names => s_all.Keys;

    private static Dictionary<string, ContractType> CreateAll()
    {
        var all = new Dictionary<string, ContractType>(System.StringComparer.Ordinal);
        foreach (var name in (string[])["String", "Boolean", "Int", "BigInt", "Float", "Decimal", "Bytes"])
            all.Add(name, new ContractType(ScalarTypes.Parse(name) ?? default, null, Provider.Unknown));

        // Measured on the contracts that Prisma 8.0.0-rc.13 emits: a moment has a time zone unless told otherwise, and Json is json.
        all["DateTime"] = new ContractType(ScalarType.DateTime, "Timestamptz", Provider.Unknown);
        all["Json"] = new ContractType(ScalarType.Json, "Json", Provider.Unknown);
        PostgreSql(all);
        Presets(all);
        MongoDb(all);
        return all;
    }

    private static void PostgreSql(Dictionary<string, ContractType> all)
    {
        Add("Jsonb", ScalarType.Json, "JsonB");
        Add("VarChar", ScalarType.String, "VarChar");
        Add("Char", ScalarType.String, "Char");
        Add("sql.String", ScalarType.String, "VarChar");
        Add("Numeric", ScalarType.Decimal, "Decimal");
        Add("UnboundedInt", ScalarType.Decimal, null);
        Add("BigIntNumber", ScalarType.BigInt, null);
        Add("SmallInt", ScalarType.Int, "SmallInt");
        Add("Real", ScalarType.Float, "Real");
        Add("Uuid", ScalarType.String, "Uuid");
        Add("Inet", ScalarType.String, "Inet");
        Add("Timestamp", ScalarType.DateTime, "Timestamp");
        Add("TimestampString", ScalarType.DateTime, "Timestamp");
        Add("Timestamptz", ScalarType.DateTime, "Timestamptz");
        Add("TimestamptzString", ScalarType.DateTime, "Timestamptz");
        Add("TimestamptzJsDate", ScalarType.DateTime, "Timestamptz");
        Add("Time", ScalarType.DateTime, "Time");
        Add("TimeString", ScalarType.DateTime, "Time");
        Add("Timetz", ScalarType.DateTime, "Timetz");
        Add("DateString", ScalarType.DateTime, "Date");

        void Add(string name, ScalarType scalar, string? native) => all.Add(name, new ContractType(scalar, native, Provider.PostgreSql));
    }

    private static void Presets(Dictionary<string, ContractType> all)
    {
        foreach (var (name, length) in ((string, int)[])[("ulid", 26), ("nanoid", 21), ("cuid2", 24), ("ksuid", 27)])
            Identifier(name, name, name, length);
        Identifier("uuidString", "uuidv4String", "uuid", 36);
        Identifier(null, "uuidv7String", "uuid", 36);
        Identifier("uuidNative", "uuidv4Native", "uuid", null);
        Identifier(null, "uuidv7Native", "uuid", null);
        foreach (var (name, scalar) in ((string, ScalarType)[])
            [("text", ScalarType.String), ("int", ScalarType.Int), ("bigint", ScalarType.BigInt), ("float", ScalarType.Float), ("decimal", ScalarType.Decimal),
             ("boolean", ScalarType.Boolean), ("json", ScalarType.Json), ("bytes", ScalarType.Bytes)])
        {
            all.Add(name, new ContractType(scalar, null, Provider.PostgreSql));
        }
        all.Add("dateTime", new ContractType(ScalarType.DateTime, "Timestamptz", Provider.PostgreSql));
        foreach (var form in (string[])["", "JsDate", "String"])
        {
            var provider = form.Length == 0 ? Provider.Unknown : Provider.PostgreSql;
            all.Add("temporal.createdAt" + form, new ContractType(ScalarType.DateTime, "Timestamptz", provider) { Default = "now" });
            all.Add("temporal.updatedAt" + form, new ContractType(ScalarType.DateTime, "Timestamptz", provider) { Default = "now", IsUpdatedAt = true });
            all.Add("temporal.timestamp" + form, new ContractType(ScalarType.DateTime, "Timestamp", provider));
            all.Add("temporal.timestamptz" + form, new ContractType(ScalarType.DateTime, "Timestamptz", Provider.PostgreSql));
        }

        void Identifier(string? name, string idName, string function, int? length)
        {
            var type = new ContractType(ScalarType.String, length is null ? "Uuid" : "Char", Provider.PostgreSql) { Default = function, Length = length };
            if (name is not null)
                all.Add(name, type);
            all.Add("id." + idName, type with { IsId = true });
        }
    }

    private static void MongoDb(Dictionary<string, ContractType> all)
    {
        Add("Int32", ScalarType.Int, null);
        Add("Int64", ScalarType.BigInt, null);
        Add("Double", ScalarType.Float, null);
        Add("Decimal128", ScalarType.Decimal, null);
        Add("Bool", ScalarType.Boolean, null);
        Add("ObjectId", ScalarType.String, "ObjectId");
        Add("Binary", ScalarType.Bytes, null);
        Add("Bson", ScalarType.Json, null);
        // Both have it: a day without time to PostgreSQL, a moment to MongoDB.
        all.Add("Date", new ContractType(ScalarType.DateTime, "Date", Provider.Unknown));

        void Add(string name, ScalarType scalar, string? native) => all.Add(name, new ContractType(scalar, native, Provider.MongoDb));
    }
}
