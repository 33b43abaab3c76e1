using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Which rows belong to which tenant.</summary>
internal sealed class TenantFacts
{
    private readonly Tenancy? _tenancy;

    private TenantFacts(TenantStatus status, Tenancy? tenancy)
    {
        Status = status;
        _tenancy = tenancy;
    }

    public TenantStatus Status { get; }

    /// <summary>The tenant column, as most models call it.</summary>
    public string? ColumnName => _tenancy?.ColumnName;

    /// <summary>The models whose rows are the tenants.</summary>
    public IReadOnlyCollection<ModelSymbol> Tenants => _tenancy?.Tenants ?? [];

    public TenantScope ScopeOf(ModelSymbol model) => _tenancy?.ScopeOf(model) ?? TenantScope.None;

    /// <summary>The column of a model that holds its tenant; <see langword="null"/> where only a parent has one.</summary>
    public FieldSymbol? ColumnOf(ModelSymbol model) => _tenancy?.ColumnOf(model);

    /// <summary>The required foreign keys that lead from a model to the nearest one with the tenant column, in order; empty for others.</summary>
    public IReadOnlyList<ForeignKeySymbol> PathOf(ModelSymbol model)
    {
        if (ScopeOf(model) != TenantScope.ViaParent)
            return [];
        var before = new Dictionary<ModelSymbol, ForeignKeySymbol?> { [model] = null };
        var queue = new Queue<ModelSymbol>([model]);
        while (queue.Count > 0)
        {
            var current = queue.Dequeue();
            if (ScopeOf(current) is TenantScope.Direct or TenantScope.Tenant)
                return Trace(model, current, before);
            foreach (var key in current.ForeignKeys.Where(key => key.Fields.All(column => column.IsRequired) && !before.ContainsKey(key.Target)))
            {
                before.Add(key.Target, key);
                queue.Enqueue(key.Target);
            }
        }
        return [];
    }

    public static TenantFacts Find(PlanContext context)
    {
        if (context.Inputs.HasNoTenants)
            return new TenantFacts(TenantStatus.None, null);
        if (Tenancy.Create(context.Rules) is { } told)
            return new TenantFacts(TenantStatus.Told, told);
        // A guess is a proposal; a column that refers to a model says more than one that does not.
        if (Tenancy.Candidates(context.Schema).FirstOrDefault(candidate => candidate.Target is not null) is not { } guess
            || guess.Models < 3 || guess.Models * 4 < guess.Total)
        {
            return new TenantFacts(TenantStatus.Unknown, null);
        }
        var rules = new RuleContext(context.Schema, new Dictionary<RuleOption, object> { [Tenancy.TenantColumn] = new NameList([guess.Column]) });
        return new TenantFacts(TenantStatus.Proposed, Tenancy.Create(rules));
    }

    private static List<ForeignKeySymbol> Trace(ModelSymbol start, ModelSymbol end, Dictionary<ModelSymbol, ForeignKeySymbol?> before)
    {
        // Keys lead upwards, and the last one found leads to the end.
        var path = new List<ForeignKeySymbol>();
        for (var at = end; at != start && before[at] is { } key; at = key.Model)
            path.Add(key);
        path.Reverse();
        return path;
    }
}
