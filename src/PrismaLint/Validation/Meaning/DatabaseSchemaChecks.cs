using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary><c>@@schema</c> of blocks, beside <c>schemas</c> of the datasource.</summary>
internal static class DatabaseSchemaChecks
{
    private static readonly ValidationCheck s_unsupported = Check("unsupported-schema-attribute", "A block has `@@schema` where the database has no schemas");
    private static readonly ValidationCheck s_unlisted = Check("unlisted-schema", "A block lies in a schema that the datasource does not list");
    private static readonly ValidationCheck s_missing = Check("missing-schema", "The datasource lists schemas, and a block names none of them");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unsupported, s_unlisted, s_missing];

    public static void CheckModel(ValidationContext context, ModelSymbol model) =>
        CheckBlock(context, model, model.SchemaName, context.Schema.Datasource?.FindProperty("schemas") is not null);

    public static void CheckEnum(ValidationContext context, EnumSymbol symbol) => CheckBlock(
        context, symbol, symbol.SchemaName, context.Connector.HasEnums && context.Schema.Datasource?.FindProperty("schemas") is not null);

    private static void CheckBlock(ValidationContext context, BlockSymbol block, string? schemaName, bool isNeeded)
    {
        if (schemaName is null)
        {
            if (isNeeded && context.Connector.HasMultipleSchemas)
                context.Report(s_missing, block, block.Location, $"The {BlockWords.KindOf(block)} `{block.Name}` has no `@@schema`, and the datasource lists schemas");
            return;
        }

        var location = block.Location;
        foreach (var attribute in block.Attributes)
        {
            if (attribute.Name == "schema")
                location = attribute.FindOrDefault("map") is { } value ? block.LocationOf(value) : block.LocationOf(attribute.Syntax.Name);
        }

        if (!context.Connector.HasMultipleSchemas)
        {
            context.Report(s_unsupported, block, location, $"`{block.Name}` has `@@schema`, and {context.Connector.DisplayName} has no schemas");
        }
        else if (context.Schema.Datasource?.FindStrings("schemas") is not { } listed || listed.All(name => name.Value != schemaName))
        {
            string[] names = [.. (context.Schema.Datasource?.FindStrings("schemas") ?? []).Select(name => name.Value)];
            var nearest = context.Nearest(schemaName, names);
            context.Report(
                s_unlisted, block, location, $"`{block.Name}` lies in the schema `{schemaName}`, which the datasource does not list{ValidationContext.Hint(nearest)}");
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Meaning, summary);
}
