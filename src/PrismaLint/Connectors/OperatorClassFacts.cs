using System.Collections.Generic;
using static PrismaLint.Connectors.ScalarType;

namespace PrismaLint.Connectors;

/// <summary>An operator class of PostgreSQL that Prisma knows by name.</summary>
/// <param name="Methods">The index types that it works in.</param>
/// <param name="Scalar">The scalar type of its columns; none for lists of any type.</param>
/// <param name="NativeTypes">The native types of its columns.</param>
/// <param name="AcceptsPlain">Columns without native type do too.</param>
public sealed record OperatorClassFacts(IReadOnlyList<string> Methods, ScalarType? Scalar, IReadOnlyList<string> NativeTypes, bool AcceptsPlain)
{
    private static readonly string[] s_brin = ["Brin"];

    private static readonly Dictionary<string, OperatorClassFacts> s_byName = Build();

    // Native types of Brin without an operator class of their own have no default one either.
    private static readonly HashSet<(ScalarType, string)> s_brinDefaults = BuildBrinDefaults();

    public static OperatorClassFacts? Find(string name) => s_byName.TryGetValue(name, out var facts) ? facts : null;

    /// <summary>An index takes a column of that type without <c>ops</c>. <see langword="null"/>: the scalar itself does not fit.</summary>
    /// <param name="method">The index type.</param>
    /// <param name="scalar">The column's scalar type.</param>
    /// <param name="nativeType">The column's native type.</param>
    public static bool? HasDefault(string method, ScalarType scalar, string? nativeType) => method switch
    {
        "Gist" => scalar == String ? nativeType is null : null,
        "Gin" => scalar == Json ? nativeType is null or "JsonB" : null,
        "SpGist" => scalar == String ? nativeType is null or "Text" or "VarChar" or "Char" or "Inet" : null,
        "Brin" => scalar is Boolean or Json ? null : nativeType is null || s_brinDefaults.Contains((scalar, nativeType)),
        _ => true,
    };

    private static HashSet<(ScalarType Scalar, string NativeType)> BuildBrinDefaults()
    {
        var defaults = new HashSet<(ScalarType, string)>();
        foreach (var facts in s_byName.Values)
        {
            if (facts.Scalar is not { } scalar || facts.Methods[0] != "Brin")
                continue;
            foreach (var type in facts.NativeTypes)
                defaults.Add((scalar, type));
        }

        return defaults;
    }

    private static Dictionary<string, OperatorClassFacts> Build()
    {
        var classes = new Dictionary<string, OperatorClassFacts>(System.StringComparer.Ordinal)
        {
            ["InetOps"] = new(["Gist", "SpGist"], String, ["Inet"], false),
            ["JsonbOps"] = new(["Gin"], Json, ["JsonB"], true),
            ["JsonbPathOps"] = new(["Gin"], Json, ["JsonB"], true),
            ["ArrayOps"] = new(["Gin"], null, [], true),
            ["TextOps"] = new(["SpGist"], String, ["Text", "VarChar", "Char"], true),
        };
        Brin("Int4", Int, true, "Integer");
        Brin("Int2", Int, false, "SmallInt");
        Brin("Oid", Int, false, "Oid");
        Brin("Int8", BigInt, true, "BigInt");
        Brin("Float8", Float, true, "DoublePrecision");
        Brin("Float4", Float, false, "Real");
        Brin("Numeric", Decimal, true, "Decimal");
        Brin("Text", String, true, "Text", "VarChar");
        Brin("Bpchar", String, false, "Char");
        Brin("Bit", String, false, "Bit");
        Brin("VarBit", String, false, "VarBit");
        Brin("Uuid", String, false, "Uuid");
        Brin("Inet", String, false, "Inet");
        Brin("Timestamp", DateTime, true, "Timestamp");
        Brin("TimestampTz", DateTime, false, "Timestamptz");
        Brin("Date", DateTime, false, "Date");
        Brin("Time", DateTime, false, "Time");
        Brin("TimeTz", DateTime, false, "Timetz");
        Brin("Bytea", Bytes, true, "ByteA");
        return classes;

        // Not every family has all four; validation has asked before whether the name is one at all.
        void Brin(string stem, ScalarType scalar, bool acceptsPlain, params string[] nativeTypes)
        {
            var facts = new OperatorClassFacts(s_brin, scalar, nativeTypes, acceptsPlain);
            foreach (var suffix in (string[])["BloomOps", "MinMaxOps", "MinMaxMultiOps", "InclusionOps"])
                classes[stem + suffix] = facts;
        }
    }
}
