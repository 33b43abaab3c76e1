using System.Collections.Generic;
using System.Linq;
using PrismaLint.Diagnostics;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Text;

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
        if (FreeName(side, isOne) is not { } name)
            return null;
        // A model that refers to itself tells the two sides apart by their name.
        var isUnnamedSelf = side.Model == side.Target && side.Field.RelationName is null;
        if (isUnnamedSelf && side.Attribute?.Syntax.ArgumentList is null)
            return null;
        var relation = isUnnamedSelf ? side.Model.Name + "_" + side.Field.Name : side.Field.RelationName;
        var type = side.Model.Name + (isOne ? "?" : "[]");
        var attribute = relation is null ? "" : $"@relation({SyntaxFacts.EncodeString(relation)})";
        var edit = MemberEdits.AppendField(side.Target, name, type, attribute);
        var title = $"Add `{name} {type}{(attribute.Length == 0 ? "" : " " + attribute)}` to `{side.Target.Name}`";
        return isUnnamedSelf && relation is not null && side.Attribute?.Syntax.ArgumentList is { } list
            ? CodeFix.Safe(title, TextEdit.Insert(side.Field.Tree.Source, list.OpenParen.End, SyntaxFacts.EncodeString(relation) + ", "), edit)
            : CodeFix.Safe(title, edit);
    }

    // `posts`; where that is taken, or where another relation of the model would want it too, `postsByAuthor`.
    private static string? FreeName(RelationSide side, bool isOne)
    {
        var name = char.ToLowerInvariant(side.Model.Name[0]) + side.Model.Name.Substring(1)
            + (isOne || side.Model.Name.EndsWith('s') ? "" : "s");
        var others = side.Model.Fields.Count(member => member.TargetModel == side.Target);
        if (others == 1 && side.Target.FindField(name) is null)
            return name;
        var field = side.Field.Name;
        name = field.Contains('_') || side.Model.Name.Contains('_')
            ? $"{name}_by_{field}"
            : $"{name}By{char.ToUpperInvariant(field[0])}{field.Substring(1)}";
        return side.Target.FindField(name) is null ? name : null;
    }
}
