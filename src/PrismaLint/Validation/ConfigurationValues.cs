using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>Reads values of properties.</summary>
internal static class ConfigurationValues
{
    private static readonly ValidationCheck s_wrongForm =
        Check("wrong-property-form", "A property wants another form of value: a string, `env(\"…\")`, a list");

    private static readonly ValidationCheck s_envArguments = Check("env-arguments", "`env()` has not exactly one argument");

    private static readonly ValidationCheck s_envNamedArgument =
        Check("env-named-argument", "The argument of `env()` has a name") with { Severity = DiagnosticSeverity.Warning };

    private static readonly ValidationCheck s_withoutValue = Check("property-without-value", "Nothing follows the equals sign of a property");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_wrongForm, s_envArguments, s_envNamedArgument, s_withoutValue];

    /// <summary>The properties by their keys, of several equal ones the last; none where one lacks its value.</summary>
    public static Dictionary<string, PropertySyntax>? Read(ValidationContext context, ConfigurationBlockSymbol block)
    {
        var properties = new Dictionary<string, PropertySyntax>(System.StringComparer.Ordinal);
        foreach (var property in block.Properties)
        {
            if (property.Value is null)
            {
                // Prisma points at the block as a whole.
                context.Report(s_withoutValue, block, block.Location, $"`{property.Key.Text}` of `{block.DisplayName}` has no value");
                return null;
            }

            properties[property.Key.Text] = property;
        }

        return properties;
    }

    public static bool IsEnv(ExpressionSyntax? value) => value is CallExpressionSyntax { Name.Text: "env" };

    public static LiteralExpressionSyntax? String(ValidationContext context, ConfigurationBlockSymbol block, string key, ExpressionSyntax? value)
    {
        if (value is LiteralExpressionSyntax { IsString: true } text)
            return text;
        Refuse(context, block, key, "a string", value);
        return null;
    }

    /// <summary>A string or <c>env("NAME")</c>.</summary>
    /// <returns>What tells two such values apart; <see langword="null"/> where it is neither.</returns>
    public static (bool IsEnv, string Text)? StringOrEnv(ValidationContext context, ConfigurationBlockSymbol block, string key, ExpressionSyntax? value)
    {
        switch (value)
        {
            case LiteralExpressionSyntax { IsString: true } text:
                return (false, text.Value);
            case CallExpressionSyntax { Name.Text: "env" } call:
                return Env(context, block, call);
            default:
                Refuse(context, block, key, "a string or `env(\"…\")`", value);
                return null;
        }
    }

    /// <summary>The call <c>env("NAME")</c>.</summary>
    public static (bool IsEnv, string Text)? Env(ValidationContext context, ConfigurationBlockSymbol block, CallExpressionSyntax call)
    {
        if (call.Arguments.Count != 1 || call.Arguments[0].Value is null || call.ArgumentList.HasTrailingComma)
        {
            context.Report(s_envArguments, block, block.LocationOf(call), $"`env` takes one string, found `{ExpressionWords.TextOf(block.Tree, call)}`");
            return null;
        }

        var argument = call.Arguments[0];
        if (!argument.Name.IsMissing && argument.Value is { } value)
        {
            context.Report(
                s_envNamedArgument,
                block,
                block.LocationOf(argument.Name),
                $"The argument of `env` needs no name, found `{argument.Name.Text}`",
                CodeFix.Safe(
                    $"Remove `{argument.Name.Text}:`",
                    Text.TextEdit.Delete(block.Tree.Source, Text.TextSpan.FromBounds(argument.Name.Start, value.Span.Start))));
        }

        if (argument.Value is LiteralExpressionSyntax { IsString: true } name)
            return (true, name.Value);
        Refuse(context, block, "env", "a string", argument.Value);
        return null;
    }

    /// <summary>A string or a list of strings.</summary>
    /// <returns>The strings; <see langword="null"/> where anything is none.</returns>
    public static IReadOnlyList<LiteralExpressionSyntax>? Strings(
        ValidationContext context, ConfigurationBlockSymbol block, string key, ExpressionSyntax? value)
    {
        var strings = new List<LiteralExpressionSyntax>();
        var readable = true;
        foreach (var element in Elements(value))
        {
            if (String(context, block, key, element) is { } text)
                strings.Add(text);
            else
                readable = false;
        }

        return readable ? strings : null;
    }

    public static IReadOnlyList<ExpressionSyntax> Elements(ExpressionSyntax? value) => value switch
    {
        ArrayExpressionSyntax array => array.Elements,
        null => [],
        _ => [value],
    };

    /// <summary>Reports that a property's value has another form than the one wanted.</summary>
    private static void Refuse(ValidationContext context, ConfigurationBlockSymbol block, string key, string wanted, ExpressionSyntax? value)
    {
        if (value is not null)
        {
            context.Report(
                s_wrongForm,
                block,
                block.LocationOf(value),
                $"`{key}` of `{block.DisplayName}` is {wanted}, found {ExpressionWords.Describe(block.Tree, value)}",
                key == "env" || value is PathExpressionSyntax { Name.Text: "true" or "false" or "null" } ? null : Repairs.Requote(block.Tree, value, "a string"));
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Configuration, summary);
}
