using System;
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
        foreach (var model in context.Models)
        {
            var paths = ParentPath.Of(model).Where(path => !tenants.Contains(path.Short.Target)).ToArray();
            if (paths.Length > 0)
                yield return Check(context, model, paths);
        }
    }

    private static IntegrityCheck Check(PlanContext context, ModelSymbol model, ParentPath[] paths)
    {
        var columns = new List<string>(TableSql.Key(model).Select(field => TableSql.Column("c", field)));
        var joins = "";
        var conditions = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < paths.Length; i++)
        {
            var (path, alias) = (paths[i], FormattableString.Invariant($"p{i + 1}"));
            var (own, between) = (TableSql.Column("c", path.Short.Fields[0]), TableSql.Column(alias, path.Second.Fields[0]));
            columns.Add(own);
            columns.Add(FormattableString.Invariant($"{between} AS parent_{i + 1}"));
            joins += $"\nLEFT JOIN {context.Sql.Table(path.First.Target)} AS {alias} ON {TableSql.Join(path.First, "c", alias)}";
            conditions.Add($"{own} <> {between}");
            words.Add($"{PlanText.Code(path.Short.Fields[0].Name)} differs from the {PlanText.Code(path.Second.Fields[0].Name)} of the {PlanText.Code(path.First.Target.Name)} in {PlanText.Code(path.First.Fields[0].Name)}");
        }
        return new IntegrityCheck(
            IntegrityGroup.Paths,
            $"Rows of {PlanText.Code(model.Name)} whose {string.Join(", or whose ", words)}.",
            $"SELECT {string.Join(", ", columns.Distinct())}\nFROM {context.Sql.Table(model)} AS c{joins}\nWHERE {string.Join("\n  OR ", conditions)};");
    }
}
