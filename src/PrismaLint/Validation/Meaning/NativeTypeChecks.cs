using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Native types: <c>@db.VarChar(20)</c>. Of several faults Prisma names the first.</summary>
internal static class NativeTypeChecks
{
    private static readonly ValidationCheck s_prefix = Check("native-type-prefix", "A native type begins with another word than the datasource's name");
    private static readonly ValidationCheck s_unknown = Check("unknown-native-type", "The database has no native type of that name");
    private static readonly ValidationCheck s_count = Check("native-type-argument-count", "A native type has too many or too few arguments");
    private static readonly ValidationCheck s_scalar = Check("native-type-on-wrong-type", "A native type cannot hold values of the field's type");
    private static readonly ValidationCheck s_form = Check("native-type-argument-form", "An argument of a native type is no whole number");
    private static readonly ValidationCheck s_scale = Check("native-type-scale", "A native type has more digits behind the point than digits");
    private static readonly ValidationCheck s_range = Check("native-type-argument-range", "An argument of a native type is out of range");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_prefix, s_unknown, s_count, s_scalar, s_form, s_scale, s_range];

    public static void Run(ValidationContext context, FieldSymbol column)
    {
        if (column.Kind != FieldKind.Scalar)
            return;
        foreach (var attribute in column.Attributes)
        {
            // Most native types are right and without arguments.
            if (column.NativeType is { Arguments.Count: 0 } bound && bound.Attribute == attribute && column.Scalar is { } scalar
                && (context.Schema.Datasource is not { } datasource || IsPrefix(datasource.Name, attribute.Name))
                && context.Connector.FindNativeType(bound.Name) is { RequiredArguments: 0 } known && known.Scalars.Contains(scalar))
            {
                continue;
            }

            var dot = attribute.Name.IndexOf('.');
            if (dot >= 0)
                CheckAttribute(context, column, attribute, dot);
        }
    }

    private static void CheckAttribute(ValidationContext context, FieldSymbol column, AttributeSymbol attribute, int dot)
    {
        var connector = context.Connector;
        var prefix = attribute.Name.Substring(0, dot);
        var name = attribute.Name.Substring(dot + 1);
        if (context.Schema.Datasource is { } datasource && prefix != datasource.Name)
        {
            var token = attribute.Syntax.Name;
            context.Report(
                s_prefix,
                column,
                column.LocationOf(token),
                $"`{attribute}` begins with `{prefix}`, and the datasource is named `{datasource.Name}`",
                CodeFix.Safe(
                    $"Replace `{prefix}` with `{datasource.Name}`", new TextEdit(column.Tree.Source, new TextSpan(token.Start, dot), datasource.Name)));
            return;
        }

        if (connector.FindNativeType(name) is not { } type)
        {
            var nearest = FindNear(context, column, attribute, name);
            var respelt = nearest is null
                ? null
                : new CodeFix(
                    $"Replace `{name}` with `{nearest}`",
                    nearest.IsSure ? FixSafety.Safe : FixSafety.Unsafe,
                    [new TextEdit(column.Tree.Source, TextSpan.FromBounds(attribute.Syntax.Name.Start + dot + 1, attribute.Syntax.Name.End), nearest.Text)]);
            Report(s_unknown, $"{Capital(connector.DisplayName)} has no native type `{name}`{ValidationContext.Hint(nearest)}", respelt);
            return;
        }

        var arguments = Arguments(attribute);
        var most = type.RequiredArguments + type.OptionalArguments;
        if (arguments.Length < type.RequiredArguments || arguments.Length > most)
            Report(s_count, $"`{type.Name}` on `{column.DisplayName}` takes {Count(type)}, found {arguments.Length}");
        else if (column.Scalar is { } scalar && !type.Scalars.Contains(scalar))
            Report(s_scalar, $"`{type.Name}` holds {string.Join(" or ", type.Scalars.Select(fit => $"`{fit}`"))}, and `{column.DisplayName}` is of type `{scalar}`");
        else if (!NativeTypeText.IsReadable(type, arguments))
            Report(s_form, $"`{type.Name}` on `{column.DisplayName}` takes {Form(type)}, found `{string.Join(", ", arguments)}`");
        else
            CheckValues(column, type, arguments);

        void CheckValues(FieldSymbol column, NativeTypeFacts type, string[] arguments)
        {
            if (arguments.Length == 0 || NativeTypeText.Number(type, arguments[0]) is not { } first)
                return;
            if (arguments.Length > 1 && NativeTypeText.Number(type, arguments[1]) is { } scale)
            {
                if (scale > first)
                {
                    Report(s_scale, $"`{type.Name}({first}, {scale})` on `{column.DisplayName}` has more digits behind the point than digits");
                    return;
                }

                if (scale > type.MaxScale)
                {
                    Report(s_range, $"The scale of `{type.Name}` on `{column.DisplayName}` is {scale}, and {connector.DisplayName} takes up to {type.MaxScale}");
                    return;
                }
            }

            // MySQL keeps a Boolean in a single bit.
            var max = type.Name == "Bit" && column.Scalar == ScalarType.Boolean ? 1 : type.MaxArgument;
            if (first < type.MinArgument || first > max)
            {
                var range = max == uint.MaxValue ? $"{type.MinArgument} or more" : $"{type.MinArgument} to {max}";
                Report(s_range, $"`{type.Name}` on `{column.DisplayName}` has the argument {first}, and {connector.DisplayName} takes {range}");
            }
        }

        void Report(ValidationCheck check, string message, CodeFix? fix = null) =>
            context.Report(check, column, column.LocationOf(attribute.Syntax), message, fix);
    }

    // The type of that meaning, where the name is one of another database; else one that is spelt alike. Only what can hold
    // the field's values: another would be refused in turn.
    private static NearName? FindNear(ValidationContext context, FieldSymbol column, AttributeSymbol attribute, string name)
    {
        if (!context.Connector.HasNativeTypes || column.Scalar is not { } scalar)
            return null;
        var arguments = Arguments(attribute);
        foreach (var counterpart in NativeTypeCounterparts.Of(name))
        {
            if (context.Connector.FindNativeType(counterpart) is { } type && type.Scalars.Contains(scalar)
                && arguments.Length >= type.RequiredArguments && arguments.Length <= type.RequiredArguments + type.OptionalArguments)
            {
                return new NearName(counterpart, IsSure: false);
            }
        }

        return context.Nearest(name, [.. context.Connector.NativeTypes.Where(known => known.Scalars.Contains(scalar)).Select(known => known.Name)]);
    }

    private static string[] Arguments(AttributeSymbol attribute)
    {
        if (attribute.Arguments.Count == 0)
            return [];
        // Prisma passes over an argument whose value is not there.
        return [.. attribute.Arguments.Select(argument => argument.Value).OfType<ExpressionSyntax>().Select(value => attribute.Tree.Source.ToString(value.Span))];
    }

    private static string Count(NativeTypeFacts type) => (type.RequiredArguments, type.OptionalArguments) switch
    {
        (0, 0) => "no arguments",
        (0, 1) => "at most one argument",
        (0, _) => "none or two arguments",
        _ => "one argument",
    };

    private static string Form(NativeTypeFacts type) => type switch
    {
        { AcceptsMax: true } => "a whole number or `Max`",
        { OptionalArguments: 2 } => "two whole numbers",
        _ => "a whole number",
    };

    private static bool IsPrefix(string prefix, string name) =>
        name.Length > prefix.Length && name[prefix.Length] == '.' && name.StartsWith(prefix, StringComparison.Ordinal);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Remove(0, 1);

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidAttribute, ValidationStage.Meaning, summary);
}
