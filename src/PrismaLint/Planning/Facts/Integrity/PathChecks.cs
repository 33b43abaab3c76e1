using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Rows whose two ways to one model end at different rows.</summary>
internal static class PathChecks
{
    public static IEnumerable<IntegrityCheck> Find(PlanContext context)
    {
        var tenants = context.Tenants.Tenants;
        return from model in context.Models
               from path in ParentPath.Of(model)
               where !tenants.Contains(path.Short.Target)
               select Check(context, path);
    }

    private static IntegrityCheck Check(PlanContext context, ParentPath path)
    {
        var model = path.Short.Model;
        var (own, between) = (TableSql.Column("c", path.Short.Fields[0]), TableSql.Column("p", path.Second.Fields[0]));
        return new IntegrityCheck(
            IntegrityGroup.Paths,
            $"Rows of {PlanText.Code(model.Name)} whose {PlanText.Code(path.Short.Fields[0].Name)} differs from the {PlanText.Code(path.Second.Fields[0].Name)} of the {PlanText.Code(path.First.Target.Name)} in {PlanText.Code(path.First.Fields[0].Name)}.",
            $"SELECT {CheckSql.Select(model, "c", [path.Short.Fields[0], path.First.Fields[0]])}, {between} AS of_parent FROM {context.Sql.Table(model)} AS c\n"
            + $"JOIN {context.Sql.Table(path.First.Target)} AS p ON {TableSql.Join(path.First, "c", "p")}\nWHERE {own} <> {between};");
    }
}
