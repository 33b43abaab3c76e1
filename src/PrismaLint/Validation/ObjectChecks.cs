using System.Collections.Generic;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>
/// Objects <c>{ key: value }</c> came with Prisma 7.4; the parser takes them always, and before that version their line is
/// a syntax error.
/// </summary>
internal static class ObjectChecks
{
    private static readonly ValidationCheck s_object = new(
        "object-before-7-4", ValidationDescriptors.SyntaxError, ValidationStage.Syntax, "An object stands in a schema of a Prisma before 7.4");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_object];

    public static void Run(ValidationContext context)
    {
        var schema = context.Schema;
        if (schema.MayHavePartialIndexes)
            return;
        foreach (var model in schema.Models)
        {
            CheckAttributes(context, model, model.Attributes);
            CheckFields(context, model.Fields);
        }

        foreach (var type in schema.CompositeTypes)
            CheckFields(context, type.Fields);
        foreach (var symbol in schema.Enums)
        {
            CheckAttributes(context, symbol, symbol.Attributes);
            foreach (var value in symbol.Values)
                CheckAttributes(context, value, value.Attributes);
        }

        foreach (var block in schema.Datasources)
            CheckProperties(context, block);
        foreach (var block in schema.Generators)
            CheckProperties(context, block);
    }

    private static void CheckFields(ValidationContext context, IReadOnlyList<FieldSymbol> members)
    {
        foreach (var member in members)
            CheckAttributes(context, member, member.Attributes);
    }

    private static void CheckAttributes(ValidationContext context, Symbol symbol, IReadOnlyList<AttributeSymbol> attributes)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            if (attributes[i].Syntax.ArgumentList is { } list && Find(list) is { } found)
                Report(context, symbol, found);
        }
    }

    private static void CheckProperties(ValidationContext context, ConfigurationBlockSymbol block)
    {
        foreach (var property in block.Properties)
        {
            if (property.Value is { } value && Find(value) is { } found)
                Report(context, block, found);
        }
    }

    private static void Report(ValidationContext context, Symbol symbol, ObjectExpressionSyntax found) => context.Report(
        s_object,
        symbol,
        symbol.LocationOf(found.OpenBrace),
        $"`{symbol.DisplayName}` holds an object, which the schema language has since Prisma 7.4");

    // Recursion is bounded: the parser nests values only so deep.
    private static ObjectExpressionSyntax? Find(ExpressionSyntax value)
    {
        switch (value)
        {
            case ObjectExpressionSyntax found:
                return found;
            case CallExpressionSyntax call:
                return Find(call.ArgumentList);
            case ArrayExpressionSyntax array:
                foreach (var element in array.Elements)
                {
                    if (Find(element) is { } found)
                        return found;
                }

                return null;
            default:
                return null;
        }
    }

    private static ObjectExpressionSyntax? Find(ArgumentListSyntax list)
    {
        foreach (var argument in list.Arguments)
        {
            if (argument.Value is { } value && Find(value) is { } found)
                return found;
        }

        return null;
    }
}
