using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Relations of one to one: one side holds the columns, and they are unique.</summary>
internal static class OneToOneChecks
{
    private static readonly ValidationCheck s_noFields = Check("one-to-one-without-fields", "Neither side of a one-to-one relation has `fields`");
    private static readonly ValidationCheck s_noReferences = Check("one-to-one-without-references", "Neither side of a one-to-one relation has `references`");
    private static readonly ValidationCheck s_twoFields = Check("fields-on-both-sides", "Both sides of a one-to-one relation have `fields`");
    private static readonly ValidationCheck s_twoReferences = Check("references-on-both-sides", "Both sides of a one-to-one relation have `references`");
    private static readonly ValidationCheck s_twoActions = Actions("actions-on-both-sides", "Both sides of a one-to-one relation have referential actions");
    private static readonly ValidationCheck s_actionsOnBack = Actions("actions-on-wrong-side", "The side without the columns has referential actions");
    private static readonly ValidationCheck s_notUnique = Check("one-to-one-not-unique", "The columns of a one-to-one relation are not unique");
    private static readonly ValidationCheck s_split = Check("columns-split-over-sides", "`fields` and `references` stand on different sides of a relation");
    private static readonly ValidationCheck s_requiredBack = Check("required-back-side", "The side without the columns is required");
    private static readonly ValidationCheck s_optionalSide = Check("columns-on-optional-side", "The optional side holds the columns while the other is required");

    public static IReadOnlyList<ValidationCheck> Checks { get; } =
    [
        s_noFields, s_noReferences, s_twoFields, s_twoReferences, s_twoActions, s_actionsOnBack, s_notUnique, s_split, s_requiredBack, s_optionalSide,
    ];

    public static void Run(ValidationContext context, RelationSide forward, RelationSide back)
    {
        if (!forward.HasFields && !back.HasFields)
            ReportBoth(s_noFields, "neither `{0}` nor `{1}` has `fields`");
        if (!forward.HasReferences && !back.HasReferences)
            ReportBoth(s_noReferences, "neither `{0}` nor `{1}` has `references`");
        if (forward.HasReferences && back.HasReferences)
            ReportBoth(s_twoReferences, "`{0}` and `{1}` both have `references`");
        if (forward.HasFields && back.HasFields)
            ReportBoth(s_twoFields, "`{0}` and `{1}` both have `fields`");
        CheckActions();
        CheckUnique(context, forward);
        // Prisma keeps these back while anything else is wrong.
        if (!context.HasErrors)
            CheckSides(context, forward, back);

        void CheckActions()
        {
            if (forward.HasActions && back.HasActions)
            {
                ReportBoth(s_twoActions, "`{0}` and `{1}` both have referential actions");
            }
            else if (back.HasActions)
            {
                context.Report(
                    s_actionsOnBack,
                    back.Field,
                    back.Place(back.OnDelete is null ? "onUpdate" : "onDelete"),
                    $"The referential actions of `{back.Field.DisplayName}` belong to `{forward.Field.DisplayName}`");
            }
        }

        void ReportBoth(ValidationCheck check, string fact)
        {
            var message = "Of a one-to-one relation "
                + fact.Replace("{0}", forward.Field.DisplayName).Replace("{1}", back.Field.DisplayName);
            context.Report(check, forward.Field, forward.Field.Location, message);
            if (back.Field != forward.Field)
                context.Report(check, back.Field, back.Field.Location, message);
        }
    }

    /// <summary>The columns of the side are, in their order, an id or unique.</summary>
    public static bool HasUniqueColumns(RelationSide side)
    {
        foreach (var index in side.Model.Indexes)
        {
            if (!index.IsUnique || index.Columns.Count != side.Fields.Count)
                continue;
            var i = 0;
            while (i < side.Fields.Count && index.Columns[i].Field == side.Fields[i])
                i++;
            if (i == side.Fields.Count)
                return true;
        }

        return false;
    }

    private static void CheckUnique(ValidationContext context, RelationSide forward)
    {
        if (!forward.HasFields || HasUniqueColumns(forward))
            return;
        var columns = string.Join(", ", forward.Fields.Select(column => column.Name));
        var fix = forward.Fields.Count == 1
            ? CodeFix.Unsafe(
                $"Add `@unique` to `{forward.Fields[0].Name}`",
                TextEdit.Insert(forward.Model.Tree.Source, forward.Fields[0].Syntax.Span.End, " @unique"))
            : CodeFix.Unsafe($"Add `@@unique([{columns}])`", MemberEdits.AppendBlockAttribute(forward.Model, $"@@unique([{columns}])"));
        context.Report(
            s_notUnique,
            forward.Field,
            forward.Place("fields"),
            $"`{forward.Field.DisplayName}` is one side of a one-to-one relation, and {RelationSide.List(forward.Fields)} of `{forward.Model.Name}` "
            + (forward.Fields.Count == 1 ? "is not unique" : "are not unique together"),
            fix);
    }

    private static void CheckSides(ValidationContext context, RelationSide forward, RelationSide back)
    {
        if (forward.HasFields && back.HasReferences)
        {
            ReportSplit(forward);
            ReportSplit(back);
        }
        else if (forward.HasReferences && back.HasFields)
        {
            ReportSplit(forward);
        }

        if (!context.HasErrors && back.Field.IsRequired)
        {
            context.Report(
                s_requiredBack,
                back.Field,
                back.Field.LocationOf(back.Field.Type),
                $"`{back.Field.DisplayName}` is required, and no column of `{back.Model.Name}` can hold it to that: the columns are those of `{forward.Field.DisplayName}`",
                CodeFix.Safe($"Make `{back.Field.Name}` optional", TextEdit.Insert(back.Field.Tree.Source, back.Field.Type.Span.End, "?")));
        }

        if (!context.HasErrors && forward.Field.IsRequired && (back.HasFields || back.HasReferences))
        {
            context.Report(
                s_optionalSide,
                back.Field,
                back.Place(back.HasFields ? "fields" : "references"),
                $"`{back.Field.DisplayName}` is optional and holds the columns, and `{forward.Field.DisplayName}` is required");
        }

        void ReportSplit(RelationSide side) => context.Report(
            s_split,
            side.Field,
            side.Place(side.HasFields ? "fields" : "references"),
            $"Of one relation `{(forward.HasFields ? forward : back).Field.DisplayName}` has `fields` and "
            + $"`{(forward.HasFields ? back : forward).Field.DisplayName}` has `references`; they belong on one side");
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidRelation, ValidationStage.Meaning, summary);

    private static ValidationCheck Actions(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidReferentialAction, ValidationStage.Meaning, summary);
}
