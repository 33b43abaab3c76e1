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

    private TestDatabase _database;
    private PlanContext _context;
    private string _before;

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

          @@map("Organizations of all")
          @@schema("public")
        }

        model Project {
          id             Int          @id @default(autoincrement())
          organizationId {{keyType}} @map("Org""Id") {{columnAttributes}}
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
        """.Replace("Org\"\"Id", "Org \"Id\"".Replace("\"", "\\\""), StringComparison.Ordinal);

    [OneTimeSetUp]
    public void Build()
    {
        var schema = Schema;
        _database = DatabaseServer.CreateDatabase();
        _database.Execute(PrismaTools.Migrations(new Dictionary<string, string> { ["schema.prisma"] = schema })["schema.prisma"]);
        var source = new SchemaSource("tenancy/schema.prisma", [new SourceText("schema.prisma", schema)]);
        _context = Planner.CreateContext(new PlanRequest(source) { Inputs = PlanInputs.None with { TenantModel = "Organization", Name = $"plan {keyType} {columnAttributes}" } });
        _before = State();
        Fill();
    }

    [OneTimeTearDown]
    public void TearDown() => _database?.Dispose();

    [Test, Order(1)]
    public void Each_step_does_its_work()
    {
        foreach (var step in Steps.Where(step => step.Sql is not null))
        {
            _database.Execute(step.Sql ?? "");
            if (step.Verification is { } verification)
                Text(verification).Should().Be(step.Expected, verification);
        }
    }

    [Test, Order(2)]
    public void A_tenant_sees_its_rows_alone()
    {
        foreach (var table in Tables)
        {
            Count(table, first).Should().Be(1, table);
            Count(table, second).Should().Be(1, table);
        }
    }

    [Test, Order(2)]
    public void Without_a_tenant_there_is_no_row()
    {
        foreach (var table in Tables)
            Count(table, null).Should().Be(0, table);
        Count("public.\"User\"", null).Should().Be(1);
    }

    [Test, Order(2)]
    public void A_row_without_a_tenant_is_nobodys() =>
        new[] { first, second, null }.Sum(tenant => Count("public.\"Label\"", tenant)).Should().Be(2, "three rows are there");

    [Test, Order(2)]
    public void No_row_of_another_tenant_comes_in()
    {
        Refused($"INSERT INTO public.p (\"Org \"\"Id\"\"\", name) VALUES ({second}, 'x')");
        Refused($"UPDATE public.p SET \"Org \"\"Id\"\"\" = {second}");
        Refused("INSERT INTO public.\"Task\" VALUES (2, 'two', 7, 'x')");
        Refused("INSERT INTO public.comment (\"projectId\", \"taskNumber\", text) VALUES (2, 2, 'x')");
        Refused("INSERT INTO public.\"_InvoiceToLabel\" VALUES (1, 2)");
        Refused("INSERT INTO public.\"Label\" (name) VALUES ('x')");
        As(first, "INSERT INTO public.comment (\"projectId\", \"taskNumber\", text) VALUES (1, 1, 'x')");
        As(first, "UPDATE public.comment SET text = 'other' WHERE \"projectId\" = 2").Should().Be(0);
        As(first, "DELETE FROM public.comment WHERE \"projectId\" = 2").Should().Be(0);
    }

    [Test, Order(3)]
    public void The_roles_may_do_what_they_need_and_no_more()
    {
        Refused("INSERT INTO public.\"UserRole\" VALUES ('x', 'x')", "42501");
        Refused("DELETE FROM public.\"AuditHistory\"", "42501");
        Refused("TRUNCATE public.comment", "42501");
        Refused("CREATE TABLE public.mine (id int)", "42501");
        Refused("SELECT * FROM audit.log", "42501");
        Refused("SELECT \"passwordHash\" FROM public.\"User\"", "42501", _context.AccessRoles.ReadOnly);
        Refused("UPDATE public.\"User\" SET email = ''", "42501", _context.AccessRoles.ReadOnly);
        As(first, "SELECT id, email FROM public.\"User\"", _context.AccessRoles.ReadOnly);
    }

    [Test, Order(3)]
    public void Changes_are_on_record_and_secrets_are_not()
    {
        As(first, "SELECT set_config('app.user_id', '7', true); UPDATE public.\"User\" SET email = 'new', \"passwordHash\" = 'hash 2'; UPDATE \"Billing\".\"Invoice\" SET amount = 3; UPDATE \"Billing\".\"Invoice\" SET amount = 3");
        _database.Query<string>("SELECT concat_ws(' ', actor, operation, table_name, row_key, old_values, new_values) FROM audit.log WHERE operation = 'UPDATE' ORDER BY id").Should().Equal(
            """7 UPDATE public.User {"id": 1} {"email": "a@b", "passwordHash": "(hidden)"} {"email": "new", "passwordHash": "(hidden)"}""",
            """7 UPDATE Billing.Invoice {"id": 1} {"amount": 10.00} {"amount": 3.00}""");
    }

    [Test, Order(4)]
    public void The_ways_back_leave_the_database_as_it_was()
    {
        foreach (var step in Steps.Reverse().Where(step => step.Rollback is not null))
            _database.Execute(step.Rollback ?? "");
        State().Should().Be(_before);
    }

    private IReadOnlyList<PlanStep> Steps => [.. _context.Changes.Where(change => s_kinds.Contains(change.Kind)).SelectMany(change => change.Steps)];

    private static string[] Tables { get; } =
    [
        "public.\"Organizations of all\"", "public.p", "public.\"Task\"", "public.comment", "public.\"Label\"", "\"Billing\".\"Invoice\"", "public.\"_InvoiceToLabel\"",
    ];

    private void Fill() => _database.Execute($"""
        INSERT INTO public."Organizations of all" (id, name) VALUES ({first}, 'one'), ({second}, 'two');
        INSERT INTO public.p ("Org ""Id""", name) VALUES ({first}, 'one'), ({second}, 'two');
        INSERT INTO public."Task" VALUES (1, 'one', 1, 'a'), (2, 'two', 2, 'b');
        INSERT INTO public.comment ("projectId", "taskNumber", text) VALUES (1, 1, 'a'), (2, 2, 'b');
        INSERT INTO public."Label" ("organizationId", name) VALUES ({first}, 'a'), ({second}, 'b'), (NULL, 'c');
        INSERT INTO "Billing"."Invoice" ("organizationId", amount) VALUES ({first}, 10), ({second}, 20);
        INSERT INTO public."_InvoiceToLabel" VALUES (1, 1), (2, 2), (1, 3);
        INSERT INTO public."UserRole" VALUES ('r', 'r');
        INSERT INTO public."User" (email, "passwordHash", "roleCode") VALUES ('a@b', 'hash', 'r');
        """);

    private int Count(string table, string? tenant) => Convert.ToInt32(Scalar(tenant, $"SELECT count(*) FROM {table}"), System.Globalization.CultureInfo.InvariantCulture);

    private object? Scalar(string? tenant, string sql)
    {
        using var connection = Enter(tenant, _context.AccessRoles.Application);
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private int As(string? tenant, string sql, string? role = null)
    {
        using var connection = Enter(tenant, role ?? _context.AccessRoles.Application);
        using var command = new NpgsqlCommand(sql + "; COMMIT", connection);
        return command.ExecuteNonQuery();
    }

    private void Refused(string sql, string state = "42501", string? role = null)
    {
        var act = () => As(first, sql, role);
        act.Should().Throw<PostgresException>(sql).Which.SqlState.Should().Be(state, sql);
    }

    private NpgsqlConnection Enter(string? tenant, string role)
    {
        var connection = new NpgsqlConnection(_database.ConnectionString);
        connection.Open();
        var setting = tenant is null ? "" : $"SELECT set_config('app.tenant_id', ({tenant})::text, true);";
        using var command = new NpgsqlCommand($"BEGIN; SET LOCAL ROLE \"{role}\"; {setting}", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    private string Text(string query)
    {
        using var connection = new NpgsqlConnection(_database.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(query, connection);
        return command.ExecuteScalar() switch
        {
            bool flag => flag ? "true" : "false",
            var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
    }

    // Everything that the changes touch, as it counts and not as it is stored.
    private string State() => string.Join("\n", _database.Query<string>("""
        SELECT * FROM (
          SELECT 'role ' || rolname FROM pg_roles WHERE rolname LIKE 'plan%'
          UNION ALL SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname !~ '^pg_'
          UNION ALL SELECT concat('schema grant ', nspname, ' ', a.grantee, ' ', a.privilege_type) FROM pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) AS a WHERE nspname !~ '^pg_'
          UNION ALL SELECT concat('grant ', c.oid::regclass, ' ', a.grantee, ' ', a.privilege_type)
            FROM pg_class AS c, aclexplode(coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 'S' ELSE 'r' END::"char", c.relowner))) AS a WHERE c.relkind IN ('r', 'S') AND c.relnamespace > 10000
          UNION ALL SELECT concat('column grant ', attrelid::regclass, ' ', attname) FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid > 16000
          UNION ALL SELECT concat('table ', oid::regclass, ' ', relrowsecurity, relforcerowsecurity) FROM pg_class WHERE relkind = 'r' AND oid > 16000
          UNION ALL SELECT concat('policy ', polrelid::regclass, ' ', polname) FROM pg_policy
          UNION ALL SELECT concat('trigger ', tgrelid::regclass, ' ', tgname) FROM pg_trigger WHERE NOT tgisinternal
          UNION ALL SELECT concat('function ', oid::regprocedure) FROM pg_proc WHERE oid > 16000
          UNION ALL SELECT concat('default ', defaclobjtype, defaclacl) FROM pg_default_acl
        ) AS everything(line) ORDER BY line
        """));
}
