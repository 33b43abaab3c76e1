using System;
using System.Collections.Generic;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Meaning;

/// <summary><c>schemas</c> of the datasource and <c>@@schema</c> of blocks.</summary>
internal static class DatabaseSchemaChecks
{
    private static readonly ValidationCheck s_list = Check("unsupported-schemas", "The datasource lists schemas where the database has none");
    private static readonly ValidationCheck s_unsupported = Check("unsupported-schema-attribute", "A block has `@@schema` where the database has no schemas");
    private static readonly ValidationCheck s_unlisted = Check("unlisted-schema", "A block lies in a schema that the datasource does not list");
    private static readonly ValidationCheck s_missing = Check("missing-schema", "The datasource lists schemas, and a block names none of them");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_list, s_unsupported, s_unlisted, s_missing];

    public static void Run(ValidationContext context)
    {
        var schema = context.Schema;
        var property = schema.Datasource?.FindProperty("schemas");
        if (property is not null && schema.Datasource is { } datasource && !context.Connector.HasMultipleSchemas)
        {
            context.Report(
                s_list,
                datasource,
                datasource.LocationOf(property.Key),
                $"The datasource `{datasource.Name}` lists schemas, which {context.Connector.DisplayName} does not have");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in schema.Datasource?.FindStrings("schemas") ?? [])
            names.Add(name.Value);
        foreach (var model in schema.Models)
            CheckBlock(context, model, model.SchemaName, names, property is not null);
        foreach (var declared in schema.Enums)
            CheckBlock(context, declared, declared.SchemaName, names, property is not null && context.Connector.HasEnums);
    }

    private static void CheckBlock(ValidationContext context, BlockSymbol block, string? schemaName, HashSet<string> names, bool isNeeded)
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
        else if (!names.Contains(schemaName))
        {
            var nearest = context.Nearest(schemaName, names);
            context.Report(
                s_unlisted, block, location, $"`{block.Name}` lies in the schema `{schemaName}`, which the datasource does not list{ValidationContext.Hint(nearest)}");
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Meaning, summary);
}
