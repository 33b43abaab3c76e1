using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Migrations.Diff;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Facts;

/// <summary>The policies of a schema whose tenants share the tables. Those of parents come first, since those of children go by them.</summary>
internal sealed class TenantPolicies
{
    /// <summary>The setting that says for which tenant a transaction works.</summary>
    public const string Setting = "app.tenant_id";

    private readonly PlanContext _context;
    private readonly TenantFacts _tenants;
    private readonly MigratedObjects _migrated;

    public TenantPolicies(PlanContext context)
    {
        _context = context;
        _tenants = context.Tenants;
        _migrated = new MigratedObjects(context.Rules.History, "POLICY");
        All = context.IsPostgreSql && _tenants is { HasTenants: true, Key: not null }
            ? [.. OfModels().Concat(OfJoinTables()).OrderBy(policy => policy.Depth)]
            : [];
    }

    public IReadOnlyList<TenantPolicy> All { get; }

    /// <summary>Those that the database lacks, or is not seen to have.</summary>
    public IEnumerable<TenantPolicy> Missing => All.Where(policy => !policy.IsInPlace);

    /// <summary>The value of the setting as the type of a column, worked out once for each statement.</summary>
    public static string SettingAs(ExpectedColumn column)
    {
        var setting = $"nullif(current_setting('{Setting}', true), '')";
        return column.Type.Name is "TEXT" or "VARCHAR" or "CHAR" or "CITEXT" or "BPCHAR" ? $"(SELECT {setting})" : $"(SELECT {setting}::{column.Type.Sql.ToLowerInvariant()})";
    }

    private IEnumerable<TenantPolicy> OfModels()
    {
        foreach (var model in _context.Models)
        {
            if (_context.Database.TableOf(model) is not { } table || ExpressionOf(model, table) is not { } expression)
                continue;
            yield return new TenantPolicy(table, _tenants.ScopeOf(model), expression)
            {
                Depth = DepthOf(model),
                IsInPlace = IsInPlace(_context.Rules.Evidence?.Map.TableOf(model)),
            };
        }
    }

    // Both rows must be the tenant's, as far as they are anybody's.
    private IEnumerable<TenantPolicy> OfJoinTables()
    {
        foreach (var table in _context.Database.Tables.Where(table => table.Relation is not null))
        {
            var sides = table.ForeignKeys.Where(key => key.Target.Model is { } target && IsSecured(target)).ToArray();
            if (sides.Length == 0 || table.Relation is not { } relation)
                continue;
            yield return new TenantPolicy(table, TenantScope.ViaParent, string.Join("\n    AND ", sides.Select(key => Exists(table, key.Columns, key.Target, key.TargetColumns))))
            {
                Depth = 1 + sides.Max(key => key.Target.Model is { } target ? DepthOf(target) : 0),
                IsInPlace = IsInPlace(_context.Rules.Evidence?.Map.JoinTableOf(relation)),
            };
        }
    }

    private string? ExpressionOf(ModelSymbol model, ExpectedTable table) => _tenants.ScopeOf(model) switch
    {
        TenantScope.Tenant or TenantScope.Direct when ColumnOf(model) is { } column && Find(table, column) is { } found => Equal(found, found.Sql),
        TenantScope.Direct or TenantScope.ViaParent when ParentOf(model) is { } key && _context.Database.TableOf(key.Target) is { } parent => Exists(
            table,
            [.. key.Fields.Select(field => Find(table, field)?.Name ?? field.ColumnName)],
            parent,
            [.. key.References.Select(field => Find(parent, field)?.Name ?? field.ColumnName)]),
        _ => null,
    };

    // The column that holds the very key of the tenants.
    private FieldSymbol? ColumnOf(ModelSymbol model)
    {
        if (_tenants.ScopeOf(model) == TenantScope.Tenant)
            return _tenants.Key;
        var column = _tenants.ColumnOf(model);
        var keys = column?.ForeignKeysOver.Where(key => key.Target == _tenants.Tenant).ToArray() ?? [];
        return keys.Length == 0 || keys.Any(key => key.Fields.Count == 1 && key.References[0] == _tenants.Key) ? column : null;
    }

    private ForeignKeySymbol? ParentOf(ModelSymbol model) => _tenants.ScopeOf(model) == TenantScope.ViaParent
        ? _tenants.PathOf(model) is { Count: > 0 } path ? path[0] : null
        : model.ForeignKeys.FirstOrDefault(key => key.Target == _tenants.Tenant && key.Fields.Contains(_tenants.ColumnOf(model)));

    private string Exists(ExpectedTable table, IReadOnlyList<string> columns, ExpectedTable parent, IReadOnlyList<string> parentColumns)
    {
        var alias = table.Name == "p" ? "q" : "p";
        var joined = string.Join(" AND ", columns.Select((column, i) => $"{alias}.{SqlPieces.Name(parentColumns[i])} = {SqlPieces.Name(table.Name)}.{SqlPieces.Name(column)}"));
        // Where the parent has the column the policy asks for it, and does not rest on the parent's own.
        var own = parent.Model is { } model && ColumnOf(model) is { } field && _tenants.ScopeOf(model) is TenantScope.Tenant or TenantScope.Direct && Find(parent, field) is { } column
            ? $" AND {Equal(column, alias + "." + column.Sql)}"
            : "";
        return $"EXISTS (SELECT FROM {parent.Sql} AS {alias} WHERE {joined}{own})";
    }

    private static string Equal(ExpectedColumn column, string name) => $"{name} = {SettingAs(column)}";

    private static ExpectedColumn? Find(ExpectedTable table, FieldSymbol field) => table.Columns.Find(column => column.Field == field);

    private bool IsSecured(ModelSymbol model) => _context.Database.TableOf(model) is { } table && ExpressionOf(model, table) is not null;

    private int DepthOf(ModelSymbol model) => _tenants.ScopeOf(model) switch
    {
        TenantScope.ViaParent => _tenants.PathOf(model).Count,
        TenantScope.Direct when ColumnOf(model) is null => 1,
        _ => 0,
    };

    // What migrations make in rows and tables is in the evidence, and their policies are not.
    private bool IsInPlace(DatabaseTable? table) => table is { HasRowSecurity: true } && _context.Rules.Evidence is { } evidence
        && (evidence.IsReplayed ? _migrated.Of(table.Schema, table.Name).Count > 0 : evidence.Snapshot.StateOf(EvidenceSource.Policies).IsUsable && table.Policies.Count > 0);
}
