using System.Collections.Generic;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Relations of many to many where each side keeps a list of the other's ids (mongodb).</summary>
internal static class EmbeddedManyToManyChecks
{
    private static readonly ValidationCheck s_unsupported = Check("embedded-many-to-many", "A many-to-many relation has `fields`, and only MongoDB holds lists of ids");
    private static readonly ValidationCheck s_references = Check("embedded-references-count", "An embedded many-to-many relation needs one field in `references`");
    private static readonly ValidationCheck s_fields = Check("embedded-fields-count", "An embedded many-to-many relation needs one field in `fields`");
    private static readonly ValidationCheck s_notId = Check("embedded-references-not-id", "An embedded many-to-many relation refers to another field than the id");
    private static readonly ValidationCheck s_type = Check("embedded-fields-type", "The list of an embedded many-to-many relation holds no ids of the other side");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_unsupported, s_references, s_fields, s_notId, s_type];

    public static void Run(ValidationContext context, RelationSide first, RelationSide second)
    {
        Run(context, first);
        if (second.Field != first.Field)
            Run(context, second);
    }

    private static void Run(ValidationContext context, RelationSide side)
    {
        var name = side.Field.DisplayName;
        if (context.Schema.Provider != Provider.MongoDb)
        {
            context.Report(
                s_unsupported,
                side.Field,
                side.Field.Location,
                $"`{name}` is a side of a many-to-many relation with `fields`, and only MongoDB holds lists of ids");
            return;
        }

        ImplicitManyToManyChecks.CheckActions(context, side);
        if (side.References.Count != 1)
        {
            context.Report(
                s_references,
                side.Field,
                side.Place("references"),
                $"`references` of `{name}` has {side.References.Count} fields; a many-to-many relation refers to one, the id");
        }

        if (side.Fields.Count != 1)
        {
            context.Report(
                s_fields,
                side.Field,
                side.Place("fields"),
                $"`fields` of `{name}` has {side.Fields.Count} fields; a many-to-many relation has one, the list of ids");
        }

        if (side.References.Count == 1 && !side.References[0].IsId)
        {
            context.Report(
                s_notId,
                side.Field,
                side.Place("references"),
                $"`{name}` refers to `{side.References[0].DisplayName}`, which is not the id of `{side.Target.Name}`");
        }

        if (side.Fields.Count == 1 && side.References.Count == 1 && !(side.Fields[0].IsList && IsSameType(side.Fields[0], side.References[0])))
        {
            context.Report(
                s_type,
                side.Field,
                side.Place("fields"),
                $"`{side.Fields[0].DisplayName}` is no list of the type of `{side.References[0].DisplayName}`, to which `{name}` refers");
        }
    }

    private static bool IsSameType(FieldSymbol list, FieldSymbol id) =>
        list.Kind == id.Kind && list.Scalar == id.Scalar && list.TypeSymbol == id.TypeSymbol && list.NativeType?.Name == id.NativeType?.Name;

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidRelation, ValidationStage.Meaning, summary);
}
