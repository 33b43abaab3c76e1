using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary>Names that are malformed, reserved or taken.</summary>
internal static class NameChecks
{
    private static readonly ValidationCheck s_scalarTypeName = Check("scalar-type-name", "A block is named like a scalar type");
    private static readonly ValidationCheck s_leadingDigit = Check("name-with-leading-digit", "A name starts with a digit");
    private static readonly ValidationCheck s_dash = Check("name-with-dash", "A name holds a dash");
    private static readonly ValidationCheck s_reservedModel = Check("reserved-model-name", "A model or view is named like a reserved word");
    private static readonly ValidationCheck s_reservedEnum = Check("reserved-enum-name", "An enum is named like a reserved word");
    private static readonly ValidationCheck s_duplicateBlock = Check("duplicate-block", "Two blocks share a name");
    private static readonly ValidationCheck s_duplicateField = Check("duplicate-field", "Two fields of a model, view or composite type share a name");
    private static readonly ValidationCheck s_duplicateValue = Check("duplicate-enum-value", "Two values of an enum share a name");
    private static readonly ValidationCheck s_duplicateProperty = Check("duplicate-property", "A property of a datasource or generator is set twice");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_scalarTypeName, s_leadingDigit, s_dash, s_reservedModel, s_reservedEnum, s_duplicateBlock, s_duplicateField, s_duplicateValue,
        s_duplicateProperty,
    ];

    public static void Run(ValidationContext context)
    {
        var schema = context.Schema;
        foreach (var model in schema.Models)
            CheckModel(context, model);
        foreach (var symbol in schema.Enums)
            CheckEnum(context, symbol);
        foreach (var type in schema.CompositeTypes)
            CheckCompositeType(context, type);
        CheckDuplicateTypes(context);
        CheckConfiguration(context, schema.Datasources);
        CheckConfiguration(context, schema.Generators);
    }

    private static void CheckModel(ValidationContext context, ModelSymbol model)
    {
        CheckScalarTypeName(context, model);
        CheckIdentifier(context, model, model.NameToken, "The name");
        if (ReservedNames.Contains(model.Name))
        {
            context.Report(
                s_reservedModel, model, model.Location, $"`{model.Name}` is a reserved word and cannot name a {BlockWords.KindOf(model)}");
        }

        CheckAttributeNames(context, model, model.Attributes);
        foreach (var column in model.Fields)
        {
            CheckIdentifier(context, column, column.NameToken, "The field name");
            CheckAttributeNames(context, column, column.Attributes);
        }

        CheckDuplicateFields(context, model, model.Fields);
    }

    private static void CheckEnum(ValidationContext context, EnumSymbol symbol)
    {
        CheckScalarTypeName(context, symbol);
        CheckIdentifier(context, symbol, symbol.NameToken, "The name");
        if (ReservedNames.Contains(symbol.Name))
            context.Report(s_reservedEnum, symbol, symbol.Location, $"`{symbol.Name}` is a reserved word and cannot name an enum");
        CheckAttributeNames(context, symbol, symbol.Attributes);
        var seen = new Dictionary<string, EnumValueSymbol>(symbol.Values.Count, StringComparer.Ordinal);
        foreach (var value in symbol.Values)
        {
            CheckIdentifier(context, value, value.NameToken, "The value name");
            CheckAttributeNames(context, value, value.Attributes);
            if (seen.TryGetValue(value.Name, out var first))
            {
                context.Report(
                    s_duplicateValue,
                    value,
                    value.Location,
                    $"`{symbol.Name}` already has a value `{value.Name}`",
                    Repairs.RemoveRepetition(value.Tree, first.Syntax, value.Syntax),
                    new RelatedLocation(first.Location, $"The first `{value.Name}`"));
            }
            else
            {
                seen.Add(value.Name, value);
            }
        }
    }

    // Prisma does not look at the names of a composite type's fields beyond the grammar.
    private static void CheckCompositeType(ValidationContext context, CompositeTypeSymbol type)
    {
        CheckScalarTypeName(context, type);
        CheckIdentifier(context, type, type.NameToken, "The name");
        CheckDuplicateFields(context, type, type.Fields);
    }

    private static void CheckConfiguration<T>(ValidationContext context, IReadOnlyList<T> blocks)
        where T : ConfigurationBlockSymbol
    {
        var seen = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            CheckScalarTypeName(context, block);
            if (seen.TryGetValue(block.Name, out var first))
                ReportDuplicateBlock(context, block, first);
            else
                seen.Add(block.Name, block);
            CheckDuplicateProperties(context, block);
        }
    }

    // Models, views, enums and composite types share one namespace.
    private static void CheckDuplicateTypes(ValidationContext context)
    {
        var schema = context.Schema;
        var declared = schema.Models.Count + schema.Enums.Count + schema.CompositeTypes.Count;
        if (schema.TypesByName.Count == declared)
            return;
        var order = schema.Trees.Select((tree, index) => (tree, index)).ToDictionary(pair => pair.tree, pair => pair.index);
        var seen = new Dictionary<string, BlockSymbol>(StringComparer.Ordinal);
        var blocks = schema.Models.Concat<BlockSymbol>(schema.Enums).Concat(schema.CompositeTypes)
            .OrderBy(block => order[block.Tree])
            .ThenBy(block => block.NameToken.Start);
        foreach (var block in blocks)
        {
            if (seen.TryGetValue(block.Name, out var first))
                ReportDuplicateBlock(context, block, first);
            else
                seen.Add(block.Name, block);
        }
    }

    private static void CheckScalarTypeName(ValidationContext context, BlockSymbol block)
    {
        if (ScalarTypes.Parse(block.Name) is not null)
        {
            context.Report(
                s_scalarTypeName, block, block.Location, $"`{block.Name}` is a scalar type and cannot name {BlockWords.Article(block)}");
        }
    }

    private static void ReportDuplicateBlock(ValidationContext context, BlockSymbol block, BlockSymbol first) => context.Report(
        s_duplicateBlock,
        block,
        block.Location,
        $"`{block.Name}` is already the name of {BlockWords.Article(first)}",
        related: new RelatedLocation(first.Location, $"The first `{block.Name}`"));

    private static void CheckIdentifier(ValidationContext context, Symbol symbol, SyntaxToken name, string what)
    {
        var text = name.Text;
        if (text.Length == 0)
            return;
        if (SyntaxFacts.IsAsciiDigit(text[0]))
            context.Report(s_leadingDigit, symbol, symbol.LocationOf(name), $"{what} `{text}` starts with a digit instead of a letter");
        else if (text.Contains('-'))
            context.Report(s_dash, symbol, symbol.LocationOf(name), $"{what} `{text}` holds a dash, which only a mapped name can have");
    }

    private static void CheckAttributeNames(ValidationContext context, Symbol symbol, IReadOnlyList<AttributeSymbol> attributes)
    {
        for (var i = 0; i < attributes.Count; i++)
            CheckIdentifier(context, symbol, attributes[i].Syntax.Name, "The attribute name");
    }

    private static void CheckDuplicateFields(ValidationContext context, BlockSymbol block, IReadOnlyList<FieldSymbol> members)
    {
        var seen = new Dictionary<string, FieldSymbol>(members.Count, StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!seen.TryGetValue(member.Name, out var first))
            {
                seen.Add(member.Name, member);
                continue;
            }

            context.Report(
                s_duplicateField,
                member,
                member.Location,
                $"`{block.Name}` already has a field `{member.Name}`",
                Repairs.RemoveRepetition(member.Tree, first.Syntax, member.Syntax),
                new RelatedLocation(first.Location, $"The first `{member.Name}`"));
        }
    }

    private static void CheckDuplicateProperties(ValidationContext context, ConfigurationBlockSymbol block)
    {
        var seen = new Dictionary<string, PropertySyntax>(StringComparer.Ordinal);
        foreach (var property in block.Properties)
        {
            var key = property.Key.Text;
            if (!seen.TryGetValue(key, out var first))
            {
                seen.Add(key, property);
                continue;
            }

            context.Report(
                s_duplicateProperty,
                block,
                block.LocationOf(property.Key),
                $"`{key}` is already set in `{block.DisplayName}`",
                Repairs.RemoveRepetition(block.Tree, first, property),
                new RelatedLocation(block.LocationOf(first.Key), $"The first `{key}`"));
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.DuplicateOrReservedName, ValidationStage.Names, summary);
}
