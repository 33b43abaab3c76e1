using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Connectors;
using PrismaLint.Semantics;

namespace PrismaLint.Rules.Shared;

/// <summary>Which rows belong to which tenant, in a schema whose tenants share the tables.</summary>
public sealed class Tenancy
{
    public static readonly RuleOption<NameList> TenantColumn = RuleOption.Names(
        "tenant_column", "Names of the field that says which tenant a row belongs to, whatever their case and underscores.");

    public static readonly RuleOption<NameList> TenantModel = RuleOption.Names(
        "tenant_model", "Models whose rows are the tenants; without it, what foreign keys over the tenant column refer to.");

    public static readonly RuleOption<NameList> GlobalModels = RuleOption.Names(
        "global_models", "Models whose rows all tenants share.");

    public static readonly RuleOption<bool> ViaParent = RuleOption.Flag(
        "via_parent", "A required relation to a model that belongs to a tenant is enough, over any number of steps.", true);

    // A column in fewer models than this is one of many.
    private const int GuessPercent = 40;
    private const int GuessFewestModels = 3;

    private static readonly string[] s_authors = ["create", "update", "modif", "write", "delete"];

    private readonly NameList _columns;
    private readonly NameList _global;
    private readonly HashSet<ModelSymbol> _tenants;
    private readonly Dictionary<ModelSymbol, FieldSymbol> _direct = [];
    private readonly HashSet<ModelSymbol> _viaParent = [];

    private Tenancy(RuleContext context)
    {
        _columns = Words.Squash(context.Get(TenantColumn));
        _global = context.Get(GlobalModels);
        _tenants = FindTenants(context.Schema, context.Get(TenantModel));
        foreach (var model in context.Schema.Models)
        {
            if (FindColumn(model) is { } column)
                _direct.Add(model, column);
        }
        if (context.Get(ViaParent))
            Follow();
        ColumnName = MostFrequent(_direct.Values.Select(column => column.Name)) ?? (_columns.IsEmpty ? null : context.Get(TenantColumn).Patterns[0]);
    }

    /// <summary>What every rule about tenants may be told.</summary>
    public static IReadOnlyList<RuleOption> Options { get; } = [TenantColumn, TenantModel, GlobalModels, ViaParent];

    /// <summary>The tenant column or the tenant model is configured.</summary>
    public static bool IsConfigured(RuleContext context) => !context.Get(TenantColumn).IsEmpty || !context.Get(TenantModel).IsEmpty;

    /// <summary>The schema's tenants; <see langword="null"/> where neither the tenant column nor the tenant model is configured.</summary>
    public static Tenancy? Create(RuleContext context) => IsConfigured(context) ? new Tenancy(context) : null;

    /// <summary>
    /// The key-like column that most models have, if at least two in five and three in all have it. For proposals only: nothing is judged by
    /// a guess.
    /// </summary>
    public static TenantGuess? Guess(SemanticModel schema) =>
        Candidates(schema).FirstOrDefault(candidate => candidate.Models >= GuessFewestModels && candidate.Models * 100 >= candidate.Total * GuessPercent);

    /// <summary>The key-like columns of the models, the one that most of them have first.</summary>
    internal static IEnumerable<TenantGuess> Candidates(SemanticModel schema)
    {
        var models = schema.Models.Where(model => !model.IsView && !model.IsIgnored && !FrameworkModels.Owns(model)).ToArray();
        return models
            .SelectMany(model => model.Columns.Where(IsKeyLike))
            .GroupBy(column => Words.Squash(column.Name), StringComparer.Ordinal)
            .Select(group => (Columns: group.ToArray(), Models: group.Select(column => column.Owner).Distinct().Count()))
            .OrderByDescending(candidate => candidate.Models)
            .ThenBy(candidate => candidate.Columns[0].Name, StringComparer.Ordinal)
            .Select(candidate => new TenantGuess(
                MostFrequent(candidate.Columns.Select(column => column.Name)) ?? candidate.Columns[0].Name,
                MostFrequent(candidate.Columns.SelectMany(column => column.ForeignKeysOver).Where(key => key.Fields.Count == 1).Select(key => key.Target.Name)),
                candidate.Models,
                models.Length));
    }

    /// <summary>The tenant column as most models call it; <see langword="null"/> where only a model is configured and nothing refers to it.</summary>
    public string? ColumnName { get; }

    /// <summary>The models whose rows are the tenants.</summary>
    public IReadOnlyCollection<ModelSymbol> Tenants => _tenants;

    /// <summary>The models that have the tenant column, or a foreign key to the tenants.</summary>
    public IReadOnlyCollection<ModelSymbol> DirectModels => _direct.Keys;

    public TenantScope ScopeOf(ModelSymbol model) =>
        _global.Contains(model.Name) ? TenantScope.Global
        : _tenants.Contains(model) ? TenantScope.Tenant
        : _direct.ContainsKey(model) ? TenantScope.Direct
        : _viaParent.Contains(model) ? TenantScope.ViaParent
        : TenantScope.None;

    /// <summary>A row of the model belongs to one tenant, or is one.</summary>
    public bool HasTenant(ModelSymbol model) => ScopeOf(model) is TenantScope.Tenant or TenantScope.Direct or TenantScope.ViaParent;

    /// <summary>The model's tenant column: the one so named, else that of its foreign key to the tenants.</summary>
    public FieldSymbol? ColumnOf(ModelSymbol model) => _direct.TryGetValue(model, out var column) ? column : null;

    private HashSet<ModelSymbol> FindTenants(SemanticModel schema, NameList names) => names.IsEmpty
        ? [.. schema.ForeignKeys.Where(key => key.Fields.Count == 1 && _columns.Contains(Words.Squash(key.Fields[0].Name))).Select(key => key.Target)]
        : [.. schema.Models.Where(model => names.Contains(model.Name))];

    private FieldSymbol? FindColumn(ModelSymbol model)
    {
        if (!_columns.IsEmpty)
        {
            foreach (var column in model.Fields)
            {
                if (column.IsColumn && _columns.Contains(Words.Squash(column.Name)))
                    return column;
            }
        }
        foreach (var key in model.ForeignKeys)
        {
            if (key.Fields.Count == 1 && _tenants.Contains(key.Target))
                return key.Fields[0];
        }
        return null;
    }

    private void Follow()
    {
        var queue = new Queue<ModelSymbol>(_tenants.Concat(_direct.Keys).Where(model => !_global.Contains(model.Name)));
        while (queue.Count > 0)
        {
            foreach (var key in queue.Dequeue().ReferencingKeys)
            {
                var child = key.Model;
                if (_direct.ContainsKey(child) || _tenants.Contains(child) || _global.Contains(child.Name) || !key.Fields.All(column => column.IsRequired))
                    continue;
                if (_viaParent.Add(child))
                    queue.Enqueue(child);
            }
        }
    }

    private static string? MostFrequent(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    // Holds a foreign key, or is named like one. Who made or changed a row is in many models, and no tenant.
    private static bool IsKeyLike(FieldSymbol column)
    {
        if (column.Scalar is not (ScalarType.String or ScalarType.Int or ScalarType.BigInt) || column.IsList || column.IsId || AuditNames.IsAuthor(column.Name))
            return false;
        var name = Words.Squash(column.Name);
        if (s_authors.Any(word => name.StartsWith(word, StringComparison.Ordinal)))
            return false;
        var last = Words.Last(column.Name);
        return column.ForeignKeysOver.Any()
            || (last == "id" && name.Length > 2)
            || (last == name && name.EndsWith("id", StringComparison.Ordinal) && name.Length > 2 && name[name.Length - 3] is not 'u');
    }
}
