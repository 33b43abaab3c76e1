using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Types of columns that the database does not have, and unsupported ones that it does have.</summary>
internal static class FieldTypeChecks
{
    private static readonly ValidationCheck s_json = Check("unsupported-json", "The database has no Json");
    private static readonly ValidationCheck s_jsonList = Check("unsupported-json-list", "The database has no lists of Json");
    private static readonly ValidationCheck s_decimal = Check("unsupported-decimal", "The database has no Decimal");
    private static readonly ValidationCheck s_list = Check("unsupported-list", "The database has no lists");
    private static readonly ValidationCheck s_supported = Check("supported-type-as-unsupported", "Unsupported stands where a native type would do");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_json, s_jsonList, s_decimal, s_list, s_supported];

    public static void Run(ValidationContext context, FieldSymbol column)
    {
        var connector = context.Connector;
        switch (column.Scalar)
        {
            case ScalarType.Json when !connector.HasJson:
                Report(s_json, $"`{column.DisplayName}` is of type `Json`, which {connector.DisplayName} does not have");
                break;
            case ScalarType.Decimal when !connector.HasDecimal:
                Report(s_decimal, $"`{column.DisplayName}` is of type `Decimal`, which {connector.DisplayName} does not have");
                break;
        }

        if (column.IsList && column.Kind != FieldKind.Composite)
        {
            if (!connector.HasScalarLists)
                Report(s_list, $"`{column.DisplayName}` is a list, and {connector.DisplayName} has no lists of `{column.Type.Name.Text}`");
            else if (column.Scalar == ScalarType.Json && !connector.HasJsonLists)
                Report(s_jsonList, $"`{column.DisplayName}` is a list of `Json`, which {connector.DisplayName} does not have");
        }

        if (column.Kind == FieldKind.Unsupported)
            CheckUnsupported(context, column);

        void Report(ValidationCheck check, string message) => context.Report(check, column, column.LocationOf(column.Type), message);
    }

    /// <summary><c>Unsupported("varchar(10)")</c> of a type that Prisma does support.</summary>
    public static void CheckUnsupported(ValidationContext context, FieldSymbol column)
    {
        if (!context.Connector.HasNativeTypes || context.Schema.Datasource is not { } datasource)
            return;
        var text = SyntaxFacts.DecodeString(column.Type.UnsupportedText.Text);
        if (NativeTypeText.Read(context.Connector, text) is not { } native)
            return;
        var scalar = native.Type.Scalars[0];
        var notation = $"@{datasource.Name}.{native.Type.Name}" + (native.Arguments.Length == 0 ? "" : $"({string.Join(", ", native.Arguments)})");
        var span = TextSpan.FromBounds(column.Type.Name.Start, column.Type.Span.End);
        var modifier = column.Arity switch
        {
            Arity.Optional => "?",
            Arity.List => "[]",
            _ => "",
        };
        context.Report(
            s_supported,
            column,
            column.LocationOf(column.Type.UnsupportedText),
            $"`{column.DisplayName}` is of the type `{text}`, which Prisma supports as `{scalar} {notation}`",
            CodeFix.Unsafe($"Write `{scalar} {notation}`", new TextEdit(column.Tree.Source, span, scalar + modifier + " " + notation)));
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.UnknownType, ValidationStage.Meaning, summary);
}
