using System;
using System.Collections.Generic;

namespace PrismaLint.Validation.Meaning;

/// <summary>Native types that are the same thing under the names of several databases.</summary>
internal static class NativeTypeCounterparts
{
    // Of each row any name stands for any other; a database knows at most one or two of them.
    private static readonly string[][] s_groups =
    [
        ["SmallInt", "Int2"],
        ["Integer", "Int", "Int4"],
        ["BigInt", "Int8", "Long"],
        ["Real", "Float4"],
        ["DoublePrecision", "Float8", "Double"],
        ["Boolean", "Bool"],
        ["Text", "LongText", "NText"],
        ["VarChar", "NVarChar", "String"],
        ["Char", "NChar"],
        ["Uuid", "UniqueIdentifier"],
        ["ByteA", "Bytes", "LongBlob", "BinData"],
        ["Timestamp", "DateTime", "DateTime2"],
        ["Timestamptz", "DateTimeOffset"],
        ["JsonB", "Json"],
    ];

    /// <summary>The other names, none where the type is of one database alone.</summary>
    public static IEnumerable<string> Of(string name)
    {
        foreach (var group in s_groups)
        {
            if (Array.IndexOf(group, name) < 0)
                continue;
            foreach (var other in group)
            {
                if (other != name)
                    yield return other;
            }
        }
    }
}
