using System;
using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Validation;

/// <summary>The arguments of <c>@relation</c>, each for itself. How the sides of a relation fit is looked at later.</summary>
internal static class RelationArgumentChecks
{
    private static readonly ValidationCheck s_noRelation = new(
        "relation-on-scalar-field", ValidationDescriptors.InvalidAttribute, ValidationStage.Attributes, "`@relation` is put on a field that is no relation");

    private static readonly ValidationCheck s_unknownField = Check("unknown-field-in-relation", "`fields` lists a field that the model does not have");
    private static readonly ValidationCheck s_relationField = Check("relation-field-in-relation", "`fields` lists a relation field");

    private static readonly ValidationCheck s_unknownReference =
        Check("unknown-referenced-field", "`references` lists a field that the other model does not have");

    private static readonly ValidationCheck s_relationReference = Check("relation-field-referenced", "`references` lists a relation field");
    private static readonly ValidationCheck s_emptyName = Check("empty-relation-name", "The name of a relation is empty");

    private static readonly ValidationCheck s_unknownAction = new(
        "unknown-referential-action",
        ValidationDescriptors.InvalidReferentialAction,
        ValidationStage.Attributes,
        "No referential action has that name");

    private static readonly string[] s_actions =
    [
        nameof(ReferentialAction.Cascade), nameof(ReferentialAction.Restrict), nameof(ReferentialAction.NoAction),
        nameof(ReferentialAction.SetNull), nameof(ReferentialAction.SetDefault),
    ];

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_noRelation, s_unknownField, s_relationField, s_unknownReference, s_relationReference, s_emptyName, s_unknownAction,
    ];

    public static void ReportScalarField(ValidationContext context, FieldSymbol column, AttributeSymbol attribute) => context.Report(
        s_noRelation,
        column,
        column.LocationOf(attribute.Syntax.Name),
        $"`{column.DisplayName}` is of type `{column.Type.Name.Text}`, which is no model, and cannot have `@relation`");

    public static void Run(ArgumentReader reader, FieldListReader list, FieldSymbol relation)
    {
        if (reader.Take("fields") is { } columns && relation.Model is { } model && list.ReadNames(reader, "fields", columns, model))
            ReportList(reader, list, model, s_unknownField, s_relationField);
        if (reader.Take("references") is { } references && relation.TargetModel is { } target && list.ReadNames(reader, "references", references, target))
            ReportList(reader, list, target, s_unknownReference, s_relationReference);
        if (reader.TakeOptionalDefault("name") is { } name && Values.String(reader, "name", name) is { Value.Length: 0 })
            reader.Report(s_emptyName, name, $"The relation name of `{relation.DisplayName}` is empty");
        CheckAction(reader, "onDelete");
        CheckAction(reader, "onUpdate");
        reader.TakeMap();
        reader.Close("name", "fields", "references", "onDelete", "onUpdate", "map");
    }

    private static void ReportList(
        ArgumentReader reader, FieldListReader list, ModelSymbol model, ValidationCheck unknownCheck, ValidationCheck relationCheck)
    {
        foreach (var token in list.Unknown)
        {
            var nearest = reader.Context.Nearest(token.Text, FieldListReader.ColumnNames(model));
            reader.Context.Report(
                unknownCheck,
                reader.Symbol,
                reader.Symbol.LocationOf(token),
                $"`{model.Name}` has no field `{token.Text}`{ValidationContext.Hint(nearest)}",
                ValidationContext.Respell(reader.Attribute.Tree, token, nearest));
        }

        if (list.Relations.Count > 0)
        {
            reader.Report(
                relationCheck,
                reader.Attribute.Syntax.Name.Span,
                $"`@relation` of `{reader.Symbol.DisplayName}` lists {list.RelationList()} of `{model.Name}`, which "
                + (list.Relations.Count == 1 ? "is no column" : "are no columns"));
        }
    }

    private static void CheckAction(ArgumentReader reader, string name)
    {
        if (reader.TakeConstant(name, s_actions) is not { } action || Array.IndexOf(s_actions, action.Name.Text) >= 0)
            return;
        var nearest = reader.Context.Nearest(action.Name.Text, s_actions);
        reader.Context.Report(
            s_unknownAction,
            reader.Symbol,
            reader.Symbol.LocationOf(action),
            $"No referential action is named `{action.Name.Text}`{ValidationContext.Hint(nearest)}",
            ValidationContext.Respell(reader.Attribute.Tree, action.Name, nearest));
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidRelation, ValidationStage.Attributes, summary);
}
