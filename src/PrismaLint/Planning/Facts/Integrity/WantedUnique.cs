using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>A unique that a rule asks for.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Model">The model.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Flag">It binds rows with this flag alone; <see langword="null"/>: all.</param>
internal sealed record WantedUnique(string RuleId, ModelSymbol Model, IReadOnlyList<FieldSymbol> Columns, FieldSymbol? Flag)
{
    public static IReadOnlyList<WantedUnique> Find(PlanContext context)
    {
        var found = new List<WantedUnique>();
        foreach (var finding in context.Observations.Visible)
        {
            if (finding.Id == "PL2015" && context.Models.FirstOrDefault(model => model.DisplayName == finding.Object) is { } join)
                found.Add(new WantedUnique(finding.Id, join, [.. join.ForeignKeys.SelectMany(key => key.Fields).Distinct()], null));
            if (finding.Id is not ("PL5019" or "PL5020") || FieldOf(context, finding.Object) is not { Model: { } model } field)
                continue;
            if (OwnerOf(model, field) is { } owner)
                found.Add(new WantedUnique(finding.Id, model, field.Scalar == ScalarType.Boolean ? owner.Fields : [.. owner.Fields, field], field.Scalar == ScalarType.Boolean ? field : null));
        }
        return found;
    }

    private static FieldSymbol? FieldOf(PlanContext context, string? name) => context.Models.SelectMany(model => model.Columns).FirstOrDefault(field => field.DisplayName == name);

    // As the rules choose it: the one required key, of several the one that deletes along.
    private static ForeignKeySymbol? OwnerOf(ModelSymbol model, FieldSymbol field)
    {
        var keys = model.ForeignKeys.Where(key => key.Fields.Count > 0 && key.Fields.All(column => column.IsRequired && column != field) && !key.IsOneToOne && !Queries.LatestPair.IsAuthor(key)).ToArray();
        return keys.Length == 1 ? keys[0] : keys.Count(key => key.OnDelete == ReferentialAction.Cascade) == 1 ? keys.First(key => key.OnDelete == ReferentialAction.Cascade) : null;
    }
}
