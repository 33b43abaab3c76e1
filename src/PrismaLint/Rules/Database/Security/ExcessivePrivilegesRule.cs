using System;
using System.Collections.Generic;
using System.Linq;
using PrismaLint.Database;
using PrismaLint.Diagnostics;

namespace PrismaLint.Rules.Database.Security;

/// <summary>Finds roles that may more than their work needs, and schemas in which everybody may make things.</summary>
public sealed class ExcessivePrivilegesRule() : LiveRule(Definition)
{
    public static readonly RuleOption<NameList> TrustedRoles = RuleOption.Names(
        "trusted_roles", "Roles of those who run the server: that they may do everything is meant.",
        "rds*admin", "cloudsql*", "azure*", "supabase_*", "cloud_admin", "neon_*");

    public static readonly RuleDescriptor Definition = new("PL8016", "excessive-privileges")
    {
        Title = "Role or schema with more rights than needed",
        Category = DiagnosticCategory.Database,
        DefaultSeverity = DiagnosticSeverity.Error,
        Preset = RulePreset.Recommended,
        Rationale = """
            A superuser reads every file of the server and runs programs on it (`COPY … FROM PROGRAM`): an injection in an application that connects as one is a
            takeover of the machine (`connected-as-superuser`, `superuser-login-role`; PostgreSQL manual, "Role Attributes"). CREATEROLE makes roles and,
            before 16, puts itself into almost any of them (`createrole-application-role`); BYPASSRLS passes each policy
            (`bypassrls-role`). Where PUBLIC may CREATE in a schema, every role can put a table or function there that others' queries find
            first (`public-schema-create`): the default for `public` before 15, which an upgrade keeps.

            The superuser that `initdb` made is on every server: if it is the only one, that is a suggestion.
            """,
        Example = new RuleExample(
            Flagged: """
                model Note {
                  id Int @id
                }
                """,
            Clean: """
                model Note {
                  id Int @id
                }
                """)
        {
            Database = """
                CREATE TABLE "Note" (id integer PRIMARY KEY);
                GRANT CREATE ON SCHEMA public TO PUBLIC;
                """,
            Repair = """
                REVOKE CREATE ON SCHEMA public FROM PUBLIC;
                """,
            Options = new Dictionary<string, string> { ["PL8016.trusted_roles"] = "*" },
        },
        WhenNotToUse = """
            Roles that the provider of a managed server keeps for itself, and those of the people who run yours, belong into `trusted_roles`. Predefined roles (`pg_…`) and
            roles that cannot log in are not reported, nor is BYPASSRLS where no table has row-level security.
            """,
    };

    public override IReadOnlyList<RuleOption> Options => [TrustedRoles, LiveOptions.AppRole];

    protected override IEnumerable<Diagnostic> Judge(LiveContext context)
    {
        var found = new List<Diagnostic>();
        if (context.Has(EvidenceSource.Namespaces, "public-schema-create"))
            found.AddRange(OpenSchemas(context));
        var application = ApplicationRole.Find(context);
        if (application is { IsSuperuser: true } && !IsTrusted(context, application.Name))
        {
            found.Add(OfRole(
                context,
                application.Name,
                "connected-as-superuser",
                (application.IsKnown ? $"the application connects as the superuser `{application.Name}`" : $"`{application.Name}`{application.Caveat} is a superuser, and the application, if it connects as that, too")
                + ": nothing is forbidden to it, and no policy holds. Give it a role with the privileges that it needs"));
        }
        else if (application is { IsSuperuser: false, CanCreateRoles: true } && !IsTrusted(context, application.Name))
        {
            found.Add(OfRole(
                context,
                application.Name,
                "createrole-application-role",
                $"the application's role `{application.Name}` has CREATEROLE{application.Caveat}. `ALTER ROLE {SqlNames.Write(application.Name)} NOCREATEROLE`"));
        }
        if (context.Has(EvidenceSource.Roles, "superuser-login-role"))
            found.AddRange(OfRoles(context, application));
        return found;
    }

    private static IEnumerable<Diagnostic> OpenSchemas(LiveContext context)
    {
        foreach (var schema in context.Snapshot.Rows(EvidenceSource.Namespaces).Where(row => context.Snapshot.Schemas.Contains(row.Text("name"))).OrderBy(row => row.Text("name"), StringComparer.Ordinal))
        {
            var name = schema.Text("name");
            if (AccessList.Parse(schema.Texts("acl")).OfPublic("C").Length == 0)
                continue;
            var why = name != "public" ? "" : context.Snapshot.Server.Major < 15 ? ", as it is by default before version 15" : ", which upgrades from versions before 15 keep";
            yield return context.Report(
                context.PlaceOfDatabase(name),
                "public-schema-create",
                $"PUBLIC, that is every role, may create tables and functions in the schema `{name}`{why}. `REVOKE CREATE ON SCHEMA {SqlNames.Write(name)} FROM PUBLIC`");
        }
    }

    private static IEnumerable<Diagnostic> OfRoles(LiveContext context, ApplicationRole? application)
    {
        var others = context.Snapshot.Roles
            .Where(role => role.CanLogin && role.Name != (application is { IsSuperuser: true } ? application.Name : null) && !IsTrusted(context, role.Name))
            .OrderBy(role => role.Name, StringComparer.Ordinal)
            .ToArray();
        var superusers = others.Where(role => role.IsSuperuser).ToArray();
        foreach (var role in superusers.Where(role => !role.IsBootstrap))
        {
            yield return OfRole(
                context,
                role.Name,
                "superuser-login-role",
                $"`{role.Name}` is a superuser that can log in. `ALTER ROLE {SqlNames.Write(role.Name)} NOSUPERUSER`, or NOLOGIN where it is only to own");
        }
        if (superusers.Length == 1 && superusers[0].IsBootstrap && !(application is { IsSuperuser: true }))
        {
            yield return OfRole(
                context,
                superusers[0].Name,
                "superuser-login-role",
                $"`{superusers[0].Name}`, the superuser that the server was made with, can log in: keep it to the server's own machine, and let no application have it") with
            {
                Severity = DiagnosticSeverity.Suggestion,
            };
        }
        if (!context.Snapshot.Tables.Any(table => table.HasRowSecurity))
            yield break;
        foreach (var role in others.Where(role => role is { BypassesRowSecurity: true, IsSuperuser: false }))
        {
            yield return OfRole(
                context,
                role.Name,
                "bypassrls-role",
                $"`{role.Name}` can log in and has BYPASSRLS: no policy holds for it. `ALTER ROLE {SqlNames.Write(role.Name)} NOBYPASSRLS`");
        }
    }

    private static Diagnostic OfRole(LiveContext context, string role, string detail, string message) =>
        context.Report(context.PlaceOfDatabase(role), detail, message) with { IsOperational = true };

    private static bool IsTrusted(LiveContext context, string role) => context.Get(TrustedRoles).Contains(role);
}
