using System.Collections.Generic;
using PrismaLint.Diagnostics;

namespace PrismaLint.Validation.Meaning;

/// <summary>Relations to many: the side that is no list holds everything.</summary>
internal static class OneToManyChecks
{
    private static readonly ValidationCheck s_withoutFields = Check("relation-without-fields", "The single side of a one-to-many relation has no `fields`");

    private static readonly ValidationCheck s_withoutReferences =
        Check("relation-without-references", "The single side of a one-to-many relation has no `references`");

    private static readonly ValidationCheck s_columnsOnList =
        Check("columns-on-list-side", "The list side of a one-to-many relation has `fields` or `references`");

    private static readonly ValidationCheck s_actionsOnList = new(
        "actions-on-list-side",
        ValidationDescriptors.InvalidReferentialAction,
        ValidationStage.Meaning,
        "The list side of a one-to-many relation has referential actions");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_withoutFields, s_withoutReferences, s_columnsOnList, s_actionsOnList];

    public static void Run(ValidationContext context, RelationSide forward, RelationSide back)
    {
        if (!forward.HasFields)
        {
            context.Report(
                s_withoutFields,
                forward.Field,
                forward.Field.Location,
                $"`{forward.Field.DisplayName}` is the single side of a relation to many and has no `fields`");
        }

        if (!forward.HasReferences)
        {
            context.Report(
                s_withoutReferences,
                forward.Field,
                forward.Field.Location,
                $"`{forward.Field.DisplayName}` is the single side of a relation to many and has no `references`");
        }

        if (back.HasFields || back.HasReferences)
        {
            var argument = back.HasFields ? "fields" : "references";
            context.Report(
                s_columnsOnList,
                back.Field,
                back.Place(argument),
                $"`{back.Field.DisplayName}` is the list of a relation and has `{argument}`, which belongs to `{forward.Field.DisplayName}`",
                forward.HasFields && forward.HasReferences && back.HasFields != back.HasReferences ? back.RemoveArgument(argument) : null);
        }

        if (back.HasActions)
        {
            var argument = back.OnDelete is null ? "onUpdate" : "onDelete";
            context.Report(
                s_actionsOnList,
                back.Field,
                back.Place(argument),
                $"`{back.Field.DisplayName}` is the list of a relation and has `{argument}`, which belongs to `{forward.Field.DisplayName}`",
                MoveAction(forward, back, argument));
        }
    }

    // Moved rather than removed: what is to happen was said, at the wrong side.
    private static CodeFix? MoveAction(RelationSide forward, RelationSide back, string argument)
    {
        if (back.OnDelete is not null && back.OnUpdate is not null)
            return null;
        if (forward is not { HasFields: true, HasActions: false, Attribute: { Syntax.ArgumentList: { } list } attribute }
            || back.Attribute?.Find(argument) is not { } value || back.RemoveArgument(argument) is not { } removal)
        {
            return null;
        }

        var text = back.Field.Tree.Source.ToString(value.Span);
        return CodeFix.Unsafe(
            $"Move `{argument}: {text}` to `{forward.Field.DisplayName}`", [.. removal.Edits, MemberEdits.SetArgument(attribute, list, argument, text)]);
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidRelation, ValidationStage.Meaning, summary);
}
