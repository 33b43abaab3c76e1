using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

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
                $"The datasource `{datasource.Name}` lists extensions without the preview feature `postgresqlExtensions`",
                Repairs.AddPreviewFeature(context.Schema, "postgresqlExtensions"));
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
                    $"The extension name `{name.Text}` has a dash; its name in the database belongs into `map`",
                    item is PathExpressionSyntax ? MapName(datasource, name) : null);
            }
        }
    }

    // `uuid-ossp` is `uuidOssp(map: "uuid-ossp")`.
    private static CodeFix MapName(DatasourceSymbol datasource, SyntaxToken name)
    {
        var words = name.Text.Split(['-'], StringSplitOptions.RemoveEmptyEntries);
        var text = words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1))) + $"(map: \"{name.Text}\")";
        return CodeFix.Safe($"Replace `{name.Text}` with `{text}`", new TextEdit(datasource.Tree.Source, name.Span, text));
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Meaning, summary);
}
