using System;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>What it means that a column has another type than its field.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Consequence">What happens.</param>
internal sealed record TypeComparison(DiagnosticSeverity Severity, string Consequence)
{
    private const string Rejected = "the client compares and writes values of another kind, and its queries fail";

    /// <returns><see langword="null"/> where both are the same.</returns>
    public static TypeComparison? Of(FieldSymbol field, SqlType declared, SqlType found)
    {
        if (declared.IsArray != found.IsArray)
            return new(DiagnosticSeverity.Error, found.IsArray ? "the client reads and writes one value where the database holds a list" : "the client reads and writes a list where the database holds one value");
        if (field.Kind == FieldKind.Unsupported)
        {
            return IsSameName(declared, found) ? null
                : new(DiagnosticSeverity.Warning, "the client never reads the column, and a migration changes its type");
        }
        if (declared.Family == SqlTypeFamily.Other || found.Family == SqlTypeFamily.Other)
        {
            return declared.Name == found.Name && (declared.Schema is null || found.Schema is null || declared.Schema == found.Schema) ? null
                : new(DiagnosticSeverity.Error, "the client casts to a type that the column does not have, and its queries fail");
        }
        if (declared.Family != found.Family)
            return OfFamilies(declared, found);
        return declared.Family switch
        {
            SqlTypeFamily.Integer => OfIntegers(field, declared, found),
            SqlTypeFamily.Float => declared.Name == found.Name ? null : found.Name == "real" ? Narrower("it rounds to 6 digits") : Wider(),
            SqlTypeFamily.Decimal => OfDecimals(declared, found),
            SqlTypeFamily.Text => OfTexts(declared, found),
            SqlTypeFamily.Bit => OfBits(declared, found),
            SqlTypeFamily.DateTime or SqlTypeFamily.Time => OfTimes(declared, found),
            SqlTypeFamily.Json => declared.Name == found.Name ? null
                : new(DiagnosticSeverity.Warning, found.Name == "json" ? "`json` cannot be compared, and filters by value fail" : "`jsonb` drops the order and repetition of keys"),
            _ => null,
        };
    }

    private static TypeComparison Narrower(string what) => new(DiagnosticSeverity.Warning, "the column holds less than the schema says: " + what);

    private static TypeComparison Wider() => new(DiagnosticSeverity.Suggestion, "the column holds more than the schema says");

    // A client may read what it cannot write.
    private static TypeComparison OfFamilies(SqlType declared, SqlType found) => (declared.Family, found.Family) switch
    {
        (SqlTypeFamily.Decimal, SqlTypeFamily.Float) => Narrower("fractions are no longer exact"),
        (SqlTypeFamily.Decimal, SqlTypeFamily.Money) or (SqlTypeFamily.Money, SqlTypeFamily.Decimal) => new(DiagnosticSeverity.Warning, "the number of fraction digits is another"),
        (SqlTypeFamily.Decimal or SqlTypeFamily.Float, SqlTypeFamily.Integer) => Narrower("fractions are rounded away"),
        (SqlTypeFamily.Float, SqlTypeFamily.Decimal) => new(DiagnosticSeverity.Warning, "the client reads exact numbers as rounded ones"),
        (SqlTypeFamily.Integer, _) => new(DiagnosticSeverity.Error, Rejected),
        (SqlTypeFamily.DateTime, SqlTypeFamily.Time) or (SqlTypeFamily.Time, SqlTypeFamily.DateTime) => new(DiagnosticSeverity.Error, Rejected),
        _ => new(DiagnosticSeverity.Error, Rejected),
    };

    private static TypeComparison? OfIntegers(FieldSymbol field, SqlType declared, SqlType found)
    {
        if (declared.Name == found.Name)
            return null;
        if (declared.Name == "oid" || found.Name == "oid")
            return new(DiagnosticSeverity.Warning, "the range is another: an oid has no sign");
        if (Width(found) < Width(declared))
            return Narrower($"it ends at {(found.Name == "smallint" ? "32,767" : "2,147,483,647")}");
        return found.Name == "bigint" && field.Scalar == ScalarType.Int
            ? new(DiagnosticSeverity.Error, "a value beyond 2,147,483,647 makes each read of its row fail, for the client's `Int` does not hold it")
            : Wider();
    }

    private static int Width(SqlType type) => type.Name switch
    {
        "smallint" => 2,
        "integer" => 4,
        _ => 8,
    };

    private static TypeComparison? OfDecimals(SqlType declared, SqlType found)
    {
        if (declared.Arguments == found.Arguments)
            return null;
        // Without a precision a numeric holds whatever comes.
        if (found.Argument(0) is not { } precision)
            return Wider();
        if (declared.Argument(0) is not { } declaredPrecision)
            return Narrower($"{precision - (found.Argument(1) ?? 0)} digits before the point, {found.Argument(1) ?? 0} behind");
        var (scale, declaredScale) = (found.Argument(1) ?? 0, declared.Argument(1) ?? 0);
        return scale < declaredScale || precision - scale < declaredPrecision - declaredScale
            ? Narrower($"{precision - scale} digits before the point and {scale} behind, not {declaredPrecision - declaredScale} and {declaredScale}")
            : Wider();
    }

    private static TypeComparison? OfTexts(SqlType declared, SqlType found)
    {
        if (declared.Name == found.Name && declared.Arguments == found.Arguments)
            return null;
        if ((declared.Name == "citext") != (found.Name == "citext"))
            return new(DiagnosticSeverity.Warning, found.Name == "citext" ? "comparisons ignore case, and so do unique constraints" : "comparisons and unique constraints tell upper from lower case");
        var length = found.Argument(0);
        if (length is { } limit && (declared.Argument(0) is not { } declaredLimit || limit < declaredLimit))
            return Narrower($"it refuses more than {limit} characters");
        if (found.Name == "character" && declared.Name != "character")
            return new(DiagnosticSeverity.Warning, "`char` pads values with blanks");
        return Wider();
    }

    private static TypeComparison? OfBits(SqlType declared, SqlType found)
    {
        if (declared.Name == found.Name && declared.Arguments == found.Arguments)
            return null;
        return found.Name == "bit varying" && (found.Argument(0) is not { } most || most >= (declared.Argument(0) ?? int.MaxValue))
            ? Wider()
            : new(DiagnosticSeverity.Warning, "it takes another number of bits");
    }

    private static TypeComparison? OfTimes(SqlType declared, SqlType found)
    {
        if (declared.Name != found.Name)
        {
            if (found.Name == "date")
                return Narrower("the time of day is cut off");
            if (declared.Name == "date")
                return new(DiagnosticSeverity.Warning, "it also holds a time of day, and equality with a date fails to find rows");
            return new(DiagnosticSeverity.Warning, found.HasTimeZone ? "values are taken as instants, and the session's time zone shifts them" : "values are stored without their time zone");
        }
        var (precision, declaredPrecision) = (found.Argument(0) ?? 6, declared.Argument(0) ?? 6);
        if (declared.Arguments == found.Arguments || declaredPrecision == precision)
            return null;
        return precision < declaredPrecision && precision < 3
            ? Narrower($"it rounds to {(precision == 0 ? "whole seconds" : precision + " digits of a second")}")
            : new(DiagnosticSeverity.Suggestion, $"the precision is {precision}, not {declaredPrecision}");
    }

    private static bool IsSameName(SqlType declared, SqlType found) =>
        string.Equals(declared.Name, found.Name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(declared.Arguments, found.Arguments, StringComparison.OrdinalIgnoreCase);
}
