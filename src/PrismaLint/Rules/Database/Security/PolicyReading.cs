using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Security;

/// <summary>A policy: for whom it is, for what, and what its expressions let through.</summary>
internal sealed class PolicyReading
{
    private static readonly string[] s_commands = ["SELECT", "INSERT", "UPDATE", "DELETE"];

    // Words in the names of roles that look after the database or the whole of the data.
    private static readonly HashSet<string> s_operators = new(StringComparer.Ordinal)
    {
        "admin", "administrator", "admins", "superadmin", "superuser", "root", "dba", "postgres", "owner", "migration", "migrations", "migrator",
        "migrate", "deploy", "backup", "dump", "maintenance", "system", "operator", "replication", "replicator",
    };

    private PolicyReading(DatabasePolicy policy)
    {
        Policy = policy;
        Using = PolicyExpression.Parse(policy.Using);
        Check = PolicyExpression.Parse(policy.Check);
    }

    public DatabasePolicy Policy { get; }

    public PolicyExpression? Using { get; }

    public PolicyExpression? Check { get; }

    /// <summary>USING and WITH CHECK, those that are there.</summary>
    public IEnumerable<PolicyExpression> Expressions => new[] { Using, Check }.OfType<PolicyExpression>();

    public IReadOnlyList<string> Commands => Policy.Command == "ALL" ? s_commands : [Policy.Command];

    public bool IsForEverybody => Policy.Roles.Count == 0 || Policy.Roles.Contains("public");

    public static IReadOnlyList<PolicyReading> Of(DatabaseTable table) => [.. table.Policies.Select(policy => new PolicyReading(policy))];

    /// <summary>Everybody may read each row of the table: a policy says so and none narrows it.</summary>
    public static bool IsReadableByAll(IReadOnlyList<PolicyReading> all) => all.Any(policy =>
        policy.Policy.IsPermissive && policy.IsForEverybody && policy.Commands.Contains("SELECT") && policy.Using is { IsAlwaysTrue: true })
        && all.All(policy => policy.Policy.IsPermissive || !policy.Commands.Contains("SELECT"));

    /// <summary>Two policies that add up for somebody: same command, a role in common.</summary>
    public bool Overlaps(PolicyReading other) =>
        Commands.Intersect(other.Commands).Any() && (IsForEverybody || other.IsForEverybody || Policy.Roles.Intersect(other.Policy.Roles).Any());

    /// <summary>
    /// All its roles look after the database: superusers, those with BYPASSRLS, the owner, roles so named. What an application or an exposed
    /// role is among is not.
    /// </summary>
    public bool IsForOperators(LiveContext context, ApplicationRole? application)
    {
        var exposed = context.Get(LiveOptions.ExposedRoles);
        return !IsForEverybody && Policy.Roles.All(name =>
            !exposed.Contains(name)
            && !(application is { IsKnown: true } known && known.HasRightsOf(name))
            && (name == Policy.Table.Owner
                || Words.Split(name).Any(word => s_operators.Contains(word))
                || name == "service_role"
                || context.Snapshot.Roles.Any(role => role.Name == name && (role.IsSuperuser || role.BypassesRowSecurity))));
    }

    /// <summary>For each of its commands some restrictive policy, for all its roles, narrows what it lets through.</summary>
    /// <param name="all">The policies of the table.</param>
    /// <param name="narrows">What an expression of the restrictive one must be like.</param>
    public bool IsNarrowed(IReadOnlyList<PolicyReading> all, Func<PolicyExpression, bool> narrows) => Commands.All(command => all.Any(other =>
        !other.Policy.IsPermissive
        && other.Commands.Contains(command)
        && (other.IsForEverybody || (!IsForEverybody && Policy.Roles.All(other.Policy.Roles.Contains)))
        && other.ExpressionFor(command) is { } expression && narrows(expression)));

    /// <summary>What decides about a command: of an INSERT the check, else USING.</summary>
    public PolicyExpression? ExpressionFor(string command) => command == "INSERT" ? Check ?? Using : Using ?? Check;
}
