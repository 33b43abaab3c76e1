using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>
/// <c>where</c> of <c>@unique</c>, <c>@@unique</c> and <c>@@index</c> (Prisma 7.4 and later): <c>raw("…")</c> or an object of
/// fields and their values.
/// </summary>
internal static class WherePredicateChecks
{
    private static readonly ValidationCheck s_form = Check("where-form", "The condition of an index is neither raw(\"…\") nor an object");
    private static readonly ValidationCheck s_rawArgument = Check("where-raw-argument", "raw of a condition takes a string");
    private static readonly ValidationCheck s_emptyRaw = Check("empty-where-text", "The text of a condition is empty");
    private static readonly ValidationCheck s_emptyObject = Check("empty-where-object", "The object of a condition is empty");
    private static readonly ValidationCheck s_unknownField = Check("unknown-field-in-where", "A condition is on a field that the model does not have");
    private static readonly ValidationCheck s_relationField = Check("relation-field-in-where", "A condition is on a relation field");
    private static readonly ValidationCheck s_fieldType = Check("where-field-type", "A condition in object form is on an Unsupported or composite field");
    private static readonly ValidationCheck s_value = Check("where-value-type", "The value of a condition does not fit the field");
    private static readonly ValidationCheck s_constant = Check("where-constant", "The constant of a condition is none of true, false, null");
    private static readonly ValidationCheck s_valueForm = Check("where-value-form", "The value of a condition is a list or a function");
    private static readonly ValidationCheck s_nestedKeys = Check("where-nested-keys", "A nested object of a condition has not exactly one key");
    private static readonly ValidationCheck s_nestedKey = Check("where-nested-key", "The key of a nested object of a condition is not `not`");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_form, s_rawArgument, s_emptyRaw, s_emptyObject, s_unknownField, s_relationField, s_fieldType, s_value, s_constant, s_valueForm,
        s_nestedKeys, s_nestedKey,
    ];

    public static void Run(ArgumentReader reader, ModelSymbol model)
    {
        if (!reader.Context.Schema.MayHavePartialIndexes || reader.Take("where") is not { } value)
            return;
        switch (value)
        {
            case CallExpressionSyntax { Name.Text: "raw" } raw:
                CheckRaw(reader, raw);
                break;
            case ObjectExpressionSyntax { Members.Count: 0 }:
                reader.Report(s_emptyObject, value, $"`where` of `{reader.Attribute}` on `{reader.Symbol.DisplayName}` is empty");
                break;
            case ObjectExpressionSyntax conditions:
                foreach (var condition in conditions.Members)
                    CheckCondition(reader, model, condition);
                break;
            default:
                reader.Report(
                    s_form,
                    value,
                    $"`where` is `raw(\"…\")` or an object like `{{ active: true }}`, found {ExpressionWords.Describe(reader.Attribute.Tree, value)}");
                break;
        }
    }

    private static void CheckRaw(ArgumentReader reader, CallExpressionSyntax raw)
    {
        if (raw.Arguments.Count == 0 || raw.Arguments[0].Value is not LiteralExpressionSyntax { IsString: true } text)
            reader.Report(s_rawArgument, raw, $"`where` takes `raw(\"…\")` with a string of SQL, found `{ExpressionWords.TextOf(reader.Attribute.Tree, raw)}`");
        else if (text.Value.Length == 0)
            reader.Report(s_emptyRaw, text, $"The SQL of `where` on `{reader.Symbol.DisplayName}` is empty");
    }

    private static void CheckCondition(ArgumentReader reader, ModelSymbol model, ObjectMemberSyntax condition)
    {
        var name = condition.Key.Text;
        if (model.FindField(name) is not { } column)
        {
            var nearest = reader.Context.Nearest(name, FieldListReader.ColumnNames(model));
            reader.Context.Report(
                s_unknownField,
                reader.Symbol,
                reader.Symbol.LocationOf(condition.Key),
                $"`{model.Name}` has no field `{name}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(reader.Attribute.Tree, condition.Key, nearest));
            return;
        }

        switch (column.Kind)
        {
            case FieldKind.Relation or FieldKind.Unknown:
                reader.Report(s_relationField, condition.Key.Span, $"`{column.DisplayName}` in `where` is no column");
                return;
            case FieldKind.Unsupported or FieldKind.Composite when !IsNull(condition.Value):
                reader.Report(
                    s_fieldType, condition.Key.Span, $"`{column.DisplayName}` is of a type that only `raw(\"…\")` can compare");
                return;
        }

        CheckValue(reader, column, condition.Value);
    }

    // Whether a column is null can be asked of any type.
    private static bool IsNull(ExpressionSyntax value) => value switch
    {
        PathExpressionSyntax { Name.Text: "null" } => true,
        ObjectExpressionSyntax { Members: { Count: 1 } members } => members[0] is { Key.Text: "not", Value: PathExpressionSyntax { Name.Text: "null" } },
        _ => false,
    };

    private static void CheckValue(ArgumentReader reader, FieldSymbol column, ExpressionSyntax value)
    {
        if (value is not ObjectExpressionSyntax nested)
        {
            CheckPlainValue(reader, column, value);
            return;
        }

        if (nested.Members.Count != 1)
            reader.Report(s_nestedKeys, nested, $"The condition on `{column.DisplayName}` has {nested.Members.Count} keys instead of one `not`");
        else if (nested.Members[0].Key.Text != "not")
            reader.Report(s_nestedKey, nested.Members[0].Key.Span, $"A condition knows only `not`, found `{nested.Members[0].Key.Text}`");
        else if (nested.Members[0].Value is ObjectExpressionSyntax inner)
            reader.Report(s_valueForm, inner, $"The condition on `{column.DisplayName}` is nested too deep");
        else
            CheckPlainValue(reader, column, nested.Members[0].Value);
    }

    private static void CheckPlainValue(ArgumentReader reader, FieldSymbol column, ExpressionSyntax value)
    {
        switch (value)
        {
            case PathExpressionSyntax { Name.Text: "null" }:
                return;
            case PathExpressionSyntax { Name.Text: "true" or "false" }:
                CheckFit(reader, column, value, column.Scalar == ScalarType.Boolean);
                return;
            case PathExpressionSyntax constant:
                reader.Report(s_constant, constant, $"`{constant.Name.Text}` in `where` is none of `true`, `false`, `null`");
                return;
            case LiteralExpressionSyntax { IsString: true }:
                CheckFit(reader, column, value, column.Kind == FieldKind.Enum || column.Scalar is ScalarType.String or ScalarType.DateTime);
                return;
            case LiteralExpressionSyntax:
                CheckFit(
                    reader, column, value, column.Scalar is ScalarType.Int or ScalarType.BigInt or ScalarType.Float or ScalarType.Decimal);
                return;
            default:
                reader.Report(
                    s_valueForm,
                    value,
                    $"The condition on `{column.DisplayName}` compares with {ExpressionWords.Describe(reader.Attribute.Tree, value)}");
                return;
        }
    }

    private static void CheckFit(ArgumentReader reader, FieldSymbol column, ExpressionSyntax value, bool fits)
    {
        if (!fits)
        {
            reader.Report(
                s_value,
                value,
                $"`{column.DisplayName}` is of type `{column.Type.Name.Text}`, and `where` compares it with "
                + ExpressionWords.Describe(reader.Attribute.Tree, value));
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidIndex, ValidationStage.Attributes, summary);
}
