using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary><c>extensions</c> of a PostgreSQL datasource.</summary>
internal static class ExtensionSupportChecks
{
    private static readonly ValidationCheck s_preview = Check("extensions-without-preview-feature", "Extensions are listed without their preview feature");
    private static readonly ValidationCheck s_dash = Check("dash-in-extension-name", "The name of an extension has a dash");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_preview, s_dash];

    public static void Run(ValidationContext context)
    {
        if (context.Schema.Provider != Provider.PostgreSql || context.Schema.Datasource is not { } datasource
            || datasource.FindProperty("extensions") is not { } property)
        {
            return;
        }

        if (!context.Schema.HasPreviewFeature("postgresqlExtensions"))
        {
            context.Report(
                s_preview,
                datasource,
                datasource.LocationOf(property.Key),
                $"The datasource `{datasource.Name}` lists extensions without the preview feature `postgresqlExtensions`");
        }

        IReadOnlyList<ExpressionSyntax> items = property.Value switch
        {
            ArrayExpressionSyntax array => array.Elements,
            { } one => [one],
            null => [],
        };
        foreach (var item in items)
        {
            var name = item switch
            {
                PathExpressionSyntax path => path.Name,
                CallExpressionSyntax call => call.Name,
                _ => default,
            };
            if (name.Text.Contains('-'))
            {
                context.Report(
                    s_dash,
                    datasource,
                    datasource.LocationOf(name),
                    $"The extension name `{name.Text}` has a dash; its name in the database belongs into `map`");
            }
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Meaning, summary);
}
