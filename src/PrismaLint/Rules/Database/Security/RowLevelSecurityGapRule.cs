using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds tables that row-level security should protect and does not.</summary>
public sealed class RowLevelSecurityGapRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8012", "row-level-security-gap")
    {
        Title = "Table that row-level security leaves open, or shut",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            `CREATE POLICY` alone does nothing: policies count once `ALTER TABLE … ENABLE ROW LEVEL SECURITY` was run, and who reads the
            migration believes they do (`policy-but-rls-disabled`). Enabled without a permissive policy, the table shows no row to
            anybody but its owner, and refuses each insert (`rls-without-policy`). And one table that was forgotten, among others that
            keep tenants apart, shows every tenant's rows to each (`tenant-table-without-rls`). Roles that reach the database without the
            application between, as those of an API server do, read and write whatever has no row-level security (`exposed-table-without-rls`).
            PostgreSQL manual, "Row Security Policies".

            The tenant column is what `prismalint.tenant_column` or `prismalint.tenant_model` say. Without them it is guessed: the column that
            most models share and that refers to one model. Three tables or more that have row-level security, in a database without a single policy, are said once: so one
            shuts everybody out but the owner. Where no tenant table has row-level security, that is said once
            (`no-row-level-security`), as a suggestion.
            """,
        Example = new RuleExample(
            Flagged: """
                model Note {
                  id       Int    @id
                  authorId Int
                  text     String
                }
                """,
            Clean: """
                model Note {
                  id       Int    @id
                  authorId Int
                  text     String
                }
                """)
        {
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY, "authorId" integer NOT NULL, text text NOT NULL);
                CREATE POLICY own ON "Note" USING ("authorId" = (SELECT current_setting('app.user_id')::integer));
                """,
            Repair = """
                ALTER TABLE "Note" ENABLE ROW LEVEL SECURITY;
                """,
        },
        WhenNotToUse = """
            Tables that all tenants share belong into `prismalint.global_models`. Partitions are not judged: policies of the partitioned
            table hold for whatever comes through it. Neither are views, tables of extensions and, but for exposed roles, `_prisma_migrations`.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => [.. Tenancy.Options, LiveOptions.ExposedRoles];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name) || !context.Has(EvidenceSource.Policies, Definition.Name))
            return [];
        var tables = context.UserTables.ToArray();
        var tenants = TenantTables.Find(context);
        var ofTenants = tenants is null ? [] : tables.Where(table => tenants.ColumnOf(table) is not null).ToArray();
        var isUsed = ofTenants.Any(table => table.HasRowSecurity);
        var exposed = new ExposedRoles(context);
        var found = new List<Diagnostic>();
        // Row-level security everywhere and not one policy: shut against all but the owner, and meant.
        DatabaseTable[] shut = [.. tables.Where(table => table.HasRowSecurity)];
        var isShutOnPurpose = shut.Length >= 3 && tables.All(table => table.Policies.Count == 0);
        if (isShutOnPurpose)
            found.Add(Shut(context, shut));
        foreach (var table in tables)
        {
            var permissive = table.Policies.Count(policy => policy.IsPermissive);
            if (!table.HasRowSecurity && table.Policies.Count > 0)
                found.Add(Disabled(context, table));
            else if (table.HasRowSecurity && permissive == 0 && !isShutOnPurpose)
                found.Add(WithoutPolicy(context, table));
            else if (!table.HasRowSecurity && isUsed && tenants?.ColumnOf(table) is { } column)
                found.Add(Forgotten(context, table, column, ofTenants.Count(other => other.HasRowSecurity), ofTenants.Length, exposed.Find(table)));
            else if (!table.HasRowSecurity && exposed.Find(table) is { } access)
                found.Add(Exposed(context, table, access));
        }
        foreach (var migrations in context.Snapshot.Tables.Where(table => table is { Name: "_prisma_migrations", HasRowSecurity: false }))
        {
            if (exposed.Find(migrations) is { } access)
                found.Add(Exposed(context, migrations, access));
        }
        if (tenants is { IsCertain: true } && ofTenants.Length > 1 && !tables.Any(table => table.HasRowSecurity || table.Policies.Count > 0))
        {
            found.Add(context.Report(
                context.PlaceOfDatabase("row-level security"),
                "no-row-level-security",
                $"no table has row-level security, and {ofTenants.Length} have the tenant column `{tenants.Column}`: nothing but the filters of the application keeps tenants apart") with
            {
                Severity = DiagnosticSeverity.Suggestion,
            });
        }
        return found;
    }

    private static Diagnostic Disabled(LiveContext context, DatabaseTable table) =>
        context.Report(
            context.PlaceOf(table),
            "policy-but-rls-disabled",
            $"`{table.QualifiedName}` has {Count(table.Policies.Count)} ({SqlNames.List([.. table.Policies.Select(policy => policy.Name)], 3)}) and row-level security is off: "
            + $"they are not applied. `ALTER TABLE {SqlNames.Write(table)} ENABLE ROW LEVEL SECURITY`");

    private static Diagnostic WithoutPolicy(LiveContext context, DatabaseTable table) =>
        context.Report(
            context.PlaceOf(table),
            "rls-without-policy",
            $"`{table.QualifiedName}` has row-level security and {(table.Policies.Count == 0 ? "no policy" : "only restrictive policies")}: nobody but its owner sees a row or may add one. "
            + $"`CREATE POLICY … ON {SqlNames.Write(table)} USING (…)`, or switch it off") with
        {
            Severity = DiagnosticSeverity.Warning,
        };

    private static Diagnostic Shut(LiveContext context, DatabaseTable[] tables) =>
        context.Report(
            context.PlaceOfDatabase("row-level security"),
            "rls-without-policy",
            $"{tables.Length} tables have row-level security and no table a policy: nobody but their owners sees a row of {SqlNames.List([.. tables.Select(table => table.QualifiedName)])}") with
        {
            Severity = DiagnosticSeverity.Suggestion,
        };

    private static Diagnostic Forgotten(LiveContext context, DatabaseTable table, DatabaseColumn column, int secured, int all, (string Role, string Privileges)? access)
    {
        var exposure = access is { } known ? $", and `{known.Role}` has {AccessList.Describe(known.Privileges)}" : "";
        var found = context.Report(
            context.PlaceOf(table),
            "tenant-table-without-rls",
            $"`{table.QualifiedName}` has the tenant column `{column.Name}` and no row-level security, which {secured} of {all} such tables have{exposure}. "
            + $"`ALTER TABLE {SqlNames.Write(table)} ENABLE ROW LEVEL SECURITY` and a policy on `{column.Name}`");
        return context.Map.FieldOf(table, column.Name) is { } field ? found.WithRelated(field.Location, $"`{field.Name}` tells the tenant") : found;
    }

    private static Diagnostic Exposed(LiveContext context, DatabaseTable table, (string Role, string Privileges) access) =>
        context.Report(
            context.PlaceOf(table),
            "exposed-table-without-rls",
            $"`{access.Role}` has {AccessList.Describe(access.Privileges)} on `{table.QualifiedName}`, which has no row-level security. "
            + $"`ALTER TABLE {SqlNames.Write(table)} ENABLE ROW LEVEL SECURITY`, or `REVOKE ALL ON {SqlNames.Write(table)} FROM {SqlNames.Write(access.Role)}`") with
        {
            Severity = DiagnosticSeverity.Warning,
        };

    private static string Count(int policies) => policies == 1 ? "a policy" : $"{policies} policies";
}
