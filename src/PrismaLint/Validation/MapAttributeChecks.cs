using System;
using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

namespace PrismaLint.Validation;

/// <summary><c>@map</c>, <c>@@map</c> and <c>@@schema</c>. Holds the names given so far in one model or composite type.</summary>
internal sealed class MapAttributeChecks
{
    private static readonly ValidationCheck s_relation = new(
        "map-on-relation-field", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "`@map` is put on a relation field");

    private static readonly ValidationCheck s_taken = new(
        "duplicate-column-name", ValidationDescriptors.DuplicateOrReservedName, ValidationStage.Attributes, "Two fields end in one column");

    private readonly Dictionary<string, FieldSymbol> _byColumn = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldSymbol, string> _columns = [];

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_relation, s_taken];

    /// <summary>Starts on another block.</summary>
    public void Clear()
    {
        _byColumn.Clear();
        _columns.Clear();
    }

    /// <summary><c>@map</c> of a column. Prisma goes by the order of the text: a field mapped further down still holds its own name.</summary>
    public void CheckColumn(ArgumentReader reader, FieldSymbol column, FieldSymbol? sameName)
    {
        if (TakeName(reader, "name") is { } name)
        {
            var text = name.Value;
            _columns[column] = text;
            var other = _byColumn.TryGetValue(text, out var mapped) ? mapped : null;
            if (other is null)
                _byColumn.Add(text, column);
            if (other is null && sameName is { IsColumn: true } && sameName != column
                && (!_columns.TryGetValue(sameName, out var its) || its == text))
            {
                other = sameName;
            }

            if (other is not null)
            {
                reader.Context.Report(
                    s_taken,
                    column,
                    column.LocationOf(name),
                    $"`{column.DisplayName}` is mapped to `{text}`, the column of `{other.DisplayName}`",
                    related: new RelatedLocation(other.Location, $"The field `{other.Name}`"));
            }
        }

        reader.Close("name");
    }

    public static void CheckRelationField(ValidationContext context, FieldSymbol relation, AttributeSymbol attribute) => context.Report(
        s_relation,
        relation,
        relation.LocationOf(attribute.Syntax.Name),
        $"`{relation.DisplayName}` is a relation field, which no column stands for, and cannot have `@map`");

    /// <summary><c>@@map</c>, and <c>@map</c> of an enum value.</summary>
    public static void CheckName(ArgumentReader reader)
    {
        TakeName(reader, "name");
        reader.Close("name");
    }

    /// <summary><c>@@schema</c>, whose argument is called <c>map</c>.</summary>
    public static void CheckSchema(ArgumentReader reader)
    {
        TakeName(reader, "map");
        reader.Close("map");
    }

    private static LiteralExpressionSyntax? TakeName(ArgumentReader reader, string argument) =>
        reader.TakeDefault(argument) is { } value ? Values.String(reader, argument, value) : null;
}
