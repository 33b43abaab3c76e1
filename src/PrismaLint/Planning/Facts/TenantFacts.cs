using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>Which rows belong to which tenant.</summary>
internal sealed class TenantFacts
{
    private readonly Tenancy? _tenancy;
    private readonly Dictionary<ModelSymbol, IReadOnlyList<ForeignKeySymbol>> _paths = [];

    private TenantFacts(PlanContext context, TenantStatus status, Tenancy? tenancy)
    {
        Status = status;
        _tenancy = tenancy;
        Models = context.Models;
        SchemasWithSameTables = FindSchemasWithSameTables(context);
    }

    public TenantStatus Status { get; }

    /// <summary>Rows belong to tenants, as told or as proposed.</summary>
    public bool HasTenants => Status is TenantStatus.Told or TenantStatus.Proposed && Tenants.Count > 0;

    /// <summary>The tenant column, as most models call it.</summary>
    public string? ColumnName => _tenancy?.ColumnName;

    /// <summary>The models whose rows are the tenants.</summary>
    public IReadOnlyCollection<ModelSymbol> Tenants => _tenancy?.Tenants ?? [];

    /// <summary>The model of the tenants where there is one alone.</summary>
    public ModelSymbol? Tenant => Tenants.Count == 1 ? Tenants.First() : null;

    /// <summary>
    /// The key by which tables refer to the tenants: what most foreign keys refer to, else the primary key; <see langword="null"/> where it is
    /// more than one column, or there is more than one model of tenants.
    /// </summary>
    public FieldSymbol? Key => Tenant is not { } tenant ? null
        : tenant.ReferencingKeys
            .Where(key => key.References.Count == 1)
            .GroupBy(key => key.References[0])
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault()
            ?? (tenant.PrimaryKey is { Columns.Count: 1 } primary ? primary.Columns[0].Field : null);

    /// <summary>Database schemas, seen in a snapshot, that hold tables of the same names: a schema for each tenant, perhaps.</summary>
    public IReadOnlyList<string> SchemasWithSameTables { get; }

    private IReadOnlyList<ModelSymbol> Models { get; }

    public TenantScope ScopeOf(ModelSymbol model) => _tenancy?.ScopeOf(model) ?? TenantScope.None;

    /// <summary>The models of a scope, in the order of the text.</summary>
    public IEnumerable<ModelSymbol> Of(TenantScope scope) => Models.Where(model => ScopeOf(model) == scope);

    /// <summary>The column of a model that holds its tenant; <see langword="null"/> where only a parent has one.</summary>
    public FieldSymbol? ColumnOf(ModelSymbol model) => _tenancy?.ColumnOf(model);

    /// <summary>The models whose tenant column may be empty: such rows belong to nobody.</summary>
    public IEnumerable<FieldSymbol> NullableColumns =>
        Of(TenantScope.Direct).Select(ColumnOf).OfType<FieldSymbol>().Where(column => !column.IsRequired);

    /// <summary>The required foreign keys that lead from a model to the nearest one with the tenant column, in order; empty for others.</summary>
    public IReadOnlyList<ForeignKeySymbol> PathOf(ModelSymbol model)
    {
        if (ScopeOf(model) != TenantScope.ViaParent)
            return [];
        if (!_paths.TryGetValue(model, out var path))
        {
            path = Shortest(model, parent => ScopeOf(parent) is TenantScope.Direct or TenantScope.Tenant);
            // Of ways of the same length the one to the usual column: others may say who made a row, and not whose it is.
            var usual = Shortest(model, parent => ColumnOf(parent)?.Name == ColumnName);
            if (usual.Count == path.Count)
                path = usual;
            _paths.Add(model, path);
        }
        return path;
    }

    private IReadOnlyList<ForeignKeySymbol> Shortest(ModelSymbol model, Func<ModelSymbol, bool> isEnd) =>
        KeyPaths.Shortest(model, isEnd, key => key.Fields.All(column => column.IsRequired) && ScopeOf(key.Target) != TenantScope.Global);

    public static TenantFacts Find(PlanContext context)
    {
        if (context.Inputs.HasNoTenants)
            return new TenantFacts(context, TenantStatus.None, null);
        if (Tenancy.Create(context.Rules) is { } told)
            return new TenantFacts(context, TenantStatus.Told, told);
        var proposed = TenantProposal.Find(context.Rules);
        return new TenantFacts(context, proposed is null ? TenantStatus.Unknown : TenantStatus.Proposed, proposed);
    }

    private static IReadOnlyList<string> FindSchemasWithSameTables(PlanContext context)
    {
        if (context.Live is not { IsReplayed: false } live)
            return [];
        var names = new HashSet<string>(context.Models.Select(model => live.Map.TableOf(model)?.Name).OfType<string>(), StringComparer.Ordinal);
        return
        [
            .. live.Snapshot.Tables
                .Where(table => names.Contains(table.Name))
                .GroupBy(table => table.Schema)
                .Where(group => group.Count() >= 3 && group.Count() * 2 > names.Count)
                .Select(group => group.Key)
                .OrderBy(name => name, StringComparer.Ordinal),
        ];
    }
}
