using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds policies that let everybody change every row.</summary>
public sealed class AlwaysTruePolicyRule() : LiveRule(Definition)
{
    private const string Check = "policy-always-true";

    public static readonly RuleDescriptor Definition = new("PL8014", "rls-policy-always-true")
    {
        Title = "Policy that lets every row be changed",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Permissive policies are joined by OR (PostgreSQL manual, CREATE POLICY): one that is `true` makes all the others of its command
            idle, and the table is as open as without row-level security, while `relrowsecurity` says it is closed. Such a policy is
            often the one of the first day, beside which the real ones were made later.
            """,
        Example = new RuleExample(
            Flagged: """
                model Note {
                  id       Int @id
                  tenantId Int
                }
                """,
            Clean: """
                model Note {
                  id       Int @id
                  tenantId Int
                }
                """)
        {
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY, "tenantId" integer NOT NULL);
                ALTER TABLE "Note" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY tenant ON "Note" USING ("tenantId" = (SELECT current_setting('app.tenant_id')::integer));
                CREATE POLICY open ON "Note" USING (true);
                """,
            Repair = """
                DROP POLICY open ON "Note";
                """,
        },
        WhenNotToUse = """
            A policy of SELECT alone is not reported: that everybody may read is often meant (where it shows other tenants' rows, PL8038 speaks). Nor is one
            that restrictive policies narrow, or one for roles that look after the database: superusers, the owner, roles with
            BYPASSRLS, roles named for administration, migrations or backups.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => [LiveOptions.AppRole, LiveOptions.ExposedRoles];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Policies, Check))
            yield break;
        var application = ApplicationRole.Find(context);
        foreach (var table in context.UserTables.Where(table => table.HasRowSecurity))
        {
            var all = PolicyReading.Of(table);
            string[] open = [.. all.Where(policy => IsOpen(policy, all) && !policy.IsForOperators(context, application)).Select(Describe)];
            if (open.Length > 0)
            {
                yield return context.Report(
                    context.PlaceOf(table),
                    Check,
                    $"on `{table.QualifiedName}` {string.Join(", ", open)}: whatever other policies say, every row may be changed. Name the rows that are meant");
            }
        }
    }

    /// <summary>Permissive, for more than SELECT, without a condition, and nothing narrows it.</summary>
    internal static bool IsOpen(PolicyReading policy, IReadOnlyList<PolicyReading> all) =>
        policy.Policy.IsPermissive
        && policy.Policy.Command != "SELECT"
        && policy.Expressions.Any(expression => expression.IsAlwaysTrue)
        && !policy.IsNarrowed(all, expression => !expression.IsAlwaysTrue);

    private static string Describe(PolicyReading policy)
    {
        var clause = policy.Using is { IsAlwaysTrue: true } ? "USING" : "WITH CHECK";
        return $"the policy `{policy.Policy.Name}` ({policy.Policy.Command}, {(policy.IsForEverybody ? "PUBLIC" : string.Join(", ", policy.Policy.Roles))}) has {clause} that is always true";
    }
}
