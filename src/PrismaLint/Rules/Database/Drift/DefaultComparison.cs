using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using PrismaLint.Syntax;

namespace PrismaLint.Rules.Database.Drift;

/// <summary>Whether a column's default is what its field says.</summary>
internal static class DefaultComparison
{
    public static DefaultVerdict Of(FieldSymbol declared, DatabaseColumn column)
    {
        var found = column.Default is { } text && !column.IsGenerated && ExpressionText.Parse(text) is { IsNull: false } expression ? expression : null;
        var hasDatabase = found is not null || column.IsIdentity;
        if (declared.Default is not { } value || IsMadeByClient(value))
            return hasDatabase ? DefaultVerdict.OnlyInDatabase : DefaultVerdict.Equal;
        if (value.Function == "dbgenerated" && value.FunctionArgument is null)
            return DefaultVerdict.Equal;
        if (value.Function == "dbgenerated" && ExpressionText.Parse(value.FunctionArgument ?? "").IsNull)
            return found is null ? DefaultVerdict.Equal : DefaultVerdict.Unclear;
        if (column.IsIdentity && found is null)
            return value.Function == "autoincrement" || ExpressionText.Parse(value.FunctionArgument ?? "").IsNextValue ? DefaultVerdict.Equal : DefaultVerdict.Different;
        if (found is null)
            return DefaultVerdict.OnlyInSchema;
        return value.Function switch
        {
            "autoincrement" => found.IsNextValue ? DefaultVerdict.Equal : DefaultVerdict.Different,
            "now" => found.IsNow ? DefaultVerdict.Equal : found.IsZonedNow ? DefaultVerdict.Unclear : DefaultVerdict.Different,
            "dbgenerated" => OfExpressions(value.FunctionArgument ?? "", found),
            null => IsSame(declared, value, found) ? DefaultVerdict.Equal : DefaultVerdict.Different,
            _ => DefaultVerdict.Equal,
        };
    }

    /// <summary>The client makes the value; a migration writes no default.</summary>
    public static bool IsMadeByClient(DefaultValue value) => value.Function is "uuid" or "cuid" or "ulid" or "nanoid" or "auto";

    private static DefaultVerdict OfExpressions(string declared, ExpressionText found)
    {
        var own = ExpressionText.Parse(declared);
        if (own.Text == found.Text || (own.IsNow && found.IsNow) || IsSameList(own, found) || IsSameValue(own, found))
            return DefaultVerdict.Equal;
        // Two values that differ are no matter of spelling.
        return own.Literal is not null && found.Literal is not null ? DefaultVerdict.Different : DefaultVerdict.Unclear;
    }

    // '1' and 1, and texts of JSON or arrays that people write with other blanks.
    private static bool IsSameValue(ExpressionText one, ExpressionText other) =>
        one.Literal is { } left && other.Literal is { } right
        && (left == right
            || (ExpressionText.FindNumber(left) is { } number && number == ExpressionText.FindNumber(right))
            || (JsonSpelling.Normalize(left) is { } json && json == JsonSpelling.Normalize(right)));

    private static bool IsSameList(ExpressionText one, ExpressionText other) =>
        (one.Elements ?? ListOf(one)) is { } left && (other.Elements ?? ListOf(other)) is { } right && left.SequenceEqual(right);

    // '{}' without a cast.
    private static string[]? ListOf(ExpressionText expression) => expression.Text == "'{}'" ? [] : null;

    private static bool IsSame(FieldSymbol declared, DefaultValue value, ExpressionText found)
    {
        if (declared.IsList)
        {
            if (value.Expression is not ArrayExpressionSyntax array || (found.Elements ?? ListOf(found)) is not { } elements || elements.Count != array.Elements.Count)
                return false;
            return array.Elements.Zip(elements, (left, right) => IsSame(declared, ValueOf(declared, left), right)).All(isSame => isSame);
        }
        return found.Literal is { } literal && IsSame(declared, ValueOf(declared, value.Expression), literal);
    }

    private static string ValueOf(FieldSymbol declared, ExpressionSyntax expression) => expression switch
    {
        PathExpressionSyntax path when declared.TypeSymbol is EnumSymbol symbol => symbol.FindValue(path.Name.Text)?.DatabaseName ?? path.Name.Text,
        PathExpressionSyntax path => path.Name.Text,
        LiteralExpressionSyntax literal => literal.Value,
        _ => "",
    };

    private static bool IsSame(FieldSymbol declared, string value, string literal)
    {
        switch (declared.Scalar)
        {
            case ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal:
                var plain = literal.TrimStart('$').Replace(",", "");
                return value == literal || (ExpressionText.FindNumber(value) is { } number && (number == ExpressionText.FindNumber(plain) || IsSameReal(value, plain)));
            case ScalarType.DateTime:
                return IsSameTime(declared, value, literal);
            case ScalarType.Json:
                return value == literal || (JsonSpelling.Normalize(value) is { } json && json == JsonSpelling.Normalize(literal));
            case ScalarType.Bytes:
                return IsSameBytes(value, literal);
            case ScalarType.Boolean:
                return string.Equals(value, literal, StringComparison.OrdinalIgnoreCase);
            default:
                return value == literal || (declared.NativeType?.Name is "Char" && value.TrimEnd(' ') == literal.TrimEnd(' '))
                    || (declared.NativeType?.Name is "Uuid" or "Inet" or "Citext" && string.Equals(value, literal, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static bool IsSameReal(string one, string other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var left) && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var right) && left.Equals(right);

    private static bool IsSameTime(FieldSymbol declared, string value, string literal)
    {
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var left)
            || !DateTimeOffset.TryParse(Zoned(literal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var right))
        {
            return value == literal;
        }
        return declared.NativeType?.Name switch
        {
            "Date" => left.UtcDateTime.Date == right.UtcDateTime.Date || left.Date == right.Date,
            "Time" or "Timetz" => left.UtcDateTime.TimeOfDay == right.UtcDateTime.TimeOfDay || left.TimeOfDay == right.TimeOfDay,
            // The column rounds to its precision; one without a time zone takes the clock and drops the offset.
            _ => Math.Abs((left - right).TotalMilliseconds) < 1 || Math.Abs((left.DateTime - right.DateTime).TotalMilliseconds) < 1,
        };
    }

    // The server prints whole hours of an offset without minutes.
    private static string Zoned(string literal) =>
        literal.Length > 3 && literal[literal.Length - 3] is '+' or '-' && literal.IndexOf(':') > 0 ? literal + ":00" : literal;

    private static bool IsSameBytes(string value, string literal)
    {
        if (!literal.StartsWith("\\x", StringComparison.Ordinal))
            return value == literal;
        try
        {
            return string.Equals(string.Concat(Convert.FromBase64String(value).Select(part => part.ToString("x2", CultureInfo.InvariantCulture))), literal.Substring(2), StringComparison.OrdinalIgnoreCase);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
