using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Security;

/// <summary>
/// Which tables hold rows of tenants, and by which column: as configured (<see cref="Tenancy"/>), else guessed: the key that most models share
/// and that refers to one table.
/// </summary>
internal sealed class TenantTables
{
    private static readonly HashSet<string> s_people = new(StringComparer.Ordinal)
    {
        "user", "users", "person", "people", "profile", "profiles", "member", "members", "author", "authors", "customer", "customers", "contact", "contacts", "player", "employee",
    };

    private static readonly HashSet<string> s_tenants = new(StringComparer.Ordinal)
    {
        "tenant", "tenants", "organization", "organizations", "organisation", "organisations", "org", "orgs", "account", "accounts", "company", "companies", "workspace", "workspaces",
    };

    private const int FewestModels = 3;

    private readonly LiveContext _context;
    private readonly Tenancy? _tenancy;
    private readonly HashSet<string> _names;
    private readonly string? _target;

    private TenantTables(LiveContext context, Tenancy? tenancy, IEnumerable<string> names, string? target, string column, bool isNamedByPolicies)
    {
        _context = context;
        _tenancy = tenancy;
        _names = new HashSet<string>(names.Select(Words.Squash), StringComparer.Ordinal);
        _target = target;
        Column = column;
        IsNamedByPolicies = isNamedByPolicies;
        IsOfTenants = tenancy is not null || (target is not null && !IsPerson(target));
        IsCertain = tenancy is not null || (target is not null && s_tenants.Contains(Words.Last(target)));
    }

    /// <summary>The field as most models call it.</summary>
    public string Column { get; }

    /// <summary>Some policy of the database goes by the column.</summary>
    public bool IsNamedByPolicies { get; }

    /// <summary>Configured, or at least no column that tells people apart, whose rows others may be meant to see.</summary>
    public bool IsOfTenants { get; }

    /// <summary>Configured, or a tenant by its name.</summary>
    public bool IsCertain { get; }

    public static TenantTables? Find(LiveContext context)
    {
        var tenancy = Tenancy.Create(context.Static);
        if (tenancy is not null)
        {
            var names = context.Static.Get(Tenancy.TenantColumn).Patterns.Concat(tenancy.ColumnName is { } name ? [name] : Array.Empty<string>());
            return new TenantTables(context, tenancy, names, null, tenancy.ColumnName ?? context.Static.Get(Tenancy.TenantModel).ToString(), true);
        }
        var policies = context.UserTables.SelectMany(PolicyReading.Of).SelectMany(policy => policy.Expressions).ToArray();
        return Tenancy.Candidates(context.Schema)
            .Where(candidate => candidate.Models >= FewestModels && RefersToOneModel(context, candidate))
            .Select(candidate => (Guess: candidate, Tables: Create(context, candidate, policies)))
            .Where(candidate => candidate.Tables.IsNamedByPolicies || (candidate.Tables.IsCertain && Tenancy.Guess(context.Schema) is { } usual && usual.Models <= candidate.Guess.Models))
            .OrderByDescending(candidate => candidate.Tables.IsNamedByPolicies && candidate.Tables.IsOfTenants)
            .ThenByDescending(candidate => candidate.Tables.IsCertain)
            .Select(candidate => candidate.Tables)
            .FirstOrDefault();
    }

    /// <summary>The column that tells the tenant of a row; <see langword="null"/> where the table has none, is global, or holds the tenants.</summary>
    public DatabaseColumn? ColumnOf(DatabaseTable table)
    {
        if (!table.IsTable)
            return null;
        if (_context.Map.ModelOf(table) is { } model)
        {
            if (_tenancy is not null)
                return _tenancy.ScopeOf(model) == TenantScope.Direct && _tenancy.ColumnOf(model) is { } own ? _context.Map.ColumnOf(own) : null;
            if (model.Name == _target)
                return null;
            return model.Columns.FirstOrDefault(field => _names.Contains(Words.Squash(field.Name))) is { } field ? _context.Map.ColumnOf(field) : null;
        }
        return _context.Map.RelationOf(table) is null ? table.Columns.FirstOrDefault(column => _names.Contains(Words.Squash(column.Name))) : null;
    }

    private static TenantTables Create(LiveContext context, TenantGuess guess, PolicyExpression[] policies)
    {
        var names = FieldsOf(context, guess).Select(field => context.Map.ColumnOf(field)?.Name).OfType<string>().Distinct().ToArray();
        return new TenantTables(context, null, names.Concat([guess.Column]), guess.Target, guess.Column, policies.Any(policy => names.Any(policy.Names)));
    }

    private static IEnumerable<Semantics.FieldSymbol> FieldsOf(LiveContext context, TenantGuess guess) =>
        context.Schema.Models.SelectMany(model => model.Columns).Where(field => Words.Squash(field.Name) == Words.Squash(guess.Column));

    private static bool RefersToOneModel(LiveContext context, TenantGuess guess) =>
        FieldsOf(context, guess).SelectMany(field => field.ForeignKeysOver).Where(key => key.Fields.Count == 1).Select(key => key.Target).Distinct().Count() == 1;

    private static bool IsPerson(string model) => s_people.Contains(Words.Last(model));
}
