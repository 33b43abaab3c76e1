using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Contract;

/// <summary>Attributes and defaults of schemas that contracts no longer have.</summary>
internal static class ContractAttributeChecks
{
    private static readonly ValidationCheck s_removed = new(
        "removed-attribute",
        ValidationDescriptors.InvalidAttribute,
        ValidationStage.Attributes,
        "A contract uses an attribute that Prisma 8 no longer has: `@updatedAt`, `@ignore`, `@@schema` …");

    private static readonly ValidationCheck s_nativeType = new(
        "native-type-as-attribute", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "A contract writes a native type as `@db.…` instead of as the type");

    private static readonly ValidationCheck s_removedDefault = new(
        "removed-default", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "A contract has the default `dbgenerated()` or the old `cuid()`");

    private static readonly ValidationCheck s_defaultInMongoDb = new(
        "default-in-mongodb-contract", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "A contract for MongoDB has a `@default`");

    private static readonly ValidationCheck s_emptyMap = new(
        "empty-contract-map", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "A contract for PostgreSQL maps to an empty name");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_removed, s_nativeType, s_removedDefault, s_defaultInMongoDb, s_emptyMap];

    public static void Run(ValidationContext context)
    {
        foreach (var model in context.Schema.Models)
        {
            foreach (var attribute in model.Attributes)
            {
                if (BlockReplacement(attribute.Name) is { } instead)
                    context.Report(s_removed, model, attribute.Location, $"Prisma 8 has no `{attribute}`: {instead}");
                CheckMap(context, model, attribute);
            }
            foreach (var member in model.Fields)
            {
                foreach (var attribute in member.Attributes)
                    Check(context, member, attribute);
            }
        }
    }

    private static string? BlockReplacement(string name) => name switch
    {
        "ignore" => "`@@control(external)` comes nearest",
        "schema" => "a `namespace` around the model names the database schema",
        "fulltext" => "a full-text index is written `@@fullTextIndex`",
        _ => null,
    };

    private static void Check(ValidationContext context, FieldSymbol member, AttributeSymbol attribute)
    {
        switch (attribute.Name)
        {
            case "updatedAt":
                context.Report(s_removed, member, attribute.Location, "Prisma 8 has no `@updatedAt`: the type `temporal.updatedAt()` does the same");
                break;
            case "ignore":
                context.Report(s_removed, member, attribute.Location, "Prisma 8 has no `@ignore`");
                break;
            case var name when name.StartsWith("db.", StringComparison.Ordinal):
                CheckNativeType(context, member, attribute);
                break;
            case "default":
                CheckDefault(context, member, attribute);
                break;
            default:
                CheckMap(context, member, attribute);
                break;
        }
    }

    private static void CheckNativeType(ValidationContext context, FieldSymbol member, AttributeSymbol attribute)
    {
        var source = member.Tree.Source;
        var type = source.ToString(TextSpan.FromBounds(attribute.Syntax.Name.Start + "db.".Length, attribute.Syntax.Span.End));
        var isKnown = ContractType.Find(attribute.Name.Substring("db.".Length)) is { Provider: not Provider.MongoDb };
        var fix = isKnown && member.Type is not QualifiedTypeSyntax
            ? CodeFix.Unsafe(
                $"Make `{member.Name}` a `{type}`",
                new TextEdit(source, member.Type.Name.Span, type),
                TextEdit.Delete(source, TextSpan.FromBounds(member.Type.Span.End, attribute.Syntax.Span.End)))
            : null;
        // Between the type and the attribute others may stand.
        if (member.Attributes[0] != attribute)
            fix = null;
        context.Report(
            s_nativeType, member, attribute.Location, $"Prisma 8 has no `{attribute}`: {(isKnown ? $"the type itself is `{type}`" : "native types are written as types")}", fix);
    }

    private static void CheckDefault(ValidationContext context, FieldSymbol member, AttributeSymbol attribute)
    {
        if (context.Schema.Provider == Provider.MongoDb)
        {
            context.Report(s_defaultInMongoDb, member, attribute.Location, $"`{member.DisplayName}` has a `@default`, and contracts for MongoDB have none");
            return;
        }
        if (attribute.FindOrDefault("value") is not CallExpressionSyntax call)
            return;
        if (call.Name.Text == "dbgenerated")
        {
            var sql = call.Arguments.Count == 1 && call.Arguments[0].Value is LiteralExpressionSyntax { IsString: true } text ? text.Value : null;
            var fix = sql is null || sql.IndexOfAny(['`', '\\']) >= 0
                ? null
                : CodeFix.Safe($"Replace it with `` sql`{sql}` ``", new TextEdit(member.Tree.Source, call.Span, $"sql`{sql}`"));
            context.Report(s_removedDefault, member, attribute.LocationOf(call), "Prisma 8 has no `dbgenerated()`: SQL is written `` sql`…` ``", fix);
        }
        else if (call.Name.Text == "cuid" && call.Arguments.Count == 0)
        {
            context.Report(
                s_removedDefault,
                member,
                attribute.LocationOf(call),
                "Prisma 8 has no `cuid()`, only `cuid(2)`",
                CodeFix.Unsafe("Replace `cuid()` with `cuid(2)`", new TextEdit(member.Tree.Source, call.Span, "cuid(2)")));
        }
    }

    private static void CheckMap(ValidationContext context, Symbol symbol, AttributeSymbol attribute)
    {
        if (attribute.Name != "map" || context.Schema.Provider != Provider.PostgreSql)
            return;
        if (attribute.FindOrDefault("name") is LiteralExpressionSyntax { IsString: true, Value.Length: 0 } empty)
            context.Report(s_emptyMap, symbol, attribute.LocationOf(empty), $"`{symbol.DisplayName}` is mapped to an empty name");
    }
}
