using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Contract;

/// <summary>Enums of a contract: those of the client and those of the database.</summary>
internal static class ContractEnumChecks
{
    private static readonly ValidationCheck s_empty = new(
        "empty-contract-enum", ValidationDescriptors.SyntaxError, ValidationStage.Types, "An enum of a contract has no values");

    private static readonly ValidationCheck s_valueAttribute = new(
        "contract-enum-value-attribute",
        ValidationDescriptors.InvalidAttribute,
        ValidationStage.Attributes,
        "A value of a contract's enum has an attribute, as `@map` in schemas");

    private static readonly ValidationCheck s_bareValue = new(
        "native-enum-value-without-text", ValidationDescriptors.InvalidAttribute, ValidationStage.Types, "A value of a `native_enum` does not say its text in the database");

    private static readonly ValidationCheck s_equalValues = new(
        "equal-contract-enum-values", ValidationDescriptors.DuplicateOrReservedName, ValidationStage.Types, "Two values of a contract's enum are stored alike");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_empty, s_valueAttribute, s_bareValue, s_equalValues];

    public static void Run(ValidationContext context)
    {
        foreach (var symbol in context.Schema.Enums)
        {
            if (symbol.Syntax.OpenBrace.IsMissing)
                continue;
            if (symbol.Values.Count == 0 && !symbol.HasErrors)
                context.Report(s_empty, symbol, symbol.Location, $"The enum `{symbol.Name}` has no values");
            CheckValues(context, symbol);
        }
    }

    private static void CheckValues(ValidationContext context, EnumSymbol symbol)
    {
        var isNative = symbol.Syntax.Keyword.Text == "native_enum";
        var stored = new Dictionary<string, EnumValueSymbol>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in symbol.Values)
        {
            foreach (var attribute in value.Attributes)
            {
                var instead = attribute.Name == "map" ? $"; what is stored is written `{value.Name} = \"…\"`" : "";
                context.Report(s_valueAttribute, value, attribute.Location, $"A value of an enum takes no attributes, found `{attribute}`{instead}");
            }
            // Of equal names only the first counts, and the second is reported as such.
            if (!names.Add(value.Name))
                continue;
            if (isNative && value.Syntax.EqualsToken.IsMissing)
                context.Report(s_bareValue, value, value.Location, $"`{value.DisplayName}` does not say its text in the database: `{value.Name} = \"…\"`");
            if (value.Syntax.Value is not (null or LiteralExpressionSyntax))
                continue;
            if (!stored.TryGetValue(value.DatabaseName, out var first))
            {
                stored.Add(value.DatabaseName, value);
                continue;
            }
            context.Report(
                s_equalValues,
                value,
                value.Location,
                $"`{value.DisplayName}` is stored as `{value.DatabaseName}`, and so is `{first.Name}`",
                related: new RelatedLocation(first.Location, $"`{first.Name}` is declared here"));
        }
    }
}
