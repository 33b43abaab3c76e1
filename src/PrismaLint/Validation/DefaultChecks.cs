using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>The form of <c>@default</c>: what literals and functions a field can take. Their content is looked at later.</summary>
internal static class DefaultChecks
{
    private static readonly ValidationCheck s_relation = Check("default-on-relation-field", "`@default` is put on a relation field");
    private static readonly ValidationCheck s_form = Check("default-form", "A default is no literal of the field's type");
    private static readonly ValidationCheck s_boolean = Check("default-boolean", "A default of a Boolean is neither true nor false");
    private static readonly ValidationCheck s_listOnSingle = Check("list-default-on-single-field", "A list is the default of a field that is none");
    private static readonly ValidationCheck s_singleOnList = Check("single-default-on-list", "A literal without brackets is the default of a list");
    private static readonly ValidationCheck s_unknownValue = Check("default-unknown-enum-value", "A default is no value of the field's enum");
    private static readonly ValidationCheck s_enumForm = Check("default-enum-form", "The default of an enum field is something else than one of its values");
    private static readonly ValidationCheck s_functionType = Check("default-function-type", "A function cannot make values of the field's type");
    private static readonly ValidationCheck s_functionArgument = Check("default-function-argument", "A function of `@default` has arguments that it does not take");
    private static readonly ValidationCheck s_unsupported = Check("default-on-unsupported", "The default of an Unsupported field is not dbgenerated");
    private static readonly ValidationCheck s_composite = Check("default-on-composite", "A field of a composite type's kind has a default");
    private static readonly ValidationCheck s_inComposite = Check("default-in-composite-type", "A default that fields of composite types cannot have");
    private static readonly ValidationCheck s_mapInComposite = Check("default-map-in-composite-type", "A default inside a composite type has `map`");
    private static readonly ValidationCheck s_mapAutoincrement = Check("default-map-autoincrement", "A default of `autoincrement()` has `map`");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_relation, s_form, s_boolean, s_listOnSingle, s_singleOnList, s_unknownValue, s_enumForm, s_functionType, s_functionArgument,
        s_unsupported, s_composite, s_inComposite, s_mapInComposite, s_mapAutoincrement,
    ];

    private static readonly string[] s_booleans = ["true", "false"];

    public static void CheckRelationField(ValidationContext context, FieldSymbol relation, AttributeSymbol attribute) => context.Report(
        s_relation,
        relation,
        relation.LocationOf(attribute.Syntax.Name),
        $"`{relation.DisplayName}` is a relation field and cannot have `@default`");

    /// <summary><c>@default</c> on a column of a model or view.</summary>
    public static void CheckColumn(ArgumentReader reader, FieldSymbol column)
    {
        var map = reader.TakeMap();
        if (reader.TakeDefault("value") is { } value)
        {
            if (value is CallExpressionSyntax { Name.Text: "dbgenerated" } generated)
                CheckDbGenerated(reader, generated);
            else if (map is not null && value is CallExpressionSyntax { Name.Text: "autoincrement" } && column.Scalar is ScalarType.Int or ScalarType.BigInt)
                reader.Report(s_mapAutoincrement, map, $"`autoincrement()` of `{column.DisplayName}` makes no constraint that `map` could name");
            else
                CheckValue(reader, column, value);
        }

        reader.Close("value", "map");
    }

    /// <summary><c>@default</c> on a field of a composite type.</summary>
    public static void CheckCompositeMember(ArgumentReader reader, FieldSymbol member)
    {
        if (reader.TakeString("map") is { } map)
            reader.Report(s_mapInComposite, map, $"`{member.DisplayName}` lies in a composite type, where a default has no name to map");
        if (reader.TakeDefault("value") is { } value)
        {
            if (member.Kind == FieldKind.Unsupported)
                reader.Report(s_inComposite, value, $"`{member.DisplayName}` is Unsupported inside a composite type and cannot have a default");
            else if (value is CallExpressionSyntax { Name.Text: "dbgenerated" })
                reader.Report(s_inComposite, value, $"`{member.DisplayName}` lies in a composite type, where no `dbgenerated()` reaches");
            else if (value is CallExpressionSyntax { Name.Text: "autoincrement" or "auto" } call && member.Kind == FieldKind.Scalar)
                reader.Report(s_inComposite, value, $"`{member.DisplayName}` lies in a composite type and cannot have `{call.Name.Text}()`");
            else if (value is CallExpressionSyntax { Name.Text: "nanoid" } && member.Kind == FieldKind.Scalar)
                reader.Report(s_functionType, value, $"`{member.DisplayName}` lies in a composite type and cannot have `nanoid()`");
            else if (value is CallExpressionSyntax unknown && member.Kind == FieldKind.Scalar && !DefaultFunctionChecks.IsKnown(unknown.Name.Text))
                DefaultFunctionChecks.ReportUnknown(reader.Context, member, unknown);
            else
                CheckValue(reader, member, value);
        }

        reader.Close("value", "map");
    }

    private static void CheckValue(ArgumentReader reader, FieldSymbol column, ExpressionSyntax value)
    {
        switch (column.Kind)
        {
            case FieldKind.Composite:
                reader.Report(
                    s_composite,
                    reader.Attribute.Syntax.Name.Span,
                    $"`{column.DisplayName}` is of the composite type `{column.Type.Name.Text}` and cannot have a default");
                break;
            case FieldKind.Unsupported:
                reader.Report(
                    s_unsupported,
                    value,
                    $"`{column.DisplayName}` is Unsupported and takes no default but `dbgenerated(\"…\")`, found {Describe(reader, value)}");
                break;
            case FieldKind.Enum when column.TypeSymbol is EnumSymbol type:
                CheckEnumValue(reader, column, type, value);
                break;
            case FieldKind.Scalar when value is CallExpressionSyntax call:
                CheckFunction(reader, column, call);
                break;
            case FieldKind.Scalar when column.Scalar is { } scalar:
                CheckLiteral(reader, column, scalar, value);
                break;
        }
    }

    private static void CheckEnumValue(ArgumentReader reader, FieldSymbol column, EnumSymbol type, ExpressionSyntax value)
    {
        if (column.IsList && value is ArrayExpressionSyntax array)
        {
            foreach (var element in array.Elements)
                CheckSingle(element);
        }
        else if (column.IsList)
        {
            reader.Report(s_enumForm, value, $"`{column.DisplayName}` is a list, and its default is {Describe(reader, value)}");
        }
        else
        {
            CheckSingle(value);
        }

        void CheckSingle(ExpressionSyntax single)
        {
            if (single is not PathExpressionSyntax constant)
            {
                var quoted = single is LiteralExpressionSyntax { IsString: true } text ? type.FindValue(text.Value) : null;
                reader.Context.Report(
                    s_enumForm,
                    column,
                    column.LocationOf(single),
                    $"The default of `{column.DisplayName}` is a value of `{type.Name}`, found {Describe(reader, single)}",
                    quoted is null ? null : Repairs.Requote(column.Tree, single, "a constant", quoted.Name));
                return;
            }

            if (type.FindValue(constant.Name.Text) is not null)
                return;
            var nearest = NearestValue(reader.Context, type, constant.Name.Text);
            reader.Context.Report(
                s_unknownValue,
                column,
                column.LocationOf(constant),
                $"`{type.Name}` has no value `{constant.Name.Text}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(column.Tree, constant.Name, nearest));
        }
    }

    // A value's name in the database is what people write by mistake.
    private static NearName? NearestValue(ValidationContext context, EnumSymbol type, string name)
    {
        if (!context.MayCompare(type.Values.Count))
            return null;
        return type.Values.FirstOrDefault(value => value.DatabaseName == name) is { } mapped
            ? new NearName(mapped.Name, IsSure: true)
            : context.Nearest(name, [.. type.Values.Select(value => value.Name)]);
    }

    private static void CheckLiteral(ArgumentReader reader, FieldSymbol column, ScalarType scalar, ExpressionSyntax value)
    {
        if (value is not ArrayExpressionSyntax array)
        {
            if (column.IsList)
                reader.Context.Report(
                    s_singleOnList,
                    column,
                    column.LocationOf(value),
                    $"`{column.DisplayName}` is a list, and its default {Describe(reader, value)} is none",
                    Fits(scalar, value) ? Bracket(column, value) : null);
            else
                CheckSingle(value);
            return;
        }

        if (!column.IsList)
        {
            reader.Report(s_listOnSingle, value, $"`{column.DisplayName}` is no list, and its default {Describe(reader, value)} is one");
            return;
        }

        foreach (var element in array.Elements)
            CheckSingle(element);

        void ReportBoolean(PathExpressionSyntax constant)
        {
            var nearest = reader.Context.Nearest(constant.Name.Text, s_booleans);
            reader.Context.Report(
                s_boolean,
                column,
                column.LocationOf(constant),
                $"The default of `{column.DisplayName}` is `true` or `false`, found `{constant.Name.Text}`",
                ValidationContext.Respell(column.Tree, constant.Name, nearest));
        }

        void ReportForm(ExpressionSyntax single) => reader.Context.Report(
            s_form,
            column,
            column.LocationOf(single),
            $"The default of `{column.DisplayName}` is {Wanted(scalar)}, found {Describe(reader, single)}",
            scalar == ScalarType.String || single is LiteralExpressionSyntax { IsString: true } ? Repairs.Requote(column.Tree, single, Wanted(scalar)) : null);

        void CheckSingle(ExpressionSyntax single)
        {
            if (Fits(scalar, single))
                return;
            if (scalar == ScalarType.Boolean && single is PathExpressionSyntax constant)
                ReportBoolean(constant);
            else
                ReportForm(single);
        }
    }

    private static CodeFix Bracket(FieldSymbol column, ExpressionSyntax value)
    {
        var source = column.Tree.Source;
        return CodeFix.Safe("Put brackets around the default", TextEdit.Insert(source, value.Span.Start, "["), TextEdit.Insert(source, value.Span.End, "]"));
    }

    private static bool Fits(ScalarType scalar, ExpressionSyntax value) => scalar switch
    {
        ScalarType.Boolean => value is PathExpressionSyntax { Name.Text: "true" or "false" },
        ScalarType.Int or ScalarType.BigInt or ScalarType.Float => value is LiteralExpressionSyntax { IsString: false },
        ScalarType.Decimal => value is LiteralExpressionSyntax,
        _ => value is LiteralExpressionSyntax { IsString: true },
    };

    private static string Wanted(ScalarType scalar) => scalar switch
    {
        ScalarType.Boolean => "`true` or `false`",
        ScalarType.Int or ScalarType.BigInt or ScalarType.Float => "a number",
        ScalarType.Decimal => "a number or a string",
        _ => "a string",
    };

    private static void CheckFunction(ArgumentReader reader, FieldSymbol column, CallExpressionSyntax call)
    {
        var name = call.Name.Text;
        switch (name)
        {
            case "autoincrement" when column.Scalar is ScalarType.Int or ScalarType.BigInt:
            case "now" when column.Scalar == ScalarType.DateTime:
            case "ulid" when column.Scalar == ScalarType.String:
            case "auto":
                if (call.Arguments.Count > 0)
                    reader.Report(s_functionArgument, call, $"`{name}()` of `{column.DisplayName}` takes no argument");
                break;
            case "uuid" when column.Scalar == ScalarType.String:
                CheckNumber(reader, column, call, number => number is 4 or 7, "the version 4 or 7");
                break;
            case "cuid" when column.Scalar == ScalarType.String:
                CheckNumber(reader, column, call, number => number is 1 or 2, "the version 1 or 2");
                break;
            case "nanoid" when column.Scalar == ScalarType.String:
                CheckNumber(reader, column, call, number => number is >= 2, "a length from 2 to 255");
                break;
            case "autoincrement" or "now" or "ulid" or "uuid" or "cuid" or "nanoid":
                reader.Report(
                    s_functionType, call, $"`{name}()` makes no `{column.Type.Name.Text}`, which `{column.DisplayName}` holds");
                break;
        }
    }

    private static void CheckNumber(ArgumentReader reader, FieldSymbol column, CallExpressionSyntax call, System.Func<byte, bool> accepts, string wanted)
    {
        if (call.Arguments.Count == 0)
            return;
        if (call.Arguments.Count == 1 && call.Arguments[0].Value is LiteralExpressionSyntax { IsString: false } literal
            && byte.TryParse(literal.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && accepts(number))
        {
            return;
        }

        reader.Report(
            s_functionArgument,
            call,
            $"`{call.Name.Text}` of `{column.DisplayName}` takes nothing or {wanted}, found `{ExpressionWords.TextOf(column.Tree, call)}`");
    }

    private static void CheckDbGenerated(ArgumentReader reader, CallExpressionSyntax call)
    {
        var arguments = call.Arguments;
        if (arguments.Count == 0 || (arguments.Count == 1 && arguments[0].Value is LiteralExpressionSyntax { IsString: true, Value.Length: > 0 }))
            return;
        reader.Report(
            s_functionArgument,
            call,
            $"`dbgenerated` of `{reader.Symbol.DisplayName}` takes nothing or one string of SQL, found `{ExpressionWords.TextOf(reader.Attribute.Tree, call)}`");
    }

    private static string Describe(ArgumentReader reader, ExpressionSyntax value) => ExpressionWords.Describe(reader.Attribute.Tree, value);

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, summary);
}
