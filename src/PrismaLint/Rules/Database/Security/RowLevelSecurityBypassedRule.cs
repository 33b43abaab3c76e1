using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Shared;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds tables whose policies do not hold for the role that the application connects with, or for the owner.</summary>
public sealed class RowLevelSecurityBypassedRule() : LiveRule(Definition)
{
    public static readonly RuleDescriptor Definition = new("PL8013", "rls-bypassed-by-application-role")
    {
        Title = "Policies that do not hold for the application's role",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            Superusers and roles with BYPASSRLS pass every policy, and so does the owner of a table unless it has FORCE ROW LEVEL
            SECURITY (PostgreSQL manual, "Row Security Policies"). Prisma migrates and queries with the same URL unless told otherwise, so the
            application's role owns the tables: the policies are there, each test of them by another role succeeds, and no query
            of the application is touched by one.

            The application's role is `prismalint.app_role`, else that of the application's URL, else the one that was inspected with, which
            the message then says. `rls-not-forced-owner` is about an owner other than the application's role: an error where it can log in, a suggestion
            where it cannot, or where its name says that migrations are its work.
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
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pl8013_app') THEN CREATE ROLE pl8013_app LOGIN; END IF;
                END $$;
                CREATE TABLE "Note" (id integer PRIMARY KEY, "tenantId" integer NOT NULL);
                ALTER TABLE "Note" OWNER TO pl8013_app;
                ALTER TABLE "Note" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY tenant ON "Note" USING ("tenantId" = (SELECT current_setting('app.tenant_id')::integer));
                """,
            Repair = """
                ALTER TABLE "Note" FORCE ROW LEVEL SECURITY;
                ALTER TABLE "Note" OWNER TO CURRENT_USER;
                DROP ROLE pl8013_app;
                """,
            Options = new Dictionary<string, string> { ["app_role"] = "pl8013_app" },
        },
        WhenNotToUse = """
            The policies are meant for other clients of the database (an API server, reports), and the application is to see all rows. Tables without
            a policy are PL8012's.
            """,
    };

    // Words in the names of roles that own tables to migrate them.
    private static readonly HashSet<string> s_migration = ["migration", "migrations", "migrator", "migrate", "deploy", "deployer", "ddl"];

    public override IReadOnlyList<RuleOption> Options => [LiveOptions.AppRole];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        if (!context.Has(EvidenceSource.Relations, Definition.Name) || !context.Has(EvidenceSource.Policies, Definition.Name) || !context.Has(EvidenceSource.Roles, Definition.Name))
            yield break;
        DatabaseTable[] secured = [.. context.UserTables.Where(table => table.HasRowSecurity && table.Policies.Count > 0)];
        if (secured.Length == 0)
            yield break;
        var application = ApplicationRole.Find(context);
        if (application is null)
            context.Note("app-role-bypasses-rls", "nobody knows the application's role", "set `prismalint.app_role`");
        // What the role is concerns all tables alike, and is said once. Who only looks at databases as a superuser does not tell by that how the
        // application connects.
        if (application is { PassesPolicies: true })
        {
            var first = secured.FirstOrDefault(table => context.Map.ModelOf(table) is not null) ?? secured[0];
            var found = context.Report(
                context.PlaceOf(first),
                "app-role-bypasses-rls",
                $"{(application.IsKnown ? "The application's role " : "")}`{application.Name}` {Why(application)}, so the policies of {SqlNames.List([.. secured.Select(table => table.QualifiedName)])} do not hold for it{application.Caveat}{(application.IsKnown ? ". Connect as a role that is not exempt" : "")}") with
            {
                Severity = application.IsKnown ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                IsOperational = true,
            };
            foreach (var other in secured.Where(table => table != first))
            {
                if (context.Map.ModelOf(other) is { } model)
                    found = found.WithRelated(model.Location, $"The policies of `{other.QualifiedName}` do not hold for it either");
            }
            yield return found;
        }
        foreach (var table in secured)
        {
            if (table.ForcesRowSecurity)
                continue;
            else if (application is { PassesPolicies: false } && application.HasRightsOf(table.Owner))
                yield return OfApplication(context, table, application);
            else if (OfOwner(context, table, application) is { } found)
                yield return found;
        }
    }

    private static Diagnostic OfApplication(LiveContext context, DatabaseTable table, ApplicationRole application)
    {
        var owner = application.Name == table.Owner ? "owns the table" : $"has the rights of its owner `{table.Owner}`";
        return context.Report(
            context.PlaceOf(table),
            "app-role-bypasses-rls",
            $"the policies of `{table.QualifiedName}` do not hold for the application: its role `{application.Name}` {owner}{application.Caveat}. "
            + $"`ALTER TABLE {SqlNames.Write(table)} FORCE ROW LEVEL SECURITY`, or another owner");
    }

    private static Diagnostic? OfOwner(LiveContext context, DatabaseTable table, ApplicationRole? application)
    {
        if (context.Snapshot.Roles.FirstOrDefault(role => role.Name == table.Owner) is not { } owner)
            return null;
        // FORCE does not hold for superusers: the owner is to be another, and no query of the application is touched.
        var isQuiet = !owner.CanLogin || Words.Split(owner.Name).Any(s_migration.Contains) || (owner.IsSuperuser && application is { IsKnown: true });
        return context.Report(
            context.PlaceOf(table),
            "rls-not-forced-owner",
            $"the policies of `{table.QualifiedName}` do not hold for its owner `{owner.Name}`, {(owner.CanLogin ? "which can log in" : "which cannot log in itself")}: "
            + (owner.IsSuperuser ? $"a superuser passes them all; `ALTER TABLE {SqlNames.Write(table)} OWNER TO` a role without login" : $"`ALTER TABLE {SqlNames.Write(table)} FORCE ROW LEVEL SECURITY`")) with
        {
            Severity = isQuiet ? DiagnosticSeverity.Suggestion : DiagnosticSeverity.Error,
        };
    }

    private static string Why(ApplicationRole role) => role.IsSuperuser ? "is a superuser" : "has BYPASSRLS";
}
