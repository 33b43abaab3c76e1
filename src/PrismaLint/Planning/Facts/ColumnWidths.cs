using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Migrations.Diff;
using PrismaLint.Rules;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>The widths of columns in PostgreSQL: by type, by the database's statistics, else as assumed, and the assumption is named.</summary>
internal sealed class ColumnWidths(LiveEvidence? live)
{
    /// <summary>The share of rows in which an optional column is assumed to be null.</summary>
    public const double AssumedNullShare = 0.5;

    private const double LongestShortValue = 126;
    private const int ListElements = 3;

    // Texts that people write at length, by the last word of the name.
    private static readonly HashSet<string> s_longTexts = new(StringComparer.Ordinal)
    {
        "body", "content", "contents", "description", "message", "text", "html", "markdown", "notes", "comment", "comments", "bio", "summary", "details", "prompt", "payload",
    };

    private static readonly Dictionary<string, (double Bytes, int Alignment)> s_fixed = new(StringComparer.Ordinal)
    {
        ["BOOLEAN"] = (1, 1), ["SMALLINT"] = (2, 2), ["INTEGER"] = (4, 4), ["BIGINT"] = (8, 8), ["OID"] = (4, 4), ["REAL"] = (4, 4), ["DOUBLE PRECISION"] = (8, 8),
        ["MONEY"] = (8, 8), ["DATE"] = (4, 4), ["TIME"] = (8, 8), ["TIMETZ"] = (12, 8), ["TIMESTAMP"] = (8, 8), ["TIMESTAMPTZ"] = (8, 8), ["UUID"] = (16, 1),
        ["MACADDR"] = (6, 4), ["MACADDR8"] = (8, 4), ["INTERVAL"] = (16, 8), ["POINT"] = (16, 8), ["BOX"] = (32, 8), ["CIRCLE"] = (24, 8),
    };

    public ColumnWidth Of(ExpectedColumn column)
    {
        var statistics = live?.Map.ColumnOf(column.Field)?.Statistics;
        var width = ByType(column);
        var isJoin = column.Table.Model is null;
        if (statistics is not null && !isJoin)
        {
            if (width.IsVarying && statistics.AverageWidth > 0)
                width = width with { Bytes = statistics.AverageWidth, Assumption = null, Alignment = VaryingAlignment(statistics.AverageWidth, width) };
            return width with { NullShare = statistics.NullFraction };
        }
        return width with { NullShare = column.Field.IsOptional && !isJoin ? AssumedNullShare : 0 };
    }

    private static ColumnWidth ByType(ExpectedColumn column)
    {
        var type = column.Type;
        if (type.IsList)
        {
            var element = s_fixed.TryGetValue(type.Name, out var known) ? known.Bytes : 20;
            return Varying(20 + (ListElements * element), $"lists hold {ListElements} elements") with { Alignment = 4 };
        }
        if (type.Enum is not null)
            return new ColumnWidth(4, 4);
        if (s_fixed.TryGetValue(type.Name, out var bytes))
            return new ColumnWidth(bytes.Bytes, bytes.Alignment);
        return type.Name switch
        {
            "DECIMAL" or "NUMERIC" => Number(type),
            "CHAR" => Exact(type.Number(0) ?? 1),
            "BIT" => Exact(4 + Math.Ceiling((type.Number(0) ?? 1) / 8.0)),
            "INET" or "CIDR" => Exact(6),
            "JSON" or "JSONB" => Varying(256, "JSON takes 256 bytes"),
            "XML" => Varying(256, "XML takes 256 bytes"),
            "BYTEA" => Varying(256, "`Bytes` takes 256 bytes"),
            _ => type.IsUnsupported ? Unsupported(type.Name) : Text(column),
        };
    }

    private static ColumnWidth Number(ColumnType type)
    {
        // Four digits in two bytes; half of the digits before the point are in use.
        var scale = type.Number(1) ?? 0;
        var before = Math.Max(1, ((type.Number(0) ?? 8) - scale) / 2);
        var digits = Math.Min(before, 8) + Math.Min(scale, 4);
        return Varying(2 + (2 * Math.Ceiling(digits / 4.0)), "decimals use half of the digits before the point, at most 8, and at most 4 behind it");
    }

    private static ColumnWidth Unsupported(string name)
    {
        var text = name.ToLowerInvariant();
        if (text.StartsWith("vector(", StringComparison.Ordinal)
            && int.TryParse(text.Substring(7).TrimEnd(')'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var length))
        {
            return Exact(4 + (4.0 * length));
        }
        return text.StartsWith("tsvector", StringComparison.Ordinal)
            ? Varying(256, "`tsvector` takes 256 bytes")
            : Varying(32, "types that Prisma does not know take 32 bytes");
    }

    private static ColumnWidth Text(ExpectedColumn column)
    {
        if (GeneratedLength(column.Field, 0) is { } length)
            return Exact(length);
        if (column.Type.Number(0) is { } limit)
            return Varying(Math.Min(limit / 2.0, 64), "`VarChar(n)` is filled by half, and by 64 bytes at most");
        return s_longTexts.Contains(Words.Last(column.Field.Name)) || s_longTexts.Contains(Words.Squash(column.Field.Name))
            ? Varying(400, "texts without a limit named like a body (`description`, `content`, `notes` …) take 400 bytes")
            : Varying(32, "other texts without a limit take 32 bytes");
    }

    // Ids that the client makes have one length, and what refers to them has it too.
    private static int? GeneratedLength(FieldSymbol field, int depth)
    {
        var length = field.Default?.Function switch
        {
            "uuid" => 36,
            "cuid" => field.Default.FunctionArgument == "2" ? 24 : 25,
            "cuid2" => 24,
            "ulid" => 26,
            "nanoid" => int.TryParse(field.Default.FunctionArgument, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var size) ? size : 21,
            "dbgenerated" when field.Default.FunctionArgument?.Contains("uuid", StringComparison.OrdinalIgnoreCase) == true => 36,
            _ => (int?)null,
        };
        if (length is not null || depth > 4)
            return length;
        foreach (var key in field.ForeignKeysOver)
        {
            for (var i = 0; i < key.Fields.Count && i < key.References.Count; i++)
            {
                if (key.Fields[i] == field && key.References[i] != field)
                    return GeneratedLength(key.References[i], depth + 1);
            }
        }
        return null;
    }

    private static ColumnWidth Exact(double bytes) => Varying(bytes, null) with { IsVarying = false };

    private static ColumnWidth Varying(double bytes, string? assumption)
    {
        var header = bytes <= LongestShortValue ? 1 : 4;
        var width = new ColumnWidth(bytes + header, header) { IsVarying = true, MayBeStoredAside = true, Assumption = assumption };
        return width;
    }

    // Short values carry one byte of length and start anywhere.
    private static int VaryingAlignment(double bytes, ColumnWidth width) => bytes <= LongestShortValue + 1 ? 1 : Math.Max(4, width.Alignment);
}
