using System;
using System.Linq;
using System.Text;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Sql;
using PrismaLint.Syntax;

namespace PrismaLint.Migrations.Diff;

/// <summary>The default of a column in the database.</summary>
/// <param name="Sql">As a statement writes it.</param>
/// <param name="Key">Equal for equal values: <c>1.0</c> and <c>1</c>, JSON with other blanks.</param>
internal sealed record ColumnDefault(string Sql, string Key)
{
    /// <summary>An expression of the database: the client leaves the column out of what it inserts.</summary>
    public bool IsDatabaseExpression { get; init; }

    /// <summary>Each row may get another value, so a new column with it makes PostgreSQL write the table anew.</summary>
    public bool IsVolatile => IsDatabaseExpression && Sql.Contains('(')
        && !Sql.StartsWith("now()", StringComparison.OrdinalIgnoreCase);

    /// <summary>The default that the database knows: none for the values that the client makes.</summary>
    public static ColumnDefault? Of(FieldSymbol field, ColumnType type)
    {
        if (field.Default is not { } value)
            return null;
        switch (value.Function)
        {
            case null:
                break;
            case "now":
                return new ColumnDefault("CURRENT_TIMESTAMP", "now()");
            case "dbgenerated" when value.FunctionArgument is { Length: > 0 } sql:
                return new ColumnDefault(sql, "dbgenerated:" + sql) { IsDatabaseExpression = true };
            default:
                return null;
        }
        return value.Expression is ArrayExpressionSyntax list
            ? new ColumnDefault(
                $"ARRAY[{string.Join(", ", list.Elements.Select(element => Literal(element, type).Sql))}]::{type.Sql}",
                "[" + string.Join(",", list.Elements.Select(element => Literal(element, type).Key)) + "]")
            : Literal(value.Expression, type);
    }

    private static ColumnDefault Literal(ExpressionSyntax expression, ColumnType type)
    {
        switch (expression)
        {
            case PathExpressionSyntax path:
                var label = type.Enum?.FindValue(path.Name.Text)?.DatabaseName;
                return label is null ? new ColumnDefault(path.Name.Text, path.Name.Text) : new ColumnDefault(SqlText.Literal(label), label);
            case LiteralExpressionSyntax { IsString: true } text:
                return new ColumnDefault(
                    type.Scalar == ScalarType.Bytes ? SqlText.Literal("\\x" + Hex(text.Value)) : SqlText.Literal(text.Value),
                    type.Scalar == ScalarType.Json ? WithoutBlanks(text.Value) : text.Value);
            case LiteralExpressionSyntax number:
                return new ColumnDefault(number.Value, Number(number.Value));
            default:
                return new ColumnDefault("", "");
        }
    }

    private static string Hex(string base64)
    {
        try
        {
            return string.Concat(Convert.FromBase64String(base64).Select(one => one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private static string Number(string digits)
    {
        if (digits.IndexOf('.') < 0)
            return digits;
        var text = digits.TrimEnd('0').TrimEnd('.');
        return text is "" or "-" or "-0" ? "0" : text;
    }

    private static string WithoutBlanks(string json)
    {
        var text = new StringBuilder(json.Length);
        var isInString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '\\' && isInString && i + 1 < json.Length)
            {
                text.Append(json[i++]).Append(json[i]);
                continue;
            }
            if (json[i] == '"')
                isInString = !isInString;
            if (isInString || !char.IsWhiteSpace(json[i]))
                text.Append(json[i]);
        }
        return text.ToString();
    }
}
