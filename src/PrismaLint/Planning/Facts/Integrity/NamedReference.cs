using System.Collections.Generic;
using System.Linq;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>A column that by its name refers to another model, without a relation.</summary>
/// <param name="Column">The column.</param>
/// <param name="Target">The model.</param>
/// <param name="RuleId">The rule that says so; <see langword="null"/>: the column tells tenants apart.</param>
internal sealed record NamedReference(FieldSymbol Column, ModelSymbol Target, string? RuleId)
{
    /// <summary>The column that it refers to.</summary>
    public FieldSymbol? Reference => Target.PrimaryKey is { Columns.Count: 1 } key ? key.Columns[0].Field : null;

    /// <summary>Where several columns share a finding, it names the first of them.</summary>
    public static IReadOnlyList<NamedReference> Find(PlanContext context)
    {
        var found = new List<NamedReference>();
        foreach (var finding in context.Observed("PL2017"))
        {
            var column = context.Models.SelectMany(model => model.Columns).FirstOrDefault(field => field.DisplayName == finding.Object);
            var target = context.Models.FirstOrDefault(model => finding.Related.Any(related => related.Location == model.Location));
            if (column is not null && target?.PrimaryKey is { Columns.Count: 1 })
                found.Add(new NamedReference(column, target, finding.Id));
        }
        if (context.Tenants.Tenants.Count == 1 && context.Tenants.Tenants.First() is { PrimaryKey: { Columns.Count: 1 } id } tenant)
        {
            found.AddRange(context.Models
                .Select(context.Tenants.ColumnOf)
                .OfType<FieldSymbol>()
                .Where(column => column.Owner != tenant && !column.IsList && !column.ForeignKeysOver.Any() && column.Scalar == id.Columns[0].Field.Scalar && found.All(named => named.Column != column))
                .Select(column => new NamedReference(column, tenant, null)));
        }
        return found;
    }
}
