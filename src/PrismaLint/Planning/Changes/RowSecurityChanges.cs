using System.Collections.Generic;
using System.Linq;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Changes;

/// <summary>Row-level security for the tables of tenants: parents before their children.</summary>
internal static class RowSecurityChanges
{
    public static IEnumerable<PlanChange> Find(PlanContext context)
    {
        TenantPolicy[] missing = [.. context.TenantPolicies.Missing];
        if (missing.Length == 0 || context.Tenants.Tenant is not { } tenant)
            yield break;
        var condition = ConditionOf(context);
        yield return Client(missing.Length, tenant.Name, condition);
        foreach (var policy in missing)
            yield return OfTable(policy, tenant.Name, condition);
    }

    /// <summary>What has to be true for policies to be wanted, where nobody told it.</summary>
    public static string? ConditionOf(PlanContext context) => context.Tenants is { Status: TenantStatus.Proposed, Tenant: { } tenant }
        ? $"Each row of {PlanText.Code(tenant.Name)} is a tenant whose rows others must not see: `tenancy.model` in the inputs says so"
        : null;

    private static PlanChange Client(int tables, string tenant, string? condition) => new(
        PlanChangeKind.RowSecurity,
        "client",
        $"Let the client say for which row of {PlanText.Code(tenant)} it works",
        $"Once row-level security is on, a query of the {tables} tables without `{TenantPolicies.Setting}` finds no row, and an insert is refused")
    {
        Condition = condition,
        Steps =
        [
            new PlanStep(MigrationPhase.Expand, MigrationStepKind.Deploy, $"Deploy the client that sets `{TenantPolicies.Setting}` in each transaction (section 6), everywhere and in every job; without policies the setting has no effect"),
            new PlanStep(MigrationPhase.Expand, MigrationStepKind.Verify, $"Run the tests of the application on a copy in which the policies are on, as a member of the application's role: what comes back empty there does not set {PlanText.Code(tenant)}"),
        ],
    };

    private static PlanChange OfTable(TenantPolicy policy, string tenant, string? condition)
    {
        var table = policy.Table;
        var name = SqlText.Literal(table.Sql);
        var moment = TableLock.AccessExclusive(table.DatabaseName).ToString();
        return new PlanChange(
            PlanChangeKind.RowSecurity,
            table.DisplayName,
            $"Let {PlanText.Code(table.DatabaseName)} show the rows of one tenant alone",
            Reason(policy, tenant))
        {
            Condition = condition,
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, "Create the policy; it has no effect before the next step")
                {
                    Sql = SqlPieces.WithTimeout(policy.CreateSql),
                    Lock = moment,
                    Verification = $"SELECT name AS without_policy FROM unnest(ARRAY[{name}]) AS name WHERE NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = to_regclass(name) AND polname = {SqlText.Literal(TenantPolicy.Name)});",
                    Expected = "no row",
                    Rollback = SqlPieces.WithTimeout(policy.DropSql),
                },
                new PlanStep(MigrationPhase.Contract, MigrationStepKind.Sql, "Turn row-level security on, for the owner of the table too")
                {
                    Sql = SqlPieces.WithTimeout(policy.EnableSql),
                    Lock = moment,
                    Verification = $"SELECT name AS still_open FROM unnest(ARRAY[{name}]) AS name WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(name) AND relrowsecurity AND relforcerowsecurity);",
                    Expected = "no row",
                    Rollback = SqlPieces.WithTimeout(policy.DisableSql),
                },
            ],
        };
    }

    private static string Reason(TenantPolicy policy, string tenant) => policy switch
    {
        { Scope: TenantScope.Tenant } => $"Its rows are the tenants, and a query without a condition reads all of them",
        { Depth: 0 } => $"Each row belongs to one of {PlanText.Code(tenant)}, and nothing but the application's conditions keeps them apart",
        { Depth: 1 } => $"Each row belongs to one of {PlanText.Code(tenant)} by the row that it refers to, and nothing but the application's conditions keeps them apart",
        _ => $"Each row belongs to one of {PlanText.Code(tenant)} over {policy.Depth} foreign keys, and nothing but the application's conditions keeps them apart",
    };
}
