using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds policies of tenants' tables that do not ask whose the row is.</summary>
public sealed class PolicyIgnoresTenantRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8038", "policy-ignores-tenant")
    {
        Title = "Policy that does not ask for the tenant",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Permissive policies are joined by OR: of several, the one that does not name the tenant column decides, and shows the rows
            of all tenants to each. A `WITH CHECK` without the column lets a tenant write rows into another's data, since where it is
            given USING no longer stands in for it (PostgreSQL manual, CREATE POLICY).

            The tenant column is what `prismalint.tenant_column` or `prismalint.tenant_model` say; without them, the column that most models share, that refers to one
            model, and that other policies of the database go by.
            """,
        Example = new RuleExample(
            Flagged: """
                model Tenant {
                  id    Int    @id
                  notes Note[]
                }

                model Note {
                  id       Int     @id
                  tenantId Int
                  isDraft  Boolean
                  tenant   Tenant  @relation(fields: [tenantId], references: [id])
                }
                """,
            Clean: """
                model Tenant {
                  id    Int    @id
                  notes Note[]
                }

                model Note {
                  id       Int     @id
                  tenantId Int
                  isDraft  Boolean
                  tenant   Tenant  @relation(fields: [tenantId], references: [id])
                }
                """)
        {
            Database = """
                CREATE TABLE "Tenant" (id integer PRIMARY KEY);
                CREATE TABLE "Note" (id integer PRIMARY KEY, "tenantId" integer NOT NULL REFERENCES "Tenant", "isDraft" boolean NOT NULL);
                ALTER TABLE "Note" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY published ON "Note" FOR SELECT USING (NOT "isDraft");
                """,
            Repair = """
                ALTER POLICY published ON "Note" USING (NOT "isDraft" AND "tenantId" = (SELECT current_setting('app.tenant_id')::integer));
                """,
            Options = new Dictionary<string, string> { ["tenant_column"] = "tenantId" },
        },
        WhenNotToUse = """
            Rows that all tenants may see belong into tables of `prismalint.global_models`. Not reported are policies that restrictive ones narrow by the
            tenant column; policies for roles that look after the database; those that go by a parent's row (a query on another table with
            row-level security), by a function of yours on a column, or by the session's own user; and switches such as
            `current_setting('app.bypass_rls')`.
            """,
    };

    // Words in what a session says of itself where it asks for all rows.
    private static readonly string[] s_switches = ["bypass", "admin", "super", "service_role", "system", "internal", "maintenance", "migrat", "all_tenants", "staff", "support"];

    private static readonly HashSet<string> s_ownerWords = new(StringComparer.Ordinal) { "id", "user", "owner", "email", "author", "username", "by", "sub", "uid" };

    public override IReadOnlyList<RuleOption> Options => [.. Tenancy.Options, LiveOptions.AppRole, LiveOptions.ExposedRoles];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Policies, Definition.Name) || TenantTables.Find(context) is not { IsOfTenants: true, IsNamedByPolicies: true } tenants)
            yield break;
        var application = ApplicationRole.Find(context);
        var others = context.UserTables.Where(table => table.HasRowSecurity).ToArray();
        foreach (var table in others)
        {
            if (tenants.ColumnOf(table) is not { } column)
                continue;
            var all = PolicyReading.Of(table);
            string[] lax = [.. all
                .Where(policy => policy.Policy.IsPermissive
                    && !AlwaysTruePolicyRule.IsOpen(policy, all)
                    && !policy.IsNarrowed(all, expression => expression.Names(column.Name))
                    && !policy.IsForOperators(context, application))
                .Select(policy => Describe(context, policy, column, others))
                .OfType<string>()];
            if (lax.Length == 0)
                continue;
            var found = context.Report(
                context.PlaceOf(table),
                Definition.Name,
                $"on `{table.QualifiedName}` {string.Join(", ", lax)} without the tenant column `{column.Name}`: rows of all tenants come through");
            yield return context.Map.FieldOf(table, column.Name) is { } field ? found.WithRelated(field.Location, $"`{field.Name}` tells the tenant") : found;
        }
    }

    private static string? Describe(LiveContext context, PolicyReading policy, DatabaseColumn column, DatabaseTable[] secured)
    {
        var lax = new List<string>(2);
        if (policy.Using is { } condition && IsLax(condition))
            lax.Add("USING");
        if (policy.Check is { } check && IsLax(check))
            lax.Add("WITH CHECK");
        return lax.Count == 0 ? null : $"the policy `{policy.Policy.Name}` ({policy.Policy.Command}) has {string.Join(" and ", lax)}";

        bool IsLax(PolicyExpression expression)
        {
            var table = column.Table;
            if (expression.Names(column.Name) || (expression.ReadsTables && secured.Any(other => other != table && expression.Reads(other.Name))))
                return false;
            if (expression.Equalities(table.Name).Any(equality => equality.IsToSession && IsOfUser(table, equality.Column)))
                return false;
            string[] columns = [.. table.Columns.Select(each => each.Name)];
            if (expression.Calls(columns).Any(call => call.HasColumn && (call.IsQualified || context.Snapshot.Functions.Any(function => function.Name == call.Name))))
                return false;
            // A function of yours that asks for nothing may be such a switch, too: is_admin().
            return !(expression.HasLiteralWith(s_switches) || expression.Calls(columns).Any(call => s_switches.Any(word => call.Name.Contains(word, StringComparison.Ordinal))))
                || columns.Any(expression.Names);
        }
    }

    private static bool IsOfUser(DatabaseTable table, string column) =>
        table.ForeignKeys.Any(key => key.Columns.Contains(column)) || s_ownerWords.Contains(Words.Last(column));
}
