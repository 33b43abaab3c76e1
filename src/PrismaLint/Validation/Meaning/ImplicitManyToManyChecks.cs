using System.Collections.Generic;
using PrismaLint.Connectors;

namespace PrismaLint.Validation.Meaning;

/// <summary>Relations of many to many whose join table Prisma keeps.</summary>
internal static class ImplicitManyToManyChecks
{
    private static readonly ValidationCheck s_mongo = Check("implicit-many-to-many-in-mongodb", "MongoDB has no join tables");
    private static readonly ValidationCheck s_view = Check("many-to-many-with-view", "A side of an implicit many-to-many relation is a view");
    private static readonly ValidationCheck s_withoutId = Check("many-to-many-without-id", "A side of an implicit many-to-many relation has no id of one field");
    private static readonly ValidationCheck s_references = Check("many-to-many-references", "An implicit many-to-many relation has `references`");

    private static readonly ValidationCheck s_actions = new(
        "many-to-many-actions",
        ValidationDescriptors.InvalidReferentialAction,
        ValidationStage.Meaning,
        "A many-to-many relation has referential actions");

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_mongo, s_view, s_withoutId, s_references, s_actions];

    public static void Run(ValidationContext context, RelationSide first, RelationSide second)
    {
        Run(context, first);
        if (second.Field != first.Field)
            Run(context, second);
    }

    /// <summary>The actions of a many-to-many relation of either kind.</summary>
    public static void CheckActions(ValidationContext context, RelationSide side)
    {
        if (side.OnDelete is not null)
            Report("onDelete");
        if (side.OnUpdate is not null)
            Report("onUpdate");

        void Report(string argument) => context.Report(
            s_actions,
            side.Field,
            side.Place(argument),
            $"`{side.Field.DisplayName}` is a side of a many-to-many relation and cannot have `{argument}`",
            side.RemoveArgument(argument));
    }

    private static void Run(ValidationContext context, RelationSide side)
    {
        CheckActions(context, side);
        if (context.Schema.Provider == Provider.MongoDb)
        {
            context.Report(
                s_mongo,
                side.Field,
                side.Field.Location,
                $"`{side.Field.DisplayName}` is a side of a many-to-many relation without columns, and MongoDB has no join tables");
            return;
        }

        if (side.Model.IsView || side.Target.IsView)
        {
            var view = side.Model.IsView ? side.Model : side.Target;
            context.Report(
                s_view,
                side.Field,
                side.Field.Location,
                $"`{side.Field.DisplayName}` is a side of an implicit many-to-many relation with the view `{view.Name}`");
        }

        if (side.Target.PrimaryKey is not { Columns.Count: 1 })
        {
            context.Report(
                s_withoutId,
                side.Field,
                side.Field.Location,
                $"`{side.Field.DisplayName}` is a side of an implicit many-to-many relation, and `{side.Target.Name}` has no id of one field");
        }

        if (side.HasReferences)
        {
            context.Report(
                s_references,
                side.Field,
                side.Place("references"),
                $"`{side.Field.DisplayName}` is a side of an implicit many-to-many relation, which always refers to ids, and has `references`",
                side.RemoveArgument("references"));
        }
    }

    private static ValidationCheck Check(string detail, string summary) =>
        new(detail, ValidationDescriptors.InvalidRelation, ValidationStage.Meaning, summary);
}
