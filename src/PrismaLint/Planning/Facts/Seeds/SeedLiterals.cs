using System;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Planning.Facts.Integrity;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>Values of columns that refer to nothing.</summary>
internal static class SeedLiterals
{
    // A word, a blank and ten digits.
    private const int RoomForWord = 24;
    private const int RoomForAddress = 30;

    /// <summary>An expression for the row of that number; unlike for unlike numbers where a unique holds the column.</summary>
    public static string Of(TableSql sql, FieldSymbol field, RowIndex index, SeedDigit? digit, bool isUnique)
    {
        if (field.IsList)
            return "'{}'";
        var row = index.Row;
        if (field.TypeSymbol is EnumSymbol choices)
            return Choice(sql, field, choices, digit?.Of(index) ?? SeedDigit.Modulo(row, Math.Max(1, choices.Values.Count)));
        return field.Scalar switch
        {
            ScalarType.Boolean => digit is { } chosen ? $"{chosen.Of(index)} = 1" : "false",
            ScalarType.Int or ScalarType.BigInt => Number(field, index, digit, isUnique),
            ScalarType.Float => isUnique ? row : $"({row}) % 90",
            ScalarType.Decimal => Amount(field, row, isUnique),
            ScalarType.DateTime => Moment(field, row, isUnique),
            ScalarType.Json => "'{}'",
            ScalarType.Bytes => isUnique ? $"decode(lpad(to_hex({row}), 16, '0'), 'hex')" : "'\\x00'",
            _ => Text(field, row, isUnique),
        };
    }

    /// <summary>How many values there are, of a column with few; <see langword="null"/> for others.</summary>
    public static long? ChoicesOf(FieldSymbol field) => field switch
    {
        { TypeSymbol: EnumSymbol choices } => Math.Max(1, choices.Values.Count),
        { Scalar: ScalarType.Boolean } => 2,
        { Scalar: ScalarType.Int } => BoundOf(field)?.Size,
        _ => null,
    };

    private static (long Size, int First)? BoundOf(FieldSymbol field) => Words.Squash(field.Name) switch
    {
        "dayofweek" or "weekday" => (7, 0),
        "hourofday" => (24, 0),
        "dayofmonth" => (28, 1),
        _ => null,
    };

    private static string Choice(TableSql sql, FieldSymbol field, EnumSymbol choices, string number) =>
        choices.Values.Count == 1
            ? $"{SqlText.Literal(choices.Values[0].DatabaseName)}::{sql.Type(field)}"
            : $"(ARRAY[{string.Join(", ", choices.Values.Select(value => SqlText.Literal(value.DatabaseName)))}]::{sql.Type(field)}[])[1 + {number}]";

    private static string Number(FieldSymbol field, RowIndex index, SeedDigit? digit, bool isUnique) => BoundOf(field) is { } bound
        ? FormattableString.Invariant($"{bound.First} + {digit?.Of(index) ?? SeedDigit.Modulo(index.Row, bound.Size)}")
        : isUnique ? $"{index.Row} + 1" : $"({index.Row}) % 90";

    private static string Amount(FieldSymbol field, string row, bool isUnique)
    {
        var room = Math.Max(0, (field.NativeType?.Number(0) ?? 65) - (field.NativeType?.Number(1) ?? (field.NativeType is null ? 30 : 0)));
        if (isUnique && room > 9)
            return row;
        return room == 0 ? "0" : room == 1 ? $"({row}) % 10" : $"({row}) % 90";
    }

    private static string Moment(FieldSymbol field, string row, bool isUnique)
    {
        var type = field.NativeType?.Name;
        if (type is "Time" or "Timetz")
            return isUnique ? $"TIME '00:00' + ({row}) * interval '1 second'" : "TIME '08:00'";
        var isPeriod = ((ModelSymbol)field.Owner) is var model && Periods.Of(model).Where(pair => pair.IsOrdered).Any(pair => pair.Start == field || pair.End == field);
        if (type == "Date")
            return isUnique || isPeriod ? $"DATE '2025-01-01' + ({row})::integer" : $"DATE '2025-01-01' + (({row}) % 365)::integer";
        var start = type == "Timestamptz" ? "TIMESTAMPTZ '2025-01-01 00:00:00+00'" : "TIMESTAMP '2025-01-01 00:00:00'";
        var end = Periods.Of(model).Where(pair => pair.IsOrdered).Any(pair => pair.End == field) ? " + interval '30 minutes'" : "";
        return $"{start} + ({row}) * interval '1 hour'{end}";
    }

    private static string Text(FieldSymbol field, string row, bool isUnique)
    {
        switch (field.NativeType?.Name)
        {
            case "Uuid":
                return $"('00000000-0000-4000-8000-' || lpad(to_hex({row}), 12, '0'))::uuid";
            case "Inet":
                return $"'10.0.0.0'::inet + ({row})";
            case "Xml":
                return "'<row/>'::xml";
            case "Bit" or "VarBit":
                return FormattableString.Invariant($"({row})::bigint::bit({field.NativeType.Number(0) ?? 1})");
        }
        var room = field.NativeType?.Name is "VarChar" or "Char" ? field.NativeType.Number(0) ?? (field.NativeType.Name == "Char" ? 1 : int.MaxValue) : int.MaxValue;
        var name = Words.Squash(field.Name);
        if (name.EndsWith("email", StringComparison.Ordinal) && room >= RoomForAddress)
            return $"'user' || ({row}) || '@example.com'";
        if (room < RoomForWord || name.Length > RoomForWord - 12)
            return isUnique && room >= 3 ? $"({row})::text" : FormattableString.Invariant($"left(({row})::text, {Math.Min(room, 10)})");
        return $"{SqlText.Literal(field.Name + " ")} || ({row})";
    }
}
