using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using PrismaLint.Database;

namespace PrismaLint.PostgreSql;

/// <summary>Turns results into the plain values of a <see cref="CatalogTable"/>.</summary>
internal static class ResultReader
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;
    private static readonly object?[] s_small = MakeSmall();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CatalogTable Read(NpgsqlDataReader reader, string source)
    {
        var columns = new string[reader.FieldCount];
        var readers = new Func<NpgsqlDataReader, int, object?>[columns.Length];
        // The same words stand in many rows: names of schemas and types.
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = reader.GetName(i);
            readers[i] = ReaderOf(reader.GetPostgresType(i).OID, words);
        }
        var table = new CatalogTable(source, columns);
        while (reader.Read())
        {
            var row = new object?[columns.Length];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : readers[i](reader, i);
            table.Add(row);
        }
        return table;
    }

    // By the server's numbers of built-in types, which never change.
    private static Func<NpgsqlDataReader, int, object?> ReaderOf(uint oid, Dictionary<string, string> words) => oid switch
    {
        16 => static (reader, i) => reader.GetBoolean(i) ? s_true : s_false,
        20 => static (reader, i) => Box(reader.GetInt64(i)),
        21 => static (reader, i) => Box(reader.GetInt16(i)),
        23 => static (reader, i) => Box(reader.GetInt32(i)),
        26 => static (reader, i) => Box(reader.GetFieldValue<uint>(i)),
        700 => static (reader, i) => (double)reader.GetFloat(i),
        701 => static (reader, i) => reader.GetDouble(i),
        1700 => static (reader, i) => (double)reader.GetDecimal(i),
        1184 => static (reader, i) => reader.GetDateTime(i).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        1000 => static (reader, i) => reader.GetFieldValue<bool[]>(i),
        1005 => static (reader, i) => Array.ConvertAll(reader.GetFieldValue<short[]>(i), number => (long)number),
        1007 => static (reader, i) => Array.ConvertAll(reader.GetFieldValue<int[]>(i), number => (long)number),
        1016 => static (reader, i) => reader.GetFieldValue<long[]>(i),
        1003 or 1009 or 1015 => static (reader, i) => reader.GetFieldValue<string?[]>(i),
        _ => (reader, i) => Share(reader.GetString(i), words),
    };

    private static string Share(string text, Dictionary<string, string> words)
    {
        if (text.Length > 32 || words.Count > 4096)
            return text;
        if (words.TryGetValue(text, out var known))
            return known;
        words.Add(text, text);
        return text;
    }

    private static object? Box(long number) => number is >= -1 and < 255 ? s_small[number + 1] : number;

    private static object?[] MakeSmall()
    {
        var boxes = new object?[256];
        for (var i = 0; i < boxes.Length; i++)
            boxes[i] = (long)(i - 1);
        return boxes;
    }
}
