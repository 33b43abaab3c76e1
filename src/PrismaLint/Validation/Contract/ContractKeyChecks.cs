using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation.Contract;

/// <summary>Primary keys of contracts, and what <c>@@index</c> and <c>@@check</c> must say.</summary>
internal static class ContractKeyChecks
{
    private static readonly ValidationCheck s_severalIds = new(
        "several-contract-ids", ValidationDescriptors.InvalidKey, ValidationStage.Attributes, "A model of a contract for PostgreSQL declares its primary key more than once");

    private static readonly ValidationCheck s_optionalId = new(
        "optional-contract-id", ValidationDescriptors.InvalidKey, ValidationStage.Attributes, "A field of a primary key of a contract for PostgreSQL is optional or a list");

    private static readonly ValidationCheck s_nameAndMap = new(
        "contract-name-and-map", ValidationDescriptors.InvalidIndex, ValidationStage.Attributes, "An index or check of a contract has both `name` and `map`");

    private static readonly ValidationCheck s_fieldsOrExpression = new(
        "contract-index-columns", ValidationDescriptors.InvalidIndex, ValidationStage.Attributes, "An index of a contract has neither fields nor an expression, or both");

    private static readonly ValidationCheck s_nameless = new(
        "contract-index-without-name",
        ValidationDescriptors.InvalidIndex,
        ValidationStage.Attributes,
        "A check, or an index over an expression, has neither `name` nor `map` in a contract");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_severalIds, s_optionalId, s_nameAndMap, s_fieldsOrExpression, s_nameless];

    public static void Run(ValidationContext context)
    {
        // MongoDB has other keys, and who does not know the database cannot tell.
        if (context.Schema.Provider != Provider.PostgreSql)
            return;
        foreach (var model in context.Schema.Models)
        {
            CheckIds(context, model);
            foreach (var attribute in model.Attributes)
            {
                if (attribute.Name is "index" or "check")
                    CheckIndex(context, model, attribute);
            }
        }
    }

    private static void CheckIds(ValidationContext context, ModelSymbol model)
    {
        var inline = 0;
        foreach (var member in model.Fields)
        {
            if (member.FindAttribute("id") is not { } attribute)
                continue;
            if (++inline == 2)
                context.Report(s_severalIds, model, attribute.Location, $"`{model.Name}` has a second `@id`; a key over several fields is written `@@id([…])`");
            if (!member.IsRequired)
                context.Report(s_optionalId, member, attribute.Location, $"`{member.DisplayName}` is {(member.IsList ? "a list" : "optional")} and cannot be the primary key");
        }
        var blocks = 0;
        foreach (var attribute in model.Attributes.Where(attribute => attribute.Name == "id"))
        {
            if (inline > 0 && blocks == 0)
                context.Report(s_severalIds, model, attribute.Location, $"`{model.Name}` has both `@id` and `@@id`");
            else if (++blocks == 2)
                context.Report(s_severalIds, model, attribute.Location, $"`{model.Name}` has `@@id` twice");
            if (inline > 0)
                blocks++;
            if (attribute.FindOrDefault("fields") is not ArrayExpressionSyntax list)
                continue;
            foreach (var path in list.Elements.OfType<PathExpressionSyntax>())
            {
                if (model.FindField(path.Name.Text) is { IsOptional: true } member)
                    context.Report(s_optionalId, model, attribute.LocationOf(path), $"`{member.DisplayName}` is optional and cannot be part of the primary key");
            }
        }
    }

    private static void CheckIndex(ValidationContext context, ModelSymbol model, AttributeSymbol attribute)
    {
        var isNamed = attribute.FindArgument("name") is not null || attribute.FindArgument("map") is not null;
        if (attribute.FindArgument("name") is not null && attribute.FindArgument("map") is { } map)
            context.Report(s_nameAndMap, model, attribute.LocationOf(map), $"`{attribute}` has both `name` and `map`");
        var hasExpression = attribute.FindArgument("expression") is not null;
        if (attribute.Name == "check")
        {
            if (!isNamed && hasExpression)
                context.Report(s_nameless, model, attribute.Location, "`@@check` has neither `name` nor `map`");
            return;
        }
        var hasFields = attribute.FindOrDefault("fields") is not null;
        if (hasFields == hasExpression)
            context.Report(s_fieldsOrExpression, model, attribute.Location, $"`@@index` has {(hasFields ? "both fields and an expression" : "neither fields nor an expression")}");
        else if (hasExpression && !isNamed)
            context.Report(s_nameless, model, attribute.Location, "`@@index` over an expression has neither `name` nor `map`");
    }
}
