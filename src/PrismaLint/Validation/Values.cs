using System.Globalization;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>Reads values of a wanted form. Strings, numbers and constants are told apart strictly.</summary>
internal static class Values
{
    public static ValidationCheck WrongForm { get; } = new(
        "wrong-value-form",
        ValidationDescriptors.InvalidAttribute,
        ValidationStage.Attributes,
        "An argument wants another form of value: a string, a constant, a number, a function");

    public static LiteralExpressionSyntax? String(ArgumentReader reader, string name, ExpressionSyntax value) =>
        value is LiteralExpressionSyntax { IsString: true } text ? text : Refuse<LiteralExpressionSyntax>(reader, name, "a string", value);

    /// <summary>A constant.</summary>
    /// <param name="reader">The attribute's arguments.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="value">The argument's value.</param>
    /// <param name="words">The constants that there are: one in quotes is told by them.</param>
    public static PathExpressionSyntax? Constant(ArgumentReader reader, string name, ExpressionSyntax value, params string[] words) =>
        value as PathExpressionSyntax ?? Refuse<PathExpressionSyntax>(reader, name, "a constant", value, words);

    public static void Boolean(ArgumentReader reader, string name, ExpressionSyntax value)
    {
        if (value is not PathExpressionSyntax { Name.Text: "true" or "false" })
            Refuse<PathExpressionSyntax>(reader, name, "`true` or `false`", value);
    }

    public static void Integer(ArgumentReader reader, string name, ExpressionSyntax value)
    {
        if (!IsInteger(value))
            Refuse<LiteralExpressionSyntax>(reader, name, "a whole number", value);
    }

    /// <summary>A number without fraction that fits into 64 bits.</summary>
    public static bool IsInteger(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax { IsString: false } number
        && long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>Reports that an argument's value has another form than the one wanted.</summary>
    public static T? Refuse<T>(ArgumentReader reader, string name, string wanted, ExpressionSyntax value, params string[] words)
        where T : ExpressionSyntax
    {
        reader.Context.Report(
            WrongForm,
            reader.Symbol,
            reader.Symbol.LocationOf(value),
            $"`{name}` of `{reader.Attribute}` is {wanted}, found {ExpressionWords.Describe(reader.Attribute.Tree, value)}",
            Repairs.Requote(reader.Attribute.Tree, value, wanted, words));
        return null;
    }
}
