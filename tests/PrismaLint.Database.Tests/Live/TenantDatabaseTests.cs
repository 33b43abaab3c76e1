using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database.Testing;

namespace PrismaLint.Database.Tests.Live;

/// <summary>A database of several tenants: done right no rule about security speaks, and each thing undone is found where it is.</summary>
public sealed class TenantDatabaseTests
{
    private const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["views"]
        }

        model Tenant {
          id       String    @id @db.Uuid
          name     String
          users    User[]
          projects Project[]
          tasks    Task[]
          notes    Note[]

          @@map("tenants")
        }

        model User {
          id       String    @id @db.Uuid
          tenantId String    @map("tenant_id") @db.Uuid
          email    String
          password String
          tenant   Tenant    @relation(fields: [tenantId], references: [id])
          notes    Note[]

          @@index([tenantId])
          @@map("users")
        }

        model Project {
          id       String @id @db.Uuid
          tenantId String @map("tenant_id") @db.Uuid
          name     String
          tenant   Tenant @relation(fields: [tenantId], references: [id])
          tasks    Task[]
          labels   Label[]

          @@index([tenantId])
          @@map("projects")
        }

        model Task {
          id        String  @id @db.Uuid
          tenantId  String  @map("tenant_id") @db.Uuid
          projectId String  @map("project_id") @db.Uuid
          title     String
          tenant    Tenant  @relation(fields: [tenantId], references: [id])
          project   Project @relation(fields: [projectId], references: [id])

          @@index([tenantId])
          @@index([projectId])
          @@map("tasks")
        }

        model Note {
          id       String  @id @db.Uuid
          tenantId String  @map("tenant_id") @db.Uuid
          authorId String  @map("author_id") @db.Uuid
          isDraft  Boolean @map("is_draft")
          tenant   Tenant  @relation(fields: [tenantId], references: [id])
          author   User    @relation(fields: [authorId], references: [id])

          @@index([tenantId])
          @@index([authorId])
          @@map("notes")
        }

        model Label {
          id       Int       @id
          name     String
          projects Project[]

          @@map("labels")
        }

        model Country {
          code String @id
          name String

          @@map("countries")
        }

        view ProjectSummary {
          id       String @db.Uuid
          tenantId String @map("tenant_id") @db.Uuid
          tasks    BigInt

          @@map("project_summaries")
        }
        """;

    private const string Right = """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pl_tenant_keeper') THEN CREATE ROLE pl_tenant_keeper NOLOGIN; END IF;
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pl_tenant_web') THEN CREATE ROLE pl_tenant_web LOGIN; END IF;
        END $$;
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public TO PUBLIC;
        GRANT CREATE ON SCHEMA public TO pl_tenant_keeper;
        SET ROLE pl_tenant_keeper;
        CREATE TABLE tenants (id uuid PRIMARY KEY, name text NOT NULL);
        CREATE TABLE users (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants, email text NOT NULL, password text NOT NULL);
        CREATE TABLE projects (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants, name text NOT NULL);
        CREATE TABLE tasks (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants, project_id uuid NOT NULL REFERENCES projects, title text NOT NULL);
        CREATE TABLE notes (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES tenants, author_id uuid NOT NULL REFERENCES users, is_draft boolean NOT NULL);
        CREATE TABLE labels (id integer PRIMARY KEY, name text NOT NULL);
        CREATE TABLE "_LabelToProject" ("A" integer NOT NULL REFERENCES labels, "B" uuid NOT NULL REFERENCES projects, PRIMARY KEY ("A", "B"));
        CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
        CREATE TABLE _prisma_migrations (id text PRIMARY KEY, checksum text NOT NULL);
        CREATE TABLE events (id uuid NOT NULL, tenant_id uuid NOT NULL, at timestamptz NOT NULL) PARTITION BY RANGE (at);
        CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE INDEX ON users (tenant_id);
        CREATE INDEX ON projects (tenant_id);
        CREATE INDEX ON tasks (tenant_id);
        CREATE INDEX ON notes (tenant_id);

        ALTER TABLE tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON tenants USING (id = (SELECT current_setting('app.tenant')::uuid));
        ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON users USING (tenant_id = (SELECT current_setting('app.tenant')::uuid));
        ALTER TABLE projects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON projects USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
        ALTER TABLE tasks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON tasks USING (EXISTS (SELECT 1 FROM projects p WHERE p.id = tasks.project_id AND p.tenant_id = (SELECT current_setting('app.tenant')::uuid)));
        -- What everybody may do, narrowed by a restrictive policy that asks for the tenant.
        ALTER TABLE notes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY everybody ON notes USING (true) WITH CHECK (NOT is_draft);
        CREATE POLICY tenant ON notes AS RESTRICTIVE USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
        ALTER TABLE countries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY everybody ON countries FOR SELECT USING (true);
        ALTER TABLE events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON events USING (tenant_id = (SELECT current_setting('app.tenant')::uuid));

        CREATE VIEW project_summaries WITH (security_invoker = true) AS
          SELECT p.id, p.tenant_id, count(t.id) AS tasks FROM projects p LEFT JOIN tasks t ON t.project_id = p.id GROUP BY p.id, p.tenant_id;
        CREATE VIEW project_names WITH (security_invoker = 1) AS SELECT id, name FROM projects;
        CREATE VIEW country_names AS SELECT code, name FROM countries;
        CREATE MATERIALIZED VIEW project_counts AS SELECT count(*) FROM countries;

        CREATE FUNCTION tenant_of(project uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS 'SELECT tenant_id FROM public.projects WHERE id = project';
        REVOKE ALL ON FUNCTION tenant_of(uuid) FROM PUBLIC;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NEW; END';
        CREATE FUNCTION plain() RETURNS integer LANGUAGE sql AS 'SELECT 1';
        CREATE TRIGGER touch BEFORE UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION touch();

        GRANT SELECT, INSERT, UPDATE, DELETE ON tenants, users, projects, tasks, notes, labels, "_LabelToProject", events TO pl_tenant_web;
        GRANT SELECT ON countries, project_summaries, project_names, country_names, project_counts TO pl_tenant_web;
        GRANT EXECUTE ON FUNCTION tenant_of(uuid) TO pl_tenant_web;
        GRANT SELECT ON country_names TO PUBLIC;
        RESET ROLE;
        """;

    private static readonly string[] s_rules = ["PL8012", "PL8013", "PL8014", "PL8015", "PL8016", "PL8017", "PL8038", "PL8039", "PL8040", "PL8041", "PL8042", "PL8043", "PL8044"];

    // Roles belong to the whole server, which other tests share.
    [OneTimeTearDown]
    public void DropRoles()
    {
        using var database = DatabaseServer.CreateDatabase();
        database.Execute("DROP ROLE IF EXISTS pl_tenant_web, pl_tenant_keeper");
    }

    [TestCase("")]
    [TestCase("prismalint.app_role = pl_tenant_web\n")]
    [TestCase("prismalint.app_role = pl_tenant_web\nprismalint.tenant_column = tenantId\nprismalint.exposed_roles = pl_tenant_web\nprismalint.global_models = Country, Label, Tenant\n")]
    public void Leaves_a_database_done_right_alone(string options) =>
        Find("", options.Contains("exposed_roles", StringComparison.Ordinal) ? "REVOKE ALL ON labels, \"_LabelToProject\" FROM pl_tenant_web" : "", options).Should().BeEmpty();

    [TestCase("ALTER TABLE tasks DISABLE ROW LEVEL SECURITY", "policy-but-rls-disabled @ Task")]
    [TestCase("DROP POLICY own ON users", "rls-without-policy @ User")]
    [TestCase("DROP POLICY own ON users; ALTER TABLE users DISABLE ROW LEVEL SECURITY", "tenant-table-without-rls @ User")]
    [TestCase("ALTER TABLE projects NO FORCE ROW LEVEL SECURITY; ALTER TABLE projects OWNER TO pl_tenant_web", "app-role-bypasses-rls @ Project")]
    [TestCase("ALTER TABLE projects NO FORCE ROW LEVEL SECURITY", "rls-not-forced-owner @ Project")]
    [TestCase("CREATE POLICY open ON events FOR DELETE USING (1 = 1)", "policy-always-true @ public.events", "multiple-permissive @ public.events")]
    [TestCase("DROP POLICY tenant ON notes", "policy-always-true @ Note")]
    [TestCase("ALTER POLICY own ON users USING (tenant_id = current_setting('app.tenant')::uuid)", "policy-per-row-call @ User")]
    [TestCase("CREATE POLICY more ON projects FOR SELECT USING (name = 'shared')", "multiple-permissive @ Project", "policy-ignores-tenant @ Project")]
    [TestCase("DROP POLICY own ON projects; CREATE POLICY own ON projects FOR SELECT USING (true)", "policy-ignores-tenant @ Project")]
    [TestCase("ALTER VIEW project_summaries RESET (security_invoker)", "")]
    [TestCase("ALTER VIEW project_summaries RESET (security_invoker); ALTER TABLE projects NO FORCE ROW LEVEL SECURITY", "rls-not-forced-owner @ Project", "view-bypasses-rls @ ProjectSummary")]
    [TestCase("ALTER VIEW project_names RESET (security_invoker); ALTER VIEW project_names OWNER TO CURRENT_USER", "view-bypasses-rls @ public.project_names")]
    [TestCase("GRANT SELECT ON countries TO PUBLIC", "public-table-grant @ Country")]
    [TestCase("GRANT SELECT (password) ON users TO PUBLIC", "sensitive-column-public @ User.password")]
    [TestCase("ALTER FUNCTION tenant_of(uuid) RESET search_path", "secdef-search-path @ public.tenant_of(project uuid)")]
    [TestCase("GRANT EXECUTE ON FUNCTION tenant_of(uuid) TO PUBLIC", "secdef-public-execute @ public.tenant_of(project uuid)")]
    [TestCase("GRANT CREATE ON SCHEMA public TO PUBLIC", "public-schema-create @ public")]
    public void Finds_each_thing_undone(string sql, params string[] expected) =>
        Find(sql, "", "prismalint.app_role = pl_tenant_web\n").Should().BeEquivalentTo(expected.Where(text => text.Length > 0));

    private static string[] Find(string sql, string more, string options)
    {
        using var database = new LiveDatabase(Right + sql + (sql.Length > 0 ? ";" : "") + more);
        var report = database.Inspect(Schema, options + "dotnet_diagnostic.PL8043.severity = warning\n");
        return [.. report.Diagnostics.Where(found => s_rules.Contains(found.Id) && !found.IsOperational).Select(found => $"{found.Detail} @ {found.Object}")];
    }
}
