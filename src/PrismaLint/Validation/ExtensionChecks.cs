using System.Collections.Generic;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>The form of <c>extensions</c> of a PostgreSQL datasource.</summary>
internal static class ExtensionChecks
{
    private static readonly ValidationCheck s_form = Check("extension-form", "An extension is neither a name nor a name with arguments");
    private static readonly ValidationCheck s_unnamed = Check("unnamed-extension-argument", "An argument of an extension has no name");
    private static readonly ValidationCheck s_unknown = Check("unknown-extension-argument", "An argument that extensions do not take");
    private static readonly ValidationCheck s_value = Check("extension-argument-form", "An argument of an extension is no string");

    private static readonly string[] s_arguments = ["version", "schema", "map"];

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_form, s_unnamed, s_unknown, s_value];

    public static void Run(ValidationContext context, DatasourceSymbol datasource, PropertySyntax property)
    {
        foreach (var item in ConfigurationValues.Elements(property.Value))
        {
            if (item is CallExpressionSyntax call)
            {
                foreach (var argument in call.Arguments)
                    CheckArgument(context, datasource, call, argument);
            }
            else if (item is not PathExpressionSyntax)
            {
                context.Report(
                    s_form,
                    datasource,
                    datasource.LocationOf(item),
                    $"An extension is a name like `pg_trgm` or `uuidOssp(map: \"uuid-ossp\")`, found {ExpressionWords.Describe(datasource.Tree, item)}");
            }
        }
    }

    private static void CheckArgument(ValidationContext context, DatasourceSymbol datasource, CallExpressionSyntax extension, ArgumentSyntax argument)
    {
        if (argument.Value is not { } value)
            return;
        var name = argument.Name.Text;
        var location = datasource.LocationOf(argument);
        if (argument.Name.IsMissing)
        {
            context.Report(s_unnamed, datasource, location, $"The arguments of the extension `{extension.Name.Text}` have names: `version`, `schema`, `map`");
        }
        else if (System.Array.IndexOf(s_arguments, name) < 0)
        {
            var nearest = context.Nearest(name, s_arguments);
            context.Report(
                s_unknown,
                datasource,
                location,
                $"An extension takes no argument `{name}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(datasource.Tree, argument.Name, nearest));
        }
        else if (value is not LiteralExpressionSyntax { IsString: true })
        {
            context.Report(
                s_value,
                datasource,
                location,
                $"`{name}` of the extension `{extension.Name.Text}` is a string, found {ExpressionWords.Describe(datasource.Tree, value)}");
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Configuration, summary);
}
