using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.SchemaDesign;

/// <summary>What a model is for: as documented, and what its relations say.</summary>
internal sealed class TablePurpose(PlanContext context)
{
    public string Of(ModelSymbol model)
    {
        var relations = Relations(model);
        if (model.Documentation.Length > 0)
            return PlanText.Words(model.Documentation).TrimEnd('.') + ". " + relations;
        var isReported = context.Observed("PL5021").Any(finding => finding.Object == model.Name);
        return "Not documented" + (isReported ? " (PL5021). " : ". ") + relations;
    }

    private static string Relations(ModelSymbol model)
    {
        var sentences = new List<string>();
        ForeignKeySymbol[] required = [.. model.ForeignKeys.Where(key => key.Fields.All(column => column.IsRequired))];
        ForeignKeySymbol[] optional = [.. model.ForeignKeys.Except(required)];
        if (required.Length > 0)
            sentences.Add("Each row belongs to " + Parents(required) + (optional.Length > 0 ? ", and may refer to " + Parents(optional) : ""));
        else if (optional.Length > 0)
            sentences.Add("A row may refer to " + Parents(optional));
        string[] children = [.. model.ReferencingKeys.Where(key => key.Model != model).GroupBy(key => key.Model).OrderBy(group => group.Key.Name, StringComparer.Ordinal).Select(group => group.Key.Name)];
        if (children.Length > 0)
            sentences.Add(PlanFigures.Names(children, 6) + (children.Length == 1 ? " refers to it" : " refer to it"));
        if (model.ReferencingKeys.Any(key => key.Model == model))
            sentences.Add("Its rows form a tree or a chain: they refer to rows of their own table");
        string[] many = [.. model.RelationFields.Where(field => field.Relation?.Kind is RelationKind.ImplicitManyToMany or RelationKind.EmbeddedManyToMany).Select(field => field.Type.Name.Text).Distinct(StringComparer.Ordinal)];
        if (many.Length > 0)
            sentences.Add("It is linked with any number of " + PlanFigures.Names(many, 6));
        return sentences.Count == 0 ? "No relation leads to it or away from it." : string.Join(". ", sentences) + ".";
    }

    // A parent referred to twice is named with the fields that tell the two apart.
    private static string Parents(ForeignKeySymbol[] keys) => PlanFigures.Join(
    [
        .. keys.GroupBy(key => key.Target).Select(group => group.Count() == 1
            ? "one " + PlanText.Code(group.Key.Name)
            : $"{PlanText.Code(group.Key.Name)} as {PlanFigures.Join([.. group.Select(key => PlanText.Code(key.RelationField.Name))])}"),
    ]);
}
