using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Document;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Integrity;

/// <summary>Rows that refer to a row of another tenant.</summary>
internal static class TenantChecks
{
    public static IEnumerable<IntegrityCheck> Find(PlanContext context)
    {
        foreach (var model in context.Models)
        {
            var ways = WaysOf(context, model);
            for (var i = 1; i < ways.Count; i++)
                yield return Check(context, model, ways[0], ways[i]);
        }
    }

    // The first way is the row's own column, or the first key that leads to a tenant; every other key must lead to the same one.
    private static List<TenantWay> WaysOf(PlanContext context, ModelSymbol model)
    {
        var tenants = context.Tenants;
        var ways = new List<TenantWay>();
        if (tenants.ScopeOf(model) == TenantScope.Direct && tenants.ColumnOf(model) is { } own)
            ways.Add(new TenantWay([], own));
        foreach (var key in model.ForeignKeys.Where(key => key.Fields.Count == 1 && key.Target != model))
        {
            if (ways.Count > 0 && ways[0].Keys.Count == 0 && key.Fields[0] == ways[0].Column)
                continue;
            switch (tenants.ScopeOf(key.Target))
            {
                case TenantScope.Tenant:
                    ways.Add(new TenantWay([], key.Fields[0]));
                    break;
                case TenantScope.Direct when tenants.ColumnOf(key.Target) is { } column:
                    ways.Add(new TenantWay([key], column));
                    break;
                case TenantScope.ViaParent when tenants.PathOf(key.Target) is { Count: > 0 } path && path.All(step => step.Fields.Count == 1) && tenants.ColumnOf(path[path.Count - 1].Target) is { } column:
                    ways.Add(new TenantWay([key, .. path], column));
                    break;
            }
        }
        // A row that no required key and no column of its own ties to a tenant has none to agree with.
        return ways.Count > 0 && (ways[0].Keys.Count == 0 || ways[0].Keys[0].Fields[0].IsRequired) ? ways : [];
    }

    private static IntegrityCheck Check(PlanContext context, ModelSymbol model, TenantWay one, TenantWay other)
    {
        var sql = new TenantJoin(context);
        var left = sql.Add(one);
        var right = sql.Add(other);
        var keys = string.Join(", ", TableSql.Key(model).Select(field => TableSql.Column("c", field)));
        return new IntegrityCheck(
            IntegrityGroup.Tenants,
            $"Rows of {PlanText.Code(model.Name)} whose {one.Words} differs from {other.Words}.",
            $"SELECT {(keys.Length == 0 ? "" : keys + ", ")}{left} AS tenant_of_row, {right} AS tenant_of_parent FROM {context.Sql.Table(model)} AS c{sql.Joins}\nWHERE {left} <> {right};");
    }

    private sealed class TenantJoin(PlanContext context)
    {
        private int _tables;

        public string Joins { get; private set; } = "";

        public string Add(TenantWay way)
        {
            var alias = "c";
            foreach (var key in way.Keys)
            {
                var next = FormattableString.Invariant($"p{++_tables}");
                Joins += $"\nJOIN {context.Sql.Table(key.Target)} AS {next} ON {TableSql.Join(key, alias, next)}";
                alias = next;
            }
            return TableSql.Column(alias, way.Column);
        }
    }

    /// <summary>How a row leads to its tenant.</summary>
    /// <param name="Keys">The foreign keys to follow; none: the row has the column.</param>
    /// <param name="Column">The column that holds the tenant there.</param>
    private sealed record TenantWay(IReadOnlyList<ForeignKeySymbol> Keys, FieldSymbol Column)
    {
        public string Words => Keys.Count == 0
            ? PlanText.Code(Column.Name)
            : $"{PlanText.Code(Column.DisplayName)} by way of {string.Join(" → ", Keys.Select(key => PlanText.Code(key.Fields[0].Name)))}";
    }
}
