using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary><c>@@schema</c> of blocks, beside <c>schemas</c> of the datasource.</summary>
internal sealed class DatabaseSchemaChecks
{
    private static readonly ValidationCheck s_unsupported = Check("unsupported-schema-attribute", "A block has `@@schema` where the database has no schemas");
    private static readonly ValidationCheck s_unlisted = Check("unlisted-schema", "A block lies in a schema that the datasource does not list");
    private static readonly ValidationCheck s_missing = Check("missing-schema", "The datasource lists schemas, and a block names none of them");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unsupported, s_unlisted, s_missing];

    private readonly ValidationContext _context;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly bool _isListed;

    public DatabaseSchemaChecks(ValidationContext context)
    {
        _context = context;
        _isListed = context.Schema.Datasource?.FindProperty("schemas") is not null;
        foreach (var name in context.Schema.Datasource?.FindStrings("schemas") ?? [])
            _names.Add(name.Value);
    }

    public void CheckModel(ModelSymbol model) => CheckBlock(model, model.SchemaName, _isListed);

    public void CheckEnum(EnumSymbol symbol) => CheckBlock(symbol, symbol.SchemaName, _isListed && _context.Connector.HasEnums);

    private void CheckBlock(BlockSymbol block, string? schemaName, bool isNeeded)
    {
        if (schemaName is null)
        {
            if (isNeeded && _context.Connector.HasMultipleSchemas)
                _context.Report(s_missing, block, block.Location, $"The {BlockWords.KindOf(block)} `{block.Name}` has no `@@schema`, and the datasource lists schemas", NameOnly(block));
            return;
        }

        var location = block.Location;
        foreach (var attribute in block.Attributes)
        {
            if (attribute.Name == "schema")
                location = attribute.FindOrDefault("map") is { } value ? block.LocationOf(value) : block.LocationOf(attribute.Syntax.Name);
        }

        if (!_context.Connector.HasMultipleSchemas)
        {
            _context.Report(s_unsupported, block, location, $"`{block.Name}` has `@@schema`, and {_context.Connector.DisplayName} has no schemas");
        }
        else if (!_names.Contains(schemaName))
        {
            var nearest = _context.Nearest(schemaName, _names);
            _context.Report(
                s_unlisted, block, location, $"`{block.Name}` lies in the schema `{schemaName}`, which the datasource does not list{ValidationContext.Hint(nearest)}", ListSchema(block, schemaName, nearest));
        }
    }

    // Of several schemas nobody knows which is meant.
    private CodeFix? NameOnly(BlockSymbol block)
    {
        if (_names.Count != 1)
            return null;
        var text = $"@@schema({SyntaxFacts.EncodeString(_names.First())})";
        return CodeFix.Safe($"Add `{text}`", MemberEdits.AppendBlockAttribute(block, text));
    }

    private CodeFix? ListSchema(BlockSymbol block, string name, NearName? nearest)
    {
        foreach (var attribute in block.Attributes)
        {
            if (nearest is not null && attribute.Name == "schema" && attribute.FindOrDefault("map") is LiteralExpressionSyntax { IsString: true } literal)
                return ValidationContext.Respell(block.Tree, literal, nearest);
        }

        return nearest is null && _context.Schema.Datasource is { } datasource
            && datasource.FindProperty("schemas")?.Value is ArrayExpressionSyntax { Elements: { Count: > 0 } elements }
            ? CodeFix.Unsafe(
                $"Add `{name}` to `schemas`",
                TextEdit.Insert(datasource.Tree.Source, elements[elements.Count - 1].Span.End, ", " + SyntaxFacts.EncodeString(name)))
            : null;
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidConfigurationBlock, ValidationStage.Meaning, summary);
}
