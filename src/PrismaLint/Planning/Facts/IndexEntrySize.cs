using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;

namespace PrismaLint.Planning.Facts;

/// <summary>What an entry of a B-tree takes, from the types of its columns (manual, "Database Page Layout").</summary>
internal static class IndexEntrySize
{
    // Header of an index entry and its pointer on the page.
    private const double Overhead = 8 + 4;

    // B-trees leave a tenth of each page free.
    private const double Filled = 0.9;

    private const double AverageText = 24;

    /// <summary>Bytes for each entry, page overhead included.</summary>
    public static double Of(IEnumerable<ExpectedColumn> columns) => (Overhead + (Math.Ceiling(columns.Sum(column => Width(column.Type)) / 8) * 8)) / Filled;

    private static double Width(ColumnType type) => type.IsList ? 64 : type.Enum is not null ? 4 : type.Name switch
    {
        "SMALLINT" => 2,
        "INTEGER" or "DATE" or "REAL" => 4,
        "BOOLEAN" => 1,
        "UUID" => 16,
        "VARCHAR" or "CHAR" when type.Number(0) is { } length => Math.Min(length, AverageText) + 1,
        "TEXT" or "VARCHAR" or "CITEXT" => AverageText,
        "DECIMAL" or "NUMERIC" => 12,
        "JSONB" or "JSON" or "BYTEA" => 128,
        _ => type.Scalar == ScalarType.String ? AverageText : 8,
    };
}
