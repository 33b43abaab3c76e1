using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using Npgsql;
using NUnit.Framework;
using PrismaLint.Database.Testing;
using PrismaLint.Database.Tests.Prisma;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Planning.Sections;
using PrismaLint.Planning.Sections.Security;
using PrismaLint.PostgreSql;
using PrismaLint.Text;

namespace PrismaLint.Database.Tests.Planning;

/// <summary>
/// The roles, triggers and policies that a plan recommends, on a server: they hold what they promise for a database that Prisma's engine has
/// made, and the ways back leave it as it was.
/// </summary>
[TestFixture("BigInt", "@default(autoincrement())", "", "1", "2")]
[TestFixture("Int", "", "", "1", "2")]
[TestFixture("String", "@db.Uuid", "@db.Uuid", "'00000000-0000-0000-0000-000000000001'", "'00000000-0000-0000-0000-000000000002'")]
[TestFixture("String", "@default(cuid())", "", "'one'", "'two''s'")]
[TestFixture("String", "@db.VarChar(20)", "@db.VarChar(20)", "'one'", "'two'")]
public sealed class SecurityChangesTests(string keyType, string keyAttributes, string columnAttributes, string first, string second)
{
    private static readonly PlanChangeKind[] s_kinds = [PlanChangeKind.Role, PlanChangeKind.Audit, PlanChangeKind.RowSecurity];

    private TestDatabase? _database;
    private PlanContext? _context;

    private TestDatabase Database => _database ?? throw new InvalidOperationException();

    private PlanContext Context => _context ?? throw new InvalidOperationException();

    private string Schema => $$"""
        generator client {
          provider = "prisma-client"
        }

        datasource db {
          provider = "postgresql"
          schemas  = ["public", "Billing"]
        }

        model Organization {
          id       {{keyType}} @id {{keyAttributes}}
          name     String
          projects Project[]
          labels   Label[]
          invoices Invoice[]

          @@map("All Organizations'")
          @@schema("public")
        }

        model Project {
          id             Int          @id @default(autoincrement())
          organizationId {{keyType}} @map("Org's Id") {{columnAttributes}}
          name           String
          organization   Organization @relation(fields: [organizationId], references: [id])
          tasks          Task[]

          @@unique([id, name])
          @@map("p")
          @@schema("public")
        }

        model Task {
          projectId   Int
          projectName String
          number      Int
          title       String
          project     Project   @relation(fields: [projectId, projectName], references: [id, name])
          comments    Comment[]

          @@id([projectId, number])
          @@schema("public")
        }

        model Comment {
          id         Int    @id @default(autoincrement())
          projectId  Int
          taskNumber Int
          text       String
          task       Task   @relation(fields: [projectId, taskNumber], references: [projectId, number])

          @@map("comment")
          @@schema("public")
        }

        model Label {
          id             Int           @id @default(autoincrement())
          organizationId {{keyType}}? {{columnAttributes}}
          name           String
          organization   Organization? @relation(fields: [organizationId], references: [id])
          invoices       Invoice[]

          @@schema("public")
        }

        model Invoice {
          id             Int          @id @default(autoincrement())
          organizationId {{keyType}} {{columnAttributes}}
          amount         Decimal      @db.Decimal(10, 2)
          organization   Organization @relation(fields: [organizationId], references: [id])
          labels         Label[]

          @@schema("Billing")
        }

        model User {
          id           Int     @id @default(autoincrement())
          email        String  @unique
          passwordHash String?
          roleCode     String
          role         UserRole @relation(fields: [roleCode], references: [code])

          @@schema("public")
        }

        model UserRole {
          code  String @id
          name  String
          users User[]

          @@schema("public")
        }

        model AuditHistory {
          id   Int    @id @default(autoincrement())
          what String

          @@schema("public")
        }
        """;

    [OneTimeSetUp]
    public void Build()
    {
        _context = Plan("plan");
        _database = Create();
        Fill();
        foreach (var step in Steps(Context).Where(step => step.Sql is not null))
            Database.Execute(step.Sql ?? "");
    }

    [OneTimeTearDown]
    public void TearDown()
    {
        if (_database is null)
            return;
        foreach (var step in Steps(Context).Reverse().Where(step => step.Rollback is not null))
            Database.Execute(step.Rollback ?? "");
        _database.Dispose();
    }

    [Test]
    public void Each_step_tells_that_it_has_done_its_work()
    {
        foreach (var step in Steps(Context).Where(step => step.Verification is not null))
            Text(step.Verification ?? "").Should().Be(step.Expected, step.Verification);
    }

    [Test]
    public void The_ways_back_leave_the_database_as_it_was()
    {
        var context = Plan("plan back");
        using var database = Create();
        var before = State(database);
        foreach (var step in Steps(context).Where(step => step.Sql is not null))
            database.Execute(step.Sql ?? "");
        State(database).Should().NotBe(before);
        foreach (var step in Steps(context).Reverse().Where(step => step.Rollback is not null))
            database.Execute(step.Rollback ?? "");
        State(database).Should().Be(before);
    }

    [Test]
    public void A_plan_of_the_changed_database_asks_for_nothing_again()
    {
        var context = Plan("plan", Snapshot(), Context.AccessRoles.Application);
        context.Changes.Where(change => s_kinds.Contains(change.Kind)).Should().BeEmpty();
        var checklist = SecurityChecklist.Create(context).First();
        checklist.State.Should().Be(ChecklistState.Pass, checklist.Evidence);
    }

    [Test]
    public void A_snapshot_shows_the_rights_as_they_are()
    {
        var writer = new SectionWriter();
        AccessPart.Write(Plan("plan", Snapshot()), writer);
        var rows = writer.Blocks.OfType<TableBlock>().First().Rows;
        rows.Should().Contain(row => row[0] == PlanText.Code(Context.AccessRoles.Application) && row[1] == "SELECT, INSERT" && row[3] == "`public.AuditHistory`");
        rows.Should().Contain(row => row[0] == PlanText.Code(Context.AccessRoles.Application) && row[1] == "SELECT" && row[3] == "`public.UserRole`");
    }

    [Test]
    public void A_tenant_sees_its_rows_alone()
    {
        foreach (var table in Tables)
        {
            Count(table, first).Should().Be(1, table);
            Count(table, second).Should().Be(1, table);
        }
    }

    [Test]
    public void Without_a_tenant_there_is_no_row()
    {
        foreach (var table in Tables)
            Count(table, null).Should().Be(0, table);
        Count("public.\"User\"", null).Should().Be(1);
    }

    [Test]
    public void A_row_without_a_tenant_is_nobodys() =>
        new[] { first, second, null }.Sum(tenant => Count("public.\"Label\"", tenant)).Should().Be(2, "three rows are there");

    [Test]
    public void No_row_of_another_tenant_comes_in()
    {
        Refused($"INSERT INTO public.p (\"Org's Id\", name) VALUES ({second}, 'x')");
        Refused($"UPDATE public.p SET \"Org's Id\" = {second}");
        Refused("INSERT INTO public.\"Task\" VALUES (2, 'two', 7, 'x')");
        Refused("INSERT INTO public.comment (\"projectId\", \"taskNumber\", text) VALUES (2, 2, 'x')");
        Refused("INSERT INTO \"Billing\".\"_InvoiceToLabel\" VALUES (1, 2)");
        Refused("INSERT INTO public.\"Label\" (name) VALUES ('x')");
        As(first, "INSERT INTO public.comment (\"projectId\", \"taskNumber\", text) VALUES (1, 1, 'x')");
        As(first, "UPDATE public.comment SET text = 'other' WHERE \"projectId\" = 2").Should().Be(0);
        As(first, "DELETE FROM public.comment WHERE \"projectId\" = 2").Should().Be(0);
    }

    [Test]
    public void The_roles_may_do_what_they_need_and_no_more()
    {
        Refused("INSERT INTO public.\"UserRole\" VALUES ('x', 'x')", "42501");
        Refused("DELETE FROM public.\"AuditHistory\"", "42501");
        Refused("TRUNCATE public.comment", "42501");
        Refused("CREATE TABLE public.mine (id int)", "42501");
        Refused("SELECT * FROM audit.log", "42501");
        Refused("SELECT \"passwordHash\" FROM public.\"User\"", "42501", Context.AccessRoles.ReadOnly);
        Refused("UPDATE public.\"User\" SET email = ''", "42501", Context.AccessRoles.ReadOnly);
        As(first, "SELECT id, email FROM public.\"User\"", Context.AccessRoles.ReadOnly);
    }

    [Test]
    public void Changes_are_on_record_and_secrets_are_not()
    {
        Scalar(first, """
            SELECT set_config('app.user_id', '7', true);
            UPDATE public."User" SET email = 'new', "passwordHash" = 'hash 2';
            UPDATE "Billing"."Invoice" SET amount = 3;
            UPDATE "Billing"."Invoice" SET amount = 3;
            RESET ROLE;
            """, "SELECT string_agg(concat_ws(' ', actor, operation, table_name, row_key, old_values, new_values), E'\n' ORDER BY id) FROM audit.log WHERE actor = '7'").Should().Be(string.Join(
            "\n",
            """7 UPDATE public.User {"id": 1} {"email": "a@b", "passwordHash": "(hidden)"} {"email": "new", "passwordHash": "(hidden)"}""",
            """7 UPDATE Billing.Invoice {"id": 1} {"amount": 10.00} {"amount": 3.00}"""));
    }

    private DatabaseSnapshot Snapshot()
    {
        using var connection = new NpgsqlConnection(Database.ConnectionString);
        connection.Open();
        return CatalogReader.Read(connection, ["Billing", "public"]);
    }

    private PlanContext Plan(string name, DatabaseSnapshot? snapshot = null, string? application = null)
    {
        var source = new SchemaSource("tenancy/schema.prisma", [new SourceText("schema.prisma", Schema)]);
        return Planner.CreateContext(new PlanRequest(source) { Options = LintOptions.Default with { Snapshot = snapshot }, Inputs = PlanInputs.None with { TenantModel = "Organization", AppRole = application, Name = $"{name} {keyType} {columnAttributes}" } });
    }

    private TestDatabase Create()
    {
        var database = DatabaseServer.CreateDatabase();
        database.Execute(PrismaTools.Migrations(new Dictionary<string, string> { ["schema.prisma"] = Schema })["schema.prisma"]);
        return database;
    }

    private static PlanStep[] Steps(PlanContext context) => [.. context.Changes.Where(change => s_kinds.Contains(change.Kind)).SelectMany(change => change.Steps)];

    private static string[] Tables { get; } =
    [
        "public.\"All Organizations'\"", "public.p", "public.\"Task\"", "public.comment", "public.\"Label\"", "\"Billing\".\"Invoice\"", "\"Billing\".\"_InvoiceToLabel\"",
    ];

    private void Fill() => Database.Execute($"""
        INSERT INTO public."All Organizations'" (id, name) VALUES ({first}, 'one'), ({second}, 'two');
        INSERT INTO public.p ("Org's Id", name) VALUES ({first}, 'one'), ({second}, 'two');
        INSERT INTO public."Task" VALUES (1, 'one', 1, 'a'), (2, 'two', 2, 'b');
        INSERT INTO public.comment ("projectId", "taskNumber", text) VALUES (1, 1, 'a'), (2, 2, 'b');
        INSERT INTO public."Label" ("organizationId", name) VALUES ({first}, 'a'), ({second}, 'b'), (NULL, 'c');
        INSERT INTO "Billing"."Invoice" ("organizationId", amount) VALUES ({first}, 10), ({second}, 20);
        INSERT INTO "Billing"."_InvoiceToLabel" VALUES (1, 1), (2, 2), (1, 3);
        INSERT INTO public."UserRole" VALUES ('r', 'r');
        INSERT INTO public."User" (email, "passwordHash", "roleCode") VALUES ('a@b', 'hash', 'r');
        """);

    private int Count(string table, string? tenant) => Convert.ToInt32(Scalar(tenant, $"SELECT count(*) FROM {table}"), System.Globalization.CultureInfo.InvariantCulture);

    private object? Scalar(string? tenant, params string[] statements)
    {
        using var connection = Enter(tenant, Context.AccessRoles.Application);
        object? value = null;
        foreach (var sql in statements)
        {
            using var command = new NpgsqlCommand(sql, connection);
            value = command.ExecuteScalar();
        }
        return value;
    }

    private int As(string? tenant, string sql, string? role = null)
    {
        using var connection = Enter(tenant, role ?? Context.AccessRoles.Application);
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteNonQuery();
    }

    private void Refused(string sql, string state = "42501", string? role = null)
    {
        var act = () => As(first, sql, role);
        act.Should().Throw<PostgresException>(sql).Which.SqlState.Should().Be(state, sql);
    }

    private NpgsqlConnection Enter(string? tenant, string role)
    {
        var connection = new NpgsqlConnection(Database.ConnectionString);
        connection.Open();
        var setting = tenant is null ? "" : $"SELECT set_config('app.tenant_id', ({tenant})::text, true);";
        using var command = new NpgsqlCommand($"BEGIN; SET LOCAL ROLE \"{role}\"; {setting}", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    private string Text(string query)
    {
        using var connection = new NpgsqlConnection(Database.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(query, connection);
        return command.ExecuteScalar() switch
        {
            bool flag => flag ? "true" : "false",
            null => "no row",
            var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
    }

    // Everything that the changes touch, as it counts and not as it is stored.
    private static string State(TestDatabase database) => string.Join("\n", database.Query<string>("""
        SELECT * FROM (
          SELECT 'role ' || rolname FROM pg_roles WHERE rolname LIKE 'plan%'
          UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname !~ '^pg_'
          UNION ALL SELECT concat('schema grant ', nspname, ' ', a.grantee, ' ', a.privilege_type) FROM pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) AS a WHERE nspname !~ '^pg_'
          UNION ALL SELECT concat('grant ', c.oid::regclass, ' ', a.grantee, ' ', a.privilege_type)
            FROM pg_class AS c, aclexplode(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))) AS a WHERE c.relkind IN ('r', 'S') AND c.relnamespace > 10000
          UNION ALL SELECT concat('column grant ', attrelid::regclass, ' ', attname) FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid > 16000
          UNION ALL SELECT concat('table ', oid::regclass, ' ', relrowsecurity, relforcerowsecurity) FROM pg_class WHERE relkind = 'r' AND oid > 16000
          UNION ALL SELECT concat('policy ', polrelid::regclass, ' ', polname) FROM pg_policy
          UNION ALL SELECT concat('trigger ', tgrelid::regclass, ' ', tgname) FROM pg_trigger WHERE NOT tgisinternal
          UNION ALL SELECT concat('function ', oid::regprocedure) FROM pg_proc WHERE oid > 16000
          UNION ALL SELECT concat('default ', defaclobjtype, defaclacl) FROM pg_default_acl
        ) AS everything(line) ORDER BY line
        """));
}
