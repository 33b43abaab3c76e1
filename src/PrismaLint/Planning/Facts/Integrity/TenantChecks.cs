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
            if (ways.Count > 1)
                yield return Check(context, model, ways);
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

    private static IntegrityCheck Check(PlanContext context, ModelSymbol model, IReadOnlyList<TenantWay> ways)
    {
        var sql = new TenantJoin(context);
        var own = sql.Add(ways[0]);
        string[] others = [.. ways.Skip(1).Select(sql.Add)];
        var columns = TableSql.Key(model).Select(field => TableSql.Column("c", field))
            .Append(own + " AS tenant")
            .Concat(others.Select((other, i) => FormattableString.Invariant($"{other} AS tenant_{i + 1}")));
        return new IntegrityCheck(
            IntegrityGroup.Tenants,
            $"Rows of {PlanText.Code(model.Name)} whose {ways[0].Words} differs from {Or(ways.Skip(1).Select(way => way.Words))}.",
            $"SELECT {string.Join(", ", columns)}\nFROM {context.Sql.Table(model)} AS c{sql.Joins}\nWHERE {string.Join("\n  OR ", others.Select(other => $"{own} <> {other}"))};");
    }

    private static string Or(IEnumerable<string> words) => string.Join(", or from ", words);

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
                Joins += $"\nLEFT JOIN {context.Sql.Table(key.Target)} AS {next} ON {TableSql.Join(key, alias, next)}";
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
