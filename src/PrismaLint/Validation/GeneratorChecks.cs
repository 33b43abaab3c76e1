using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>Generators and their preview features.</summary>
internal static class GeneratorChecks
{
    private static readonly ValidationCheck s_withoutProvider = Check("generator-without-provider", "A generator has no provider");
    private static readonly ValidationCheck s_unknownFeature = Check("unknown-preview-feature", "No preview feature has that name in this version");
    private static readonly ValidationCheck s_generalFeature = Warning("general-preview-feature", "A preview feature works without being named");
    private static readonly ValidationCheck s_leavingFeature = Warning("deprecated-preview-feature", "A preview feature that a later version drops");
    private static readonly ValidationCheck s_renamedFeature = Warning("renamed-preview-feature", "A preview feature has another name with PostgreSQL");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
        [s_withoutProvider, s_unknownFeature, s_generalFeature, s_leavingFeature, s_renamedFeature];

    /// <summary>Checks all generators.</summary>
    /// <param name="context">The schema.</param>
    /// <param name="providers">The provider of the first datasource of each file that could be read.</param>
    public static void Run(ValidationContext context, Dictionary<SyntaxTree, Provider> providers)
    {
        foreach (var generator in context.Schema.Generators)
        {
            // Of several files each is read by itself: the datasource of another one does not tell which features there are.
            if (ConfigurationValues.Read(context, generator) is { } properties)
                CheckGenerator(context, generator, properties, providers.TryGetValue(generator.Tree, out var provider) ? provider : Provider.Unknown);
        }
    }

    private static void CheckGenerator(
        ValidationContext context, GeneratorSymbol generator, Dictionary<string, PropertySyntax> properties, Provider provider)
    {
        if (properties.TryGetValue("engineType", out var engine))
            ConfigurationValues.String(context, generator, "engineType", engine.Value);
        if (!properties.TryGetValue("provider", out var name))
        {
            context.Report(s_withoutProvider, generator, generator.Location, $"The generator `{generator.Name}` has no `provider`");
            return;
        }

        // Prisma reads no further where the provider or the output cannot be read.
        if (ConfigurationValues.StringOrEnv(context, generator, "provider", name.Value) is null)
            return;
        if (properties.TryGetValue("output", out var output))
            ConfigurationValues.StringOrEnv(context, generator, "output", output.Value);
        if (properties.TryGetValue("binaryTargets", out var targets))
        {
            foreach (var target in ConfigurationValues.Elements(targets.Value))
                ConfigurationValues.StringOrEnv(context, generator, "binaryTargets", target);
        }

        if (properties.TryGetValue("previewFeatures", out var features)
            && ConfigurationValues.Strings(context, generator, "previewFeatures", features.Value) is { } names)
        {
            generator.HasJudgedFeatures = true;
            foreach (var feature in names)
                CheckFeature(context, generator, feature, provider);
        }

        foreach (var property in properties.Values)
        {
            if (Array.IndexOf(GeneratorSymbol.PropertiesOfPrisma, property.Key.Text) >= 0)
                continue;
            // At an object Prisma gives the generator up, without a word.
            if (property.Value is { } value && GeneratorSymbol.HasObject(value))
                return;
            CheckEnv(context, generator, property.Value);
        }
    }

    // Other properties are the generator's own affair, but for `env` in them and in their lists.
    private static void CheckEnv(ValidationContext context, GeneratorSymbol generator, ExpressionSyntax? value)
    {
        if (value is CallExpressionSyntax { Name.Text: "env" } call)
        {
            ConfigurationValues.Env(context, generator, call);
        }
        else if (value is ArrayExpressionSyntax array)
        {
            foreach (var element in array.Elements)
                CheckEnv(context, generator, element);
        }
    }

    private static void CheckFeature(ValidationContext context, GeneratorSymbol generator, LiteralExpressionSyntax feature, Provider provider)
    {
        var name = feature.Value;
        var location = generator.LocationOf(feature);
        switch (PreviewFeatures.StateOf(name, context.Schema, provider))
        {
            case PreviewFeatureState.Unknown:
                var nearest = context.Nearest(name, PreviewFeatures.Active);
                context.Report(
                    s_unknownFeature,
                    generator,
                    location,
                    $"No preview feature is named `{name}`{OfVersion(context)}{ValidationContext.Hint(nearest)}",
                    ValidationContext.Respell(generator.Tree, feature, nearest));
                break;
            case PreviewFeatureState.General:
                context.Report(
                    s_generalFeature, generator, location, $"`{name}` is no preview feature any more and works without being named", Repairs.RemoveElement(generator, feature));
                break;
            case PreviewFeatureState.Leaving:
                context.Report(s_leavingFeature, generator, location, $"The preview feature `{name}` is deprecated and gone in Prisma 7");
                break;
            case PreviewFeatureState.Renamed:
                context.Report(
                    s_renamedFeature,
                    generator,
                    location,
                    $"With PostgreSQL the preview feature `{name}` is called `fullTextSearchPostgres`",
                    ValidationContext.Respell(generator.Tree, feature, new NearName("fullTextSearchPostgres", IsSure: true)));
                break;
        }
    }

    private static string OfVersion(ValidationContext context) => context.Schema.PrismaVersion switch
    {
        PrismaVersion.V7 when context.Schema.PrismaMinor is { } minor => System.FormattableString.Invariant($" in Prisma 7.{minor}"),
        PrismaVersion.V6 => " in Prisma 6",
        PrismaVersion.V7 => " in Prisma 7",
        _ => "",
    };

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Configuration, summary);

    private static ValidationCheck Warning(string detail, string summary) => Check(detail, summary) with { Severity = DiagnosticSeverity.Warning };
}
