using System.Collections.Generic;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;

namespace PrismaLint.Validation.Meaning;

/// <summary>The sides of every relation, in the order of their first fields, and what each kind of relation asks of them.</summary>
internal static class RelationChecks
{
    private static readonly ValidationCheck s_opposite = new(
        "missing-opposite-field",
        ValidationDescriptors.MissingOppositeRelation,
        ValidationStage.Meaning,
        "A relation field has no counterpart in the other model");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_opposite];

    public static void Run(ValidationContext context)
    {
        var cycles = CycleChecks.Create(context);
        foreach (var relation in context.Schema.Relations)
        {
            var forward = RelationSide.Of(relation.Forward);
            var back = RelationSide.Of(relation.Back);
            if (forward is null || back is null)
            {
                if ((forward ?? back) is { } lonely)
                    ReportLonely(context, lonely);
                if (forward is not null)
                    ForeignKeyChecks.RunAlone(context, forward);
                continue;
            }

            switch (relation.Kind)
            {
                case RelationKind.ImplicitManyToMany:
                    ImplicitManyToManyChecks.Run(context, forward, back);
                    break;
                case RelationKind.EmbeddedManyToMany:
                    EmbeddedManyToManyChecks.Run(context, forward, back);
                    break;
                default:
                    cycles?.Report(context, forward);
                    ForeignKeyChecks.Run(context, forward);
                    if (relation.Kind == RelationKind.OneToMany)
                        OneToManyChecks.Run(context, forward, back);
                    else
                        OneToOneChecks.Run(context, forward, back);
                    break;
            }
        }
    }

    private static void ReportLonely(ValidationContext context, RelationSide side)
    {
        var check = s_opposite;
        context.Report(
            check,
            side.Field,
            side.Field.Location,
            $"`{side.Field.DisplayName}` has no opposite relation field in `{side.Target.Name}`" + (side.Field.RelationName is { } name ? $" named `{name}`" : ""),
            AddOpposite(side));
    }

    // With its foreign key on this side, only the kind of the other side was open: one where the columns are unique, else many.
    private static CodeFix? AddOpposite(RelationSide side)
    {
        if (side.Field.IsList || !side.HasFields || !side.HasReferences || side.Target.Syntax.CloseBrace.IsMissing)
            return null;
        var isOne = OneToOneChecks.HasUniqueColumns(side);
        var name = char.ToLowerInvariant(side.Model.Name[0]) + side.Model.Name.Substring(1) + (isOne ? "" : "s");
        if (side.Target.FindField(name) is not null)
            return null;
        var relation = side.Field.RelationName is { } given ? $" @relation(\"{given}\")" : "";
        var text = $"{name} {side.Model.Name}{(isOne ? "?" : "[]")}{relation}";
        return CodeFix.Safe($"Add `{text}` to `{side.Target.Name}`", MemberEdits.AppendField(side.Target, text));
    }
}
