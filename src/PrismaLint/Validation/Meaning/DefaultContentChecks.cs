using System.Collections.Generic;
using System.Globalization;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary>The content of literals in <c>@default</c>: does the text say what the type holds.</summary>
internal static class DefaultContentChecks
{
    private static readonly ValidationCheck s_integer = Check("default-integer", "A default of Int or BigInt is no whole number of 64 bits");
    private static readonly ValidationCheck s_dateTime = Check("default-datetime", "A default of DateTime is no date and time of RFC 3339");
    private static readonly ValidationCheck s_json = Check("default-json", "A default of Json is no JSON text");
    private static readonly ValidationCheck s_bytes = Check("default-bytes", "A default of Bytes is no padded base64");
    private static readonly ValidationCheck s_decimal = Check("default-decimal", "A default of Decimal is no decimal number");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_integer, s_dateTime, s_json, s_bytes, s_decimal];

    public static void Run(ValidationContext context, FieldSymbol column)
    {
        if (column is not { Kind: FieldKind.Scalar, Default: { } value })
            return;
        if (value.Expression is ArrayExpressionSyntax array)
        {
            foreach (var element in array.Elements)
                CheckLiteral(context, column, element);
        }
        else
        {
            CheckLiteral(context, column, value.Expression);
        }
    }

    private static void CheckLiteral(ValidationContext context, FieldSymbol column, ExpressionSyntax expression)
    {
        if (expression is not LiteralExpressionSyntax literal)
            return;
        var text = literal.Value;
        var (check, wanted) = column.Scalar switch
        {
            ScalarType.Int or ScalarType.BigInt when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                (s_integer, "a whole number of 64 bits"),
            ScalarType.DateTime when !DateTimeText.IsValid(text) => (s_dateTime, "a date and time with seconds and offset, as `2026-01-31T12:00:00Z`"),
            ScalarType.Json when !JsonGrammar.IsValid(text) => (s_json, "a JSON text"),
            ScalarType.Bytes when !IsBase64(text) => (s_bytes, "padded base64"),
            ScalarType.Decimal when literal.IsString && !IsDecimal(text) => (s_decimal, "a decimal number"),
            _ => (null, ""),
        };
        if (check is not null)
        {
            context.Report(
                check,
                column,
                column.LocationOf(literal),
                $"The default of `{column.DisplayName}` is {wanted}, found `{ExpressionWords.TextOf(column.Tree, literal)}`");
        }
    }

    // The bits that the last character has over must be zero.
    private static bool IsBase64(string text)
    {
        if (text.Length % 4 != 0)
            return false;
        if (text.Length == 0)
            return true;
        var padding = text.EndsWith("==", System.StringComparison.Ordinal) ? 2 : text.EndsWith('=') ? 1 : 0;
        var last = 0;
        for (var i = 0; i < text.Length - padding; i++)
        {
            last = Base64Value(text[i]);
            if (last < 0)
                return false;
        }

        return padding switch
        {
            1 => (last & 0b11) == 0,
            2 => (last & 0b1111) == 0,
            _ => true,
        };
    }

    private static int Base64Value(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };

    // Digits with underscores between or behind them, a point anywhere among them, an exponent.
    private static bool IsDecimal(string text)
    {
        var position = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (position < text.Length && text[position] == '_')
            return false;
        var digits = 0;
        var points = 0;
        for (; position < text.Length && text[position] is not ('e' or 'E'); position++)
        {
            switch (text[position])
            {
                case >= '0' and <= '9':
                    digits++;
                    break;
                case '.':
                    points++;
                    break;
                case '_':
                    break;
                default:
                    return false;
            }
        }

        if (digits == 0 || points > 1)
            return false;
        if (position == text.Length)
            return true;
        var exponent = text.Substring(position + 1);
        return long.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Meaning, summary);
}
