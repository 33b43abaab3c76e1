using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>
/// Functions of <c>@default</c> that not every database knows: Prisma asks the provider for them, so they come with the
/// last stage.
/// </summary>
internal static class DefaultFunctionChecks
{
    private static readonly ValidationCheck s_unknown = new(
        "unknown-default-function", ValidationDescriptors.InvalidAttribute, ValidationStage.Meaning, "No function of `@default` has that name");

    private static readonly ValidationCheck s_sequenceArgument = new(
        "sequence-argument",
        ValidationDescriptors.InvalidAttribute,
        ValidationStage.Meaning,
        "An argument that sequence() of CockroachDB does not take");

    private static readonly string[] s_functions =
        ["autoincrement", "now", "uuid", "cuid", "ulid", "nanoid", "dbgenerated", "auto"];

    private static readonly string[] s_sequenceArguments = ["virtual", "cache", "increment", "minValue", "maxValue", "start"];

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unknown, s_sequenceArgument];

    public static bool IsKnown(string function) => Array.IndexOf(s_functions, function) >= 0;

    public static void Run(ValidationContext context)
    {
        foreach (var model in context.Schema.Models)
        {
            foreach (var column in model.Fields)
            {
                if (column is not { Kind: FieldKind.Scalar, Default.Expression: CallExpressionSyntax call } || IsKnown(call.Name.Text))
                    continue;
                if (call.Name.Text == "sequence" && context.Schema.Provider == Provider.CockroachDb)
                    CheckSequence(context, column, call);
                else
                    ReportUnknown(context, column, call);
            }
        }
    }

    public static void ReportUnknown(ValidationContext context, FieldSymbol column, CallExpressionSyntax call)
    {
        var nearest = context.Nearest(call.Name.Text, s_functions);
        context.Report(
            s_unknown,
            column,
            column.LocationOf(call.Name),
            $"`@default` knows no function `{call.Name.Text}`{ValidationContext.Hint(nearest)}",
            ValidationContext.Respell(column.Tree, call.Name, nearest));
    }

    private static void CheckSequence(ValidationContext context, FieldSymbol column, CallExpressionSyntax call)
    {
        foreach (var argument in call.Arguments)
        {
            var name = argument.Name.Text;
            if (argument.Value is not { } value)
                continue;
            if (argument.Name.IsMissing || Array.IndexOf(s_sequenceArguments, name) < 0)
            {
                var nearest = context.Nearest(name, s_sequenceArguments);
                context.Report(
                    s_sequenceArgument,
                    column,
                    column.LocationOf(argument),
                    argument.Name.IsMissing
                        ? $"`sequence` of `{column.DisplayName}` takes named arguments only"
                        : $"`sequence` of `{column.DisplayName}` takes no argument `{name}`{ValidationContext.Hint(nearest)}",
                    argument.Name.IsMissing ? null : ValidationContext.Respell(column.Tree, argument.Name, nearest));
                continue;
            }

            var fits = name == "virtual" ? value is PathExpressionSyntax { Name.Text: "true" or "false" } : Values.IsInteger(value);
            if (!fits)
            {
                context.Report(
                    s_sequenceArgument,
                    column,
                    column.LocationOf(value),
                    $"`{name}` of `sequence` is {(name == "virtual" ? "`true` or `false`" : "a whole number")}, found "
                    + ExpressionWords.Describe(column.Tree, value));
            }
        }
    }
}
