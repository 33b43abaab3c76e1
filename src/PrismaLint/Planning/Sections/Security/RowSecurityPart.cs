using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Rules.Shared;
using PrismaLint.Semantics;

namespace PrismaLint.Planning.Sections.Security;

/// <summary>Policies that keep rows of tenants apart, and what goes with them.</summary>
internal static class RowSecurityPart
{
    private static readonly Regex s_settingName = new("current_setting\\('([^']+)'", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static void Write(PlanContext context, SectionWriter writer)
    {
        writer.Part("Row-level security");
        if (!context.IsPostgreSql)
        {
            writer.Text(context.Schema.Provider is Connectors.Provider.SqlServer or Connectors.Provider.CockroachDb
                ? $"{SecurityText.Provider(context)} has row-level security of its own kind, which this plan does not write."
                : $"{SecurityText.Provider(context)} has no row-level security: the application's conditions alone keep rows apart.");
            return;
        }
        var state = RowSecurityState.Of(context);
        writer.Text(State(state));
        writer.List(SecurityText.Findings(context, "PL8012", "PL8013", "PL8014", "PL8015", "PL8038", "PL8039"));
        var policies = context.TenantPolicies;
        if (!context.Tenants.HasTenants)
            writer.Text("No policies are written: without tenants there is nothing to tell rows apart by.");
        else if (context.Tenants.Key is null)
            writer.Text($"No policies are written: they go by one key of one model, and {PlanText.CodeList(context.Tenants.Tenants.Select(model => model.Name))} {(context.Tenants.Tenants.Count == 1 ? "has no key of one column" : "are several")}.");
        else if (policies.Missing.Any())
            WritePolicies(context, writer, [.. policies.Missing]);
        else
            writer.Text($"Each of the {policies.All.Count} tables of tenants has a policy: none is added.");
    }

    private static string State(RowSecurityState state) => state.Source switch
    {
        null => "Row-level security cannot be seen here: a Prisma schema does not hold it. A snapshot (`--snapshot` or `--url`) shows it, and migrations beside the schema show where it is turned on.",
        _ when state.Secured.Count + state.Open.Count == 0 => $"The {state.Source} {(state.Source == "snapshot" ? "shows" : "show")} which tables have row-level security; which of them should is a matter of the tenants.",
        _ => $"By the {state.Source}, {SecurityText.Number(state.Secured.Count)} of {SecurityText.Number(state.Secured.Count + state.Open.Count)} tables of tenants have row-level security"
            + (state.Open.Count > 0 ? $"; open are {SecurityText.Tables(state.Open, 8)}." : "."),
    };

    private static void WritePolicies(PlanContext context, SectionWriter writer, IReadOnlyList<TenantPolicy> policies)
    {
        if (context.Tenants.Tenant is not { } tenant || context.Tenants.Key is not { } key)
            return;
        var byColumn = policies.Count(policy => policy.Depth == 0);
        writer.Text($"Each transaction says for which row of {PlanText.Code(tenant.Name)} it works, by the setting `{TenantPolicies.Setting}`, and {PlanFigures.Count(policies.Count, "policy", "policies")} show its rows alone: {SecurityText.Number(byColumn)} by a column of the table, {SecurityText.Number(policies.Count - byColumn)} by a row that it refers to. "
            + "Without the setting a query finds no row and an insert is refused. `(SELECT current_setting(…))` is worked out once for a statement, and not for each row.");
        if (OtherSettings(context) is { Length: > 0 } others)
            writer.Text($"Policies that are there already read {PlanText.CodeList(others)}: a transaction sets {(others.Length == 1 ? "both" : "all of them")} to the same value, or the new policies are written with that name.");
        WriteCost(context, writer, policies);
        WriteClient(context, writer, tenant, key);
        WriteCaveats(context, writer, tenant, key);
        writer.Details($"SQL: create {PlanFigures.Count(policies.Count, "policy", "policies")}, parents first", inner =>
            inner.Sql(SqlRole.Change, string.Join("\n", policies.Select(policy => policy.CreateSql)), "They have no effect before row-level security is on:"));
        writer.Details($"SQL: turn it on for {PlanFigures.Count(policies.Count, "table")}, once the client sets the tenant", inner =>
            inner.Sql(SqlRole.Change, string.Join("\n", policies.Select(policy => policy.EnableSql)), "Each takes an ACCESS EXCLUSIVE lock for a moment:"));
        writer.Details("Probe: the application's role without a tenant, and with one", inner => inner.Sql(SqlRole.Template, Probe(context, policies, key), "Run as the owner of the database, who is a member of the role, once the policies are on; the first count is 0, the second that of one tenant:"));
    }

    // By the policies of the tables of tenants.
    private static string[] OtherSettings(PlanContext context) => context.Live is not { IsReplayed: false } live ? [] :
    [
        .. context.TenantPolicies.All.Where(policy => policy.IsInPlace).Select(policy => policy.Table.Model).OfType<ModelSymbol>()
            .SelectMany(model => live.Map.TableOf(model)?.Policies ?? [])
            .SelectMany(policy => s_settingName.Matches((policy.Using ?? "") + " " + (policy.Check ?? "")).Cast<Match>())
            .Select(match => match.Groups[1].Value)
            .Where(name => name != TenantPolicies.Setting)
            .Distinct(System.StringComparer.Ordinal),
    ];

    private static void WriteCost(PlanContext context, SectionWriter writer, IReadOnlyList<TenantPolicy> policies)
    {
        var unindexed = policies
            .Where(policy => policy is { Scope: TenantScope.Direct, Depth: 0, Table.Model: not null })
            .Select(policy => policy.Table.Model is { } model ? context.Tenants.ColumnOf(model) : null)
            .OfType<FieldSymbol>()
            .Where(column => column.Model?.IndexesLedBy(column).Any() != true)
            .ToArray();
        if (unindexed.Length > 0)
        {
            var rule = unindexed.SelectMany(column => column.ForeignKeysOver).Any(key => context.Observed("PL3001").Any(found => found.Object == key.DisplayName || found.Object == key.Fields[0].DisplayName)) ? " (PL3001)" : "";
            writer.Text($"The policy adds a condition on the tenant column to every query of its table. No index begins with it in {SecurityText.Number(unindexed.Length)} of {SecurityText.Number(policies.Count(policy => policy is { Scope: TenantScope.Direct, Depth: 0 }))} tables: {PlanFigures.Names(unindexed.Select(column => column.DisplayName), 8)}. They need one before the policies are on; section 7 builds {(unindexed.Length == 1 ? "it" : "them")} before{rule}.");
        }
        var far = policies.Where(policy => policy.Depth >= 2).ToArray();
        var via = policies.Where(policy => policy.Depth > 0).ToArray();
        if (via.Length == 0)
            return;
        var text = $"A policy by a parent costs a look-up in the parent's key for each row that a query reads; the primary key or unique that the foreign key refers to serves it, and no index of the child does. {SecurityText.Number(via.Length - far.Length)} tables are one foreign key away from the tenant";
        writer.Text(far.Length == 0
            ? text + "."
            : text + $", {SecurityText.Number(far.Length)} are two or more, where each look-up goes by the parent's own policy: {SecurityText.Tables(far.OrderByDescending(policy => policy.Depth).Select(policy => policy.Table), 8)}. Of these the ones that queries read many rows of do better with a column {PlanText.Code(context.Tenants.ColumnName ?? context.Tenants.Key?.Name ?? "tenantId")} of their own.");
    }

    private static void WriteClient(PlanContext context, SectionWriter writer, ModelSymbol tenant, FieldSymbol key)
    {
        var type = key.Scalar switch
        {
            Connectors.ScalarType.BigInt => "bigint",
            Connectors.ScalarType.Int => "number",
            _ => "string",
        };
        var example = context.Tenants.Of(TenantScope.Direct).OrderByDescending(model => model.ReferencingKeys.Count).FirstOrDefault() ?? tenant;
        var id = Inflection.Default.Singular(ClientText.Variable(tenant)) + "Id";
        writer.Heading("How Prisma sets the tenant");
        writer.Code("ts", $$"""
            // One transaction for each query: the setting ends with it.
            export const forTenant = (tenantId: {{type}}) =>
              prisma.$extends({
                query: {
                  $allModels: {
                    async $allOperations({ args, query }) {
                      const [, result] = await prisma.$transaction([
                        prisma.$executeRaw`SELECT set_config('{{TenantPolicies.Setting}}', ${String(tenantId)}, true)`,
                        query(args),
                      ])
                      return result
                    },
                  },
                },
              })

            // {{tenant.Name}}.{{key.Name}} comes from the session that the server has checked, never from the request.
            const rows = await forTenant({{id}}).{{ClientText.Variable(example)}}.findMany({ take: 50 })

            // Raw queries, and several queries in one transaction: the setting comes first.
            await prisma.$transaction(async (tx) => {
              await tx.$executeRaw`SELECT set_config('{{TenantPolicies.Setting}}', ${String({{id}})}, true)`
              await tx.{{ClientText.Variable(example)}}.findMany({ take: 50 })
            })
            """.Replace("\r\n", "\n"));
    }

    private static void WriteCaveats(PlanContext context, SectionWriter writer, ModelSymbol tenant, FieldSymbol key)
    {
        var items = new List<string>
        {
            "`true` in `set_config` ends the setting with the transaction. Behind PgBouncer in transaction mode that is what keeps it from the next client; `SET` without `LOCAL` would leave it there.",
            $"Superusers and roles with BYPASSRLS pass every policy: the application connects as a member of {PlanText.Code(context.AccessRoles.Application)}, which is neither.",
            "FORCE holds the owner of the tables too. A migration that changes rows sees none of them: it runs as a role with BYPASSRLS (a superuser grants it), or sets `NO FORCE` before and `FORCE` behind. `pg_dump` as the owner stops with an error for the same reason.",
            "Foreign keys, uniques and cascades are checked past the policies: an error of a unique tells that another tenant has the value.",
        };
        if (key.Default is not null)
            items.Add($"A new row of {PlanText.Code(tenant.Name)} has to fit its own policy: `{TenantPolicies.Setting}` is set to the new {PlanText.Code(key.Name)} before the insert, which takes the value from there{(key.Default.Function is "autoincrement" ? $" (`SELECT nextval(pg_get_serial_sequence(…))` gives it)" : "")}.");
        var people = context.PersonalData.People.Where(person => context.Tenants.ScopeOf(person) == TenantScope.None).ToArray();
        items.Add(people.Length > 0
            ? $"{PlanFigures.Names(people)} {(people.Length == 1 ? "is" : "are")} outside of every tenant, and so readable before a tenant is chosen, as a sign-in needs. Which rows of {PlanText.Code(tenant.Name)} a person may enter is in tables that the policies close: a function with SECURITY DEFINER, which returns these keys and no more, answers it."
            : $"What a sign-in reads before the tenant is known is closed by the policies: a function with SECURITY DEFINER, which returns the keys of {PlanText.Code(tenant.Name)} that a person may enter and no more, answers it.");
        var open = context.Models.Where(model => context.Tenants.ScopeOf(model) is TenantScope.None or TenantScope.Global).ToArray();
        if (open.Length > 0)
            items.Add($"Without a policy stay {PlanFigures.Count(open.Length, "model")} that belong to no tenant: {PlanFigures.Names(open, 8)}.");
        var views = context.Schema.Models.Where(model => model.IsView).ToArray();
        if (views.Length > 0)
            items.Add($"The {(views.Length == 1 ? "view" : "views")} {PlanFigures.Names(views)} {(views.Length == 1 ? "reads" : "read")} as {(views.Length == 1 ? "its owner" : "their owners")}: from PostgreSQL 15 on `security_invoker = true` makes the policies count for who asks.");
        writer.Heading("What goes with it").List(items);
    }

    private static string Probe(PlanContext context, IReadOnlyList<TenantPolicy> policies, FieldSymbol key)
    {
        var table = (policies.FirstOrDefault(policy => policy is { Scope: TenantScope.Direct }) ?? policies[0]).Table;
        var tenants = context.Tenants.Tenant is { } tenant && context.Database.TableOf(tenant) is { } found ? found : table;
        var column = tenants.Columns.Find(candidate => candidate.Field == key)?.Sql ?? SqlPieces.Name(key.ColumnName);
        return $"""
            BEGIN;
            SELECT min({column}::text) AS tenant FROM {tenants.Sql} \gset
            SET LOCAL ROLE {SqlPieces.Name(context.AccessRoles.Application)};
            SELECT count(*) FROM {table.Sql};
            SELECT set_config('{TenantPolicies.Setting}', :'tenant', true);
            SELECT count(*) FROM {table.Sql};
            ROLLBACK;
            """.Replace("\r\n", "\n");
    }
}
