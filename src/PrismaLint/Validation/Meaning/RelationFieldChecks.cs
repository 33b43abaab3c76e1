using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Text;

namespace PrismaLint.Validation.Meaning;

/// <summary>Relation fields, each for itself.</summary>
internal static class RelationFieldChecks
{
    private static readonly ValidationCheck s_ignored = new(
        "relation-to-ignored-model",
        ValidationDescriptors.InvalidRelation,
        ValidationStage.Meaning,
        "A relation field refers to an ignored model and is not ignored itself");

    private static readonly ValidationCheck s_named = new(
        "named-foreign-key", ValidationDescriptors.InvalidRelation, ValidationStage.Meaning, "A foreign key has `map` where the database names none");

    private static readonly ValidationCheck s_action = new(
        "unsupported-referential-action",
        ValidationDescriptors.InvalidReferentialAction,
        ValidationStage.Meaning,
        "The database or relation mode does not have a referential action");

    private static readonly ValidationCheck s_setDefault = new(
        "set-default-in-mysql",
        ValidationDescriptors.InvalidReferentialAction,
        ValidationStage.Meaning,
        "MySQL takes SetDefault and does nothing by it")
    {
        Severity = DiagnosticSeverity.Warning,
    };

    private static readonly ValidationCheck s_unindexed = new(
        "relation-mode-without-index",
        ValidationDescriptors.InvalidIndex,
        ValidationStage.Meaning,
        "Without foreign keys in the database no index serves a relation")
    {
        Severity = DiagnosticSeverity.Warning,
    };

    public static IReadOnlyList<ValidationCheck> Checks { get; } = [s_ignored, s_named, s_action, s_setDefault, s_unindexed];

    /// <summary>Checks the relation fields of a model. False where Prisma then gives up: a relation is ambiguous.</summary>
    public static bool Run(ValidationContext context, ModelSymbol model)
    {
        var groups = AmbiguityChecks.FindGroups(model);
        foreach (var member in model.Fields)
        {
            if (member.TargetModel is not { } target)
                continue;
            if (groups is not null && groups.TryGetValue(member, out var group) && AmbiguityChecks.Report(context, model, group))
                return false;
            if (target.IsIgnored && !member.IsIgnored && !model.IsIgnored)
            {
                context.Report(
                    s_ignored,
                    member,
                    member.Location,
                    $"`{member.DisplayName}` refers to the ignored model `{target.Name}` and is not ignored itself",
                    CodeFix.Safe("Add `@ignore`", TextEdit.Insert(member.Tree.Source, member.Syntax.Span.End, " @ignore")));
            }

            if (member.FindAttribute("relation") is { } attribute && MayBeWrong(context, attribute) && RelationSide.Of(member) is { } side)
                CheckAttribute(context, side, attribute);
        }

        return true;
    }

    // Most relations say nothing that needs a look.
    private static bool MayBeWrong(ValidationContext context, AttributeSymbol attribute)
    {
        if (context.Schema.RelationMode == RelationMode.Prisma)
            return true;
        foreach (var argument in attribute.Arguments)
        {
            if (argument.Name.Text is "onDelete" or "onUpdate" or "map")
                return true;
        }

        return false;
    }

    private static void CheckAttribute(ValidationContext context, RelationSide side, AttributeSymbol attribute)
    {
        CheckAction(context, side, "onDelete", side.OnDelete);
        CheckAction(context, side, "onUpdate", side.OnUpdate);
        if (!context.Connector.HasNamedForeignKeys && attribute.FindArgument("map") is { } map)
        {
            context.Report(
                s_named, side.Field, attribute.LocationOf(map), $"The foreign key of `{side.Field.DisplayName}` is named, and {Database(context)} names none");
        }

        if (context.Schema.RelationMode == RelationMode.Prisma && context.Schema.Provider != Provider.MongoDb && side.HasFields && !IsIndexed(side))
        {
            var columns = string.Join(", ", side.Fields.Select(column => column.Name));
            context.Report(
                s_unindexed,
                side.Field,
                side.Field.LocationOf(attribute.Syntax.Name),
                $"No index of `{side.Model.Name}` starts with {RelationSide.List(side.Fields)}, and relation mode `prisma` makes no foreign key to bring one",
                CodeFix.Safe($"Add `@@index([{columns}])`", MemberEdits.AppendBlockAttribute(side.Model, $"@@index([{columns}])")));
        }
    }

    private static void CheckAction(ValidationContext context, RelationSide side, string argument, ReferentialAction? written)
    {
        if (written is not { } action)
            return;
        var mode = context.Schema.RelationMode;
        var allowed = context.Connector.AllowedActions(mode);
        if (!allowed.Contains(action))
        {
            var where = mode == RelationMode.Prisma ? "relation mode `prisma`" : Database(context);
            context.Report(
                s_action,
                side.Field,
                side.Place(argument),
                $"`{argument}` of `{side.Field.DisplayName}` is `{action}`, and {where} has {FieldListReader.Join(allowed.Select(other => other.ToString()))}",
                Replacement(side, argument, action, allowed));
        }
        else if (action == ReferentialAction.SetDefault && context.Schema.Provider == Provider.MySql && mode == RelationMode.ForeignKeys)
        {
            context.Report(
                s_setDefault,
                side.Field,
                side.Place(argument),
                $"`{argument}` of `{side.Field.DisplayName}` is `SetDefault`, which MySQL accepts and does not carry out");
        }
    }

    // Restrict and NoAction differ only in when they refuse: the one stands in for the other.
    private static CodeFix? Replacement(RelationSide side, string argument, ReferentialAction action, IReadOnlyList<ReferentialAction> allowed)
    {
        ReferentialAction? near = action switch
        {
            ReferentialAction.Restrict => ReferentialAction.NoAction,
            ReferentialAction.NoAction => ReferentialAction.Restrict,
            _ => null,
        };
        return near is { } other && allowed.Contains(other) && side.Attribute?.Find(argument) is { } value
            ? CodeFix.Safe($"Replace `{action}` with `{other}`", new TextEdit(side.Field.Tree.Source, value.Span, other.ToString()))
            : null;
    }

    private static bool IsIndexed(RelationSide side)
    {
        foreach (var index in side.Model.Indexes)
        {
            if (index.Kind == IndexKind.Fulltext || index.Columns.Count < side.Fields.Count)
                continue;
            var i = 0;
            while (i < side.Fields.Count && index.Columns[i].Field == side.Fields[i])
                i++;
            if (i == side.Fields.Count)
                return true;
        }

        return false;
    }

    private static string Database(ValidationContext context) => context.Connector.DisplayName;
}
