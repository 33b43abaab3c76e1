using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Planning.Facts.Integrity;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts.Seeds;

/// <summary>Rows for a test, in numbers that agree with the relations and uniques of the schema.</summary>
internal sealed class SeedPlan
{
    /// <summary>Rows of a model that refers to nothing, where nothing was told.</summary>
    public const int RootRows = 4;

    /// <summary>Rows for each row of the level above.</summary>
    public const int Ratio = 5;

    /// <summary>The most rows of a model, where nothing was told.</summary>
    public const int MostRows = 10_000;

    private readonly PlanContext _context;
    private readonly Dictionary<ModelSymbol, SeedTable> _tables = [];
    private readonly Dictionary<ModelSymbol, int> _levels = [];
    private readonly ILookup<ModelSymbol, WantedUnique> _wanted;
    private readonly Dictionary<FieldSymbol, NamedReference> _named;

    private SeedPlan(PlanContext context)
    {
        _context = context;
        _wanted = WantedUnique.Find(context).Where(wanted => wanted.Flag is null).ToLookup(wanted => wanted.Model);
        _named = NamedReference.Find(context).ToDictionary(named => named.Column, named => named);
        var order = SeedOrder.Of(context.Models);
        Tenants = context.Tenants.Tenants.Count == 1 && order.Models.Contains(context.Tenants.Tenants.First()) ? TenantRows(context.Tenants.Tenants.First()) : 1;
        var left = new List<(ModelSymbol Model, string Reason)>();
        foreach (var model in order.Models)
        {
            if (ReasonAgainst(model) is { } reason)
                left.Add((model, reason));
            else
                _tables.Add(model, new SeedTableBuilder(this, model).Build());
        }
        Tables = [.. _tables.Values];
        Left = left;
        Stuck = order.Stuck;
    }

    /// <summary>Parents before children.</summary>
    public IReadOnlyList<SeedTable> Tables { get; }

    /// <summary>The models that get no rows, each with the reason in words.</summary>
    public IReadOnlyList<(ModelSymbol Model, string Reason)> Left { get; }

    /// <summary>The models of circles of required keys: no row can be the first.</summary>
    public IReadOnlyList<ModelSymbol> Stuck { get; }

    /// <summary>How many tenants there are; 1 without any.</summary>
    public long Tenants { get; }

    public static SeedPlan Create(PlanContext context) => new(context);

    public SeedTable? TableOf(ModelSymbol model) => _tables.TryGetValue(model, out var table) ? table : null;

    /// <summary>What a column without a relation refers to by its name.</summary>
    internal NamedReference? NamedBy(FieldSymbol field) => _named.TryGetValue(field, out var named) ? named : null;

    internal bool HasTenant(ModelSymbol model) =>
        Tenants > 1 && _context.Tenants.ScopeOf(model) is TenantScope.Tenant or TenantScope.Direct or TenantScope.ViaParent;

    internal IEnumerable<IReadOnlyList<FieldSymbol>> UniquesOf(ModelSymbol model) =>
        model.Indexes.Where(index => index.IsUnique && index.Columns.Count > 0).Select(index => (IReadOnlyList<FieldSymbol>)[.. index.Fields]).Concat(_wanted[model].Select(wanted => wanted.Columns));

    internal (long Rows, string Origin) VolumeOf(ModelSymbol model)
    {
        var volume = _context.Volumes.Of(model);
        if (volume is { Source: not VolumeSource.Unknown, Rows: { } rows })
            return ((long)Math.Max(1, Math.Round(rows)), volume.Source == VolumeSource.Inputs ? "told" : "database");
        var level = LevelOf(model);
        var start = HasTenant(model) ? Tenants : RootRows;
        var most = Math.Max(MostRows, start);
        var ratio = (double)start;
        for (var i = 0; i < level && ratio < most; i++)
            ratio *= Ratio;
        return ((long)Math.Min(ratio, most), FormattableString.Invariant($"level {level}"));
    }

    /// <summary>The longest way up over required keys; the rows of tenants are the top.</summary>
    internal int LevelOf(ModelSymbol model)
    {
        if (_levels.TryGetValue(model, out var known))
            return known;
        _levels[model] = 0;
        var level = _context.Tenants.Tenants.Contains(model)
            ? 0
            : model.ForeignKeys.Where(key => key.Target != model && !SeedOrder.IsOptional(key)).Select(key => LevelOf(key.Target) + 1).DefaultIfEmpty(0).Max();
        return _levels[model] = level;
    }

    private long TenantRows(ModelSymbol tenant) =>
        _context.Volumes.Of(tenant) is { Source: not VolumeSource.Unknown, Rows: { } rows } ? (long)Math.Max(1, Math.Round(rows)) : RootRows;

    private string? ReasonAgainst(ModelSymbol model)
    {
        foreach (var key in model.ForeignKeys)
        {
            if (!SeedOrder.IsOptional(key) && key.Target != model && TableOf(key.Target) is null)
                return $"it needs a row of `{key.Target.Name}`";
        }
        return model.Columns.FirstOrDefault(field => field is { Kind: FieldKind.Unsupported, IsRequired: true, Default: null }) is { } column
            ? $"nothing tells how a value of `{column.Name}` looks"
            : null;
    }
}
