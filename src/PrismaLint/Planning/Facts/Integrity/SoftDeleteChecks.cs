using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Rows that live on while the row that they belong to is marked as deleted.</summary>
internal static class SoftDeleteChecks
{
    public static IEnumerable<IntegrityCheck> Find(PlanContext context)
    {
        var softDelete = new SoftDelete(context.Rules);
        foreach (var key in context.Models.SelectMany(model => model.ForeignKeys))
        {
            // Both sides can be marked, so that the child's mark says whether it went along.
            if (key.Target == key.Model || key.Fields.Any(field => !field.IsRequired)
                || softDelete.MarkerOf(key.Target) is not { } parent || softDelete.MarkerOf(key.Model) is not { } child
                || parent.Kind == SoftDeleteKind.Sentinel || child.Kind == SoftDeleteKind.Sentinel)
            {
                continue;
            }
            yield return new IntegrityCheck(
                IntegrityGroup.SoftDeletes,
                $"Rows of {PlanText.Code(key.Model.Name)} that live while their {PlanText.Code(key.Target.Name)} is marked as deleted by {PlanText.Code(parent.Field.Name)}.",
                $"SELECT {CheckSql.Select(key.Model, "c", key.Fields)} FROM {context.Sql.Table(key.Model)} AS c\nJOIN {context.Sql.Table(key.Target)} AS p ON {TableSql.Join(key, "c", "p")}\nWHERE {Deleted("p", parent)} AND {Living("c", child)};");
        }
    }

    private static string Living(string alias, SoftDeleteMarker marker) =>
        marker.Kind == SoftDeleteKind.Flag ? $"NOT {TableSql.Column(alias, marker.Field)}" : $"{TableSql.Column(alias, marker.Field)} IS NULL";

    private static string Deleted(string alias, SoftDeleteMarker marker) =>
        marker.Kind == SoftDeleteKind.Flag ? TableSql.Column(alias, marker.Field) : $"{TableSql.Column(alias, marker.Field)} IS NOT NULL";
}
