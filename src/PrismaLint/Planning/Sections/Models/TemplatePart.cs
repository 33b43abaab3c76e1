using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;
using static PrismaLint.Planning.Sections.SectionWriter;

namespace PrismaLint.Planning.Sections.Models;

/// <summary>How the models stand to the template: key first, indexes over foreign keys, moments of creation and change, a mapped table.</summary>
internal static class TemplatePart
{
    private const int Names = 8;

    public static void Write(PlanContext context, SectionWriter writer)
    {
        var models = context.Models;
        if (models.Count == 0)
            return;
        writer.Part("Models beside the template");
        var rows = new List<IReadOnlyList<string>?>
        {
            Row(context, "Primary key is the first field", models, model => model.Fields.Count > 0 && model.PrimaryKey?.Fields.Contains(model.Fields[0]) == true),
            Row(context, "Relations stand behind the columns", models.Where(model => model.RelationFields.Any()), HasRelationsLast),
            Row(context, "Every foreign key leads an index", models.Where(model => model.ForeignKeys.Count > 0), model => model.ForeignKeys.All(key => model.HasIndexFor(key))),
            Row(context, "Has a moment of creation", models, model => model.Columns.Any(column => IsMoment(column) && AuditNames.IsCreation(column.Name))),
            Row(context, $"Has a moment of the last change, kept by {PlanText.Code("@updatedAt")}", models, model => model.Columns.Any(column => column.IsUpdatedAt)),
            Row(context, $"Names its table with {PlanText.Code("@@map")}", models, model => model.MapAttribute is not null),
            Row(context, "Is documented with ///", models, model => context.Schema.Trees.Count > 0 && model.Tree.GetDocumentation(model.Syntax).Length > 0),
        };
        writer.Table([Column("Of the template"), Figure("Models"), Column("Not in")], rows.OfType<IReadOnlyList<string>>());
        foreach (var (id, words) in new[] { ("PL5007", "overwritten by updates"), ("PL5008", "not kept by Prisma"), ("PL5009", "without a default") })
        {
            var found = context.Observed(id).Select(finding => finding.Object ?? "").Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
            if (found.Length > 0)
                writer.Text($"Moments {words}: {Some(found)}. ({id})");
        }
    }

    private static bool IsMoment(FieldSymbol column) => column.Scalar == Connectors.ScalarType.DateTime;

    private static bool HasRelationsLast(ModelSymbol model)
    {
        var seen = false;
        foreach (var member in model.Fields)
        {
            if (seen && !member.IsRelation)
                return false;
            seen |= member.IsRelation;
        }
        return true;
    }

    private static IReadOnlyList<string>? Row(PlanContext context, string what, IEnumerable<ModelSymbol> models, Func<ModelSymbol, bool> follows)
    {
        var all = models.ToArray();
        if (all.Length == 0)
            return null;
        var missing = all.Where(model => !follows(model)).Select(model => model.Name).ToArray();
        return [what, FormattableString.Invariant($"{all.Length - missing.Length} of {all.Length}"), missing.Length == all.Length && all.Length > Names ? "all of them" : Some(missing)];
    }

    internal static string Some(IReadOnlyCollection<string> names) =>
        PlanFigures.Names(names, Names);
}
