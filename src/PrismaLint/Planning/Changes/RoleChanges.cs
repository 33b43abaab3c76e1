using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Migrations.Diff;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Sql;

namespace PrismaLint.Planning.Changes;

/// <summary>Roles with the rights that the application and reports need, and no more.</summary>
internal static class RoleChanges
{
    private const int LineWidth = 120;

    public static IEnumerable<PlanChange> Find(PlanContext context)
    {
        var roles = context.AccessRoles;
        if (roles.Tables.Count == 0)
            yield break;
        if (roles.Existing is null && !roles.IsThere(roles.Application))
            yield return Application(context, roles);
        if (!roles.IsThere(roles.ReadOnly))
            yield return ReadOnly(roles);
        if (roles.Schemas.Contains("public") && !roles.IsPublicSchemaClosed)
            yield return PublicSchema();
    }

    private static PlanChange Application(PlanContext context, AccessRoles roles)
    {
        var role = roles.Application;
        var statements = new List<string> { CreateRole(role) };
        foreach (var schema in roles.Schemas)
            statements.Add($"GRANT USAGE ON SCHEMA {Name(schema)} TO {Name(role)};");
        AddGrant(statements, "SELECT, INSERT, UPDATE, DELETE", roles.Of(AccessKind.Ordinary).Concat(roles.Of(AccessKind.Secrets)), role);
        AddGrant(statements, "SELECT, INSERT", roles.Of(AccessKind.AppendOnly), role);
        AddGrant(statements, "SELECT", roles.Of(AccessKind.LookUp), role);
        foreach (var schema in roles.Schemas)
        {
            statements.Add($"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {Name(schema)} TO {Name(role)};");
            statements.Add($"ALTER DEFAULT PRIVILEGES IN SCHEMA {Name(schema)} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {Name(role)};");
            statements.Add($"ALTER DEFAULT PRIVILEGES IN SCHEMA {Name(schema)} GRANT USAGE ON SEQUENCES TO {Name(role)};");
        }
        var steps = new List<PlanStep>
        {
            new(MigrationPhase.Expand, MigrationStepKind.Sql, $"Make the role {PlanText.Code(role)} and give it its rights; run this as the role that owns the tables and may create roles")
            {
                Sql = string.Join("\n", statements),
                Verification = $"SELECT NOT rolsuper AND NOT rolbypassrls AND NOT rolcanlogin FROM pg_roles WHERE rolname = {SqlText.Literal(role)};",
                Expected = "true",
                Rollback = Drop(roles, role),
                RollbackNote = "Logins that are members of the role lose its rights: they need others before",
            },
        };
        if (context.Inputs.AppRole is { Length: > 0 } login && login != role)
        {
            steps.Add(new PlanStep(MigrationPhase.Migrate, MigrationStepKind.Sql, $"Make {PlanText.Code(login)}, which {context.Inputs.PlaceOf("security.app_role")} names, a member")
            {
                Sql = IfExists(login, $"GRANT {Name(role)} TO {Name(login)};"),
                Rollback = IfExists(login, $"REVOKE {Name(role)} FROM {Name(login)};"),
            });
        }
        steps.Add(new PlanStep(MigrationPhase.Migrate, MigrationStepKind.Deploy, $"Let the application connect as a login that is a member of {PlanText.Code(role)} and owns no table; migrations go on as the owner"));
        return new PlanChange(
            PlanChangeKind.Role,
            role,
            $"Give the application the role {PlanText.Code(role)}",
            $"It reads and writes {roles.Tables.Count} tables and has no need to own, alter or truncate any of them")
        {
            Steps = steps,
        };
    }

    private static PlanChange ReadOnly(AccessRoles roles)
    {
        var role = roles.ReadOnly;
        var statements = new List<string> { CreateRole(role) };
        foreach (var schema in roles.Schemas)
            statements.Add($"GRANT USAGE ON SCHEMA {Name(schema)} TO {Name(role)};");
        var readable = roles.Tables.Where(table => roles.KindOf(table) != AccessKind.Secrets).ToArray();
        AddGrant(statements, "SELECT", readable.Where(table => roles.HiddenColumns(table).Count == 0), role);
        foreach (var table in readable)
        {
            var hidden = roles.HiddenColumns(table);
            var columns = table.Columns.Where(column => !hidden.Contains(column)).ToArray();
            if (hidden.Count > 0 && columns.Length > 0)
                statements.Add($"GRANT SELECT ({SqlPieces.Names(columns.Select(column => column.Name))}) ON {table.Sql} TO {Name(role)};");
        }
        var hiddenCount = roles.Tables.Sum(table => roles.HiddenColumns(table).Count);
        return new PlanChange(
            PlanChangeKind.Role,
            role,
            $"Give reports and people with a console the role {PlanText.Code(role)}",
            hiddenCount == 0
                ? "Who reads alone needs no right to write"
                : $"Who reads alone needs no right to write, and {(hiddenCount == 1 ? "not the column that looks" : $"none of the {hiddenCount} columns that look")} like secrets or sensitive data")
        {
            Steps =
            [
                new PlanStep(MigrationPhase.Expand, MigrationStepKind.Sql, $"Make the role {PlanText.Code(role)} and give it its rights")
                {
                    Sql = string.Join("\n", statements),
                    Verification = $"SELECT NOT rolsuper AND NOT rolbypassrls AND NOT rolcanlogin FROM pg_roles WHERE rolname = {SqlText.Literal(role)};",
                    Expected = "true",
                    Rollback = Drop(roles, role),
                },
            ],
        };
    }

    private static PlanChange PublicSchema() => new(
        PlanChangeKind.Role,
        "public",
        "Take the right to create objects in the schema `public` from everybody",
        "Up to PostgreSQL 14 each login may create tables and functions there, which others then take for the application's")
    {
        Steps =
        [
            new PlanStep(MigrationPhase.Contract, MigrationStepKind.Sql, "Revoke it; the owner of the schema, who runs migrations, keeps it")
            {
                Sql = "REVOKE CREATE ON SCHEMA public FROM PUBLIC;",
                Verification = "SELECT count(*) FROM pg_namespace AS n CROSS JOIN LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) AS a "
                    + "WHERE n.nspname = 'public' AND a.grantee = 0 AND a.privilege_type = 'CREATE';",
                Expected = "0",
                Rollback = """
                    DO $$ BEGIN
                      IF current_setting('server_version_num')::int < 150000 THEN
                        GRANT CREATE ON SCHEMA public TO PUBLIC;
                      END IF;
                    END $$;
                    """.Replace("\r\n", "\n"),
                RollbackNote = "From PostgreSQL 15 on a new database is made without the right; one that was upgraded from before has it, and gets it back by GRANT CREATE ON SCHEMA public TO PUBLIC",
            },
        ],
    };

    // A server may serve several databases of the same application: the role may be there.
    private static string CreateRole(string role) => $"""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {SqlText.Literal(role)}) THEN
            CREATE ROLE {Name(role)} NOLOGIN;
          END IF;
        END $$;
        """.Replace("\r\n", "\n");

    private static string IfExists(string role, string statement) => $"""
        DO $$ BEGIN
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = {SqlText.Literal(role)}) THEN
            {statement}
          END IF;
        END $$;
        """.Replace("\r\n", "\n");

    private static void AddGrant(List<string> statements, string privileges, IEnumerable<ExpectedTable> tables, string role)
    {
        if (tables.Select(table => table.Sql).ToArray() is { Length: > 0 } names)
            statements.Add($"GRANT {privileges} ON\n  {Wrap(names)}\n  TO {Name(role)};");
    }

    private static string Wrap(string[] names)
    {
        var text = new StringBuilder();
        var width = 0;
        foreach (var name in names)
        {
            if (width > 0)
                text.Append(width + name.Length > LineWidth ? ",\n  " : ", ");
            width = width + name.Length > LineWidth ? name.Length : width + name.Length + 2;
            text.Append(name);
        }
        return text.ToString();
    }

    private static string Drop(AccessRoles roles, string role)
    {
        var statements = new List<string>();
        foreach (var schema in roles.Schemas)
        {
            statements.Add($"ALTER DEFAULT PRIVILEGES IN SCHEMA {Name(schema)} REVOKE ALL ON TABLES FROM {Name(role)};");
            statements.Add($"ALTER DEFAULT PRIVILEGES IN SCHEMA {Name(schema)} REVOKE ALL ON SEQUENCES FROM {Name(role)};");
            statements.Add($"REVOKE ALL ON ALL TABLES IN SCHEMA {Name(schema)} FROM {Name(role)};");
            statements.Add($"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {Name(schema)} FROM {Name(role)};");
            statements.Add($"REVOKE ALL ON SCHEMA {Name(schema)} FROM {Name(role)};");
        }
        statements.Add($"""
            DO $$ BEGIN
              DROP ROLE {Name(role)};
            EXCEPTION WHEN dependent_objects_still_exist THEN
              RAISE NOTICE 'the role has rights in another database, and stays';
            END $$;
            """.Replace("\r\n", "\n"));
        return string.Join("\n", statements);
    }

    private static string Name(string name) => SqlPieces.Name(name);
}
