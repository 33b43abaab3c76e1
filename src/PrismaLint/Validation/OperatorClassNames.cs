using System;
using System.Collections.Generic;

namespace PrismaLint.Validation;

/// <summary>The operator classes of PostgreSQL that Prisma knows by name, whatever the index type.</summary>
internal static class OperatorClassNames
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "InetOps", "JsonbOps", "JsonbPathOps", "ArrayOps", "TextOps",
        "BitMinMaxOps", "VarBitMinMaxOps", "BpcharBloomOps", "BpcharMinMaxOps", "ByteaBloomOps", "ByteaMinMaxOps",
        "DateBloomOps", "DateMinMaxOps", "DateMinMaxMultiOps", "Float4BloomOps", "Float4MinMaxOps", "Float4MinMaxMultiOps",
        "Float8BloomOps", "Float8MinMaxOps", "Float8MinMaxMultiOps", "InetInclusionOps", "InetBloomOps", "InetMinMaxOps", "InetMinMaxMultiOps",
        "Int2BloomOps", "Int2MinMaxOps", "Int2MinMaxMultiOps", "Int4BloomOps", "Int4MinMaxOps", "Int4MinMaxMultiOps",
        "Int8BloomOps", "Int8MinMaxOps", "Int8MinMaxMultiOps", "NumericBloomOps", "NumericMinMaxOps", "NumericMinMaxMultiOps",
        "OidBloomOps", "OidMinMaxOps", "OidMinMaxMultiOps", "TextBloomOps", "TextMinMaxOps",
        "TimestampBloomOps", "TimestampMinMaxOps", "TimestampMinMaxMultiOps", "TimestampTzBloomOps", "TimestampTzMinMaxOps",
        "TimestampTzMinMaxMultiOps", "TimeBloomOps", "TimeMinMaxOps", "TimeMinMaxMultiOps", "TimeTzBloomOps", "TimeTzMinMaxOps",
        "TimeTzMinMaxMultiOps", "UuidBloomOps", "UuidMinMaxOps", "UuidMinMaxMultiOps",
    };

    public static IReadOnlyCollection<string> All => s_names;

    public static bool Contains(string name) => s_names.Contains(name);
}
