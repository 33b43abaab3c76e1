using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Migrations;
using PrismaLint.Planning;
using PrismaLint.Planning.Document;
using PrismaLint.Planning.Facts;
using PrismaLint.Planning.Inputs;
using PrismaLint.Planning.Sections.Security;
using PrismaLint.Semantics;
using PrismaLint.Testing;
using PrismaLint.Tests.Rules.Database.Security;
using PrismaLint.Text;

namespace PrismaLint.Tests.Planning;

/// <summary>What a database, or the migrations that make it, put into a plan.</summary>
public sealed class LivePlanTests
{
    private const string Shop = """
        model Tenant {
          id     Int     @id
          orders Order[]
          users  User[]
        }

        model Order {
          id       Int    @id
          tenantId Int
          status   String
          tenant   Tenant @relation(fields: [tenantId], references: [id])

          @@index([tenantId])
        }

        model User {
          id        Int       @id
          tenantId  Int
          email     String
          deletedAt DateTime?
          tenant    Tenant    @relation(fields: [tenantId], references: [id])

          @@unique([tenantId, email])
        }
        """;

    private static readonly PlanInputs s_tenants = PlanInputs.None with { Path = "plan.yml", TenantModel = "Tenant", TenantColumn = "tenantId" };

    [Test]
    public void A_snapshot_without_a_table_of_the_schema_is_said_once_and_left_aside()
    {
        var draft = new PlanCase(Shop) { Database = Replace };

        draft.Markdown(0).Should().Contain("| Database | not used: the snapshot of 2026-11-01 00:00 UTC has none of the 3 tables of the schema, and 1 other: it is of another database, or the migrations were never applied there (PL8501) |")
            .And.Contain("with the same settings, without that snapshot");
        draft.Markdown(4).Should().Contain("There is no snapshot of a database");
        draft.Markdown(7).Should().Contain("was left aside").And.NotContain("PL8501");
        draft.Markdown(1).Should().NotContain("sizes measured");

        static void Replace(SnapshotBuilder database)
        {
            foreach (var table in new[] { "Tenant", "Order", "User" })
                database.Drop(table);
            database.AddTable("visit").HasRows(10);
        }
    }

    [Test]
    public void Counters_that_began_anew_do_not_hide_older_rows()
    {
        var plan = new PlanCase(Shop) { Database = database => database.Table("Order").Set("tuples", 300_000.0).Count("n_live_tup", 200) };

        var context = plan.Context();
        context.Volumes.Of(context.Models[1]).Rows.Should().Be(300_000);
        var analyzed = new PlanCase(Shop) { Database = database => database.Table("Order").Set("tuples", 300_000.0).Count("n_live_tup", 200).Count("last_autoanalyze", "2026-10-31T00:00:00Z") }.Context();
        analyzed.Volumes.Of(analyzed.Models[1]).Rows.Should().Be(200);
    }

    [Test]
    public void A_table_whose_counters_show_no_change_keeps_its_storage_parameters()
    {
        Tunings(updates: 50).Should().BeEmpty();
        Tunings(updates: 50_000).Should().Equal("Order");
        new PlanCase(Shop) { Database = database => database.Table("Order").HasRows(200_000) }.Texts(5)
            .Should().ContainMatch("*of `Order`, which changes in place by its name and columns, the database counts changes of less than 1 % of the rows in 90 days*");

        static IEnumerable<string> Tunings(long updates) =>
            new PlanCase(Shop) { Database = database => database.Table("Order").HasRows(200_000).Count("n_tup_upd", updates) }.Context().StorageTunings.Select(tuning => tuning.Shape.Model.Name);
    }

    [Test]
    public void A_foreign_key_that_loses_its_index_with_a_change_gets_another_one()
    {
        const string Generator = "generator client {\n  provider = \"prisma-client\"\n  output   = \"./generated\"\n}\n\n";
        var changes = new PlanCase(Generator + Shop) { PrismaVersion = PrismaVersion.V7, Database = database => database.Table("User").HasRows(5000) }.Context().Changes;

        changes.Should().Contain(change => change.RuleIds.Contains("PL5001"));
        changes.SelectMany(change => change.Steps).Should().Contain(step => step.Sql == "CREATE INDEX CONCURRENTLY \"User_tenantId_idx\" ON \"User\" (\"tenantId\");");
        changes.Single(change => change.Title.Contains("@@index([tenantId])")).RuleIds.Should().Equal("PL3001");
    }

    [Test]
    public void Rights_over_single_columns_are_in_the_matrix()
    {
        var texts = new PlanCase(Shop) { Database = Grant, Inputs = s_tenants with { AppRole = "app" } }.Texts(6);

        texts.Should().Contain("`report` | SELECT of single columns | 1 | `public.User.id` | ")
            .And.ContainMatch("*Beyond the proposal `app` has TRUNCATE on `public.Order`. It lacks INSERT, UPDATE, DELETE on `public.Tenant`.*");

        static void Grant(SnapshotBuilder database)
        {
            database.Login("app").Login("report");
            database.Table("Tenant").Acl("owner=arwdDxt/owner", "app=r/owner");
            database.Table("Order").Acl("owner=arwdDxt/owner", "app=arwdD/owner");
            database.Table("User").Acl("owner=arwdDxt/owner", "app=arwd/owner").Column("id")["acl"] = new[] { "report=r/owner" };
        }
    }

    [Test]
    public void Policies_that_read_another_setting_are_named()
    {
        new PlanCase(Shop)
        {
            Inputs = s_tenants,
            Database = database => database.Table("Order").Secured().Policy("own", "(\"tenantId\" = (current_setting('my.tenant'::text))::integer)"),
        }.Texts(6).Should().ContainMatch("Policies that are there already read `my.tenant`: a transaction sets both*");
    }

    [Test]
    public void Policies_that_migrations_make_are_not_made_again()
    {
        var changes = Migrated("""
            ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY "own" ON "Order" USING ("tenantId" = (SELECT current_setting('app.tenant_id')::int));
            """);
        changes.Should().Contain("User").And.NotContain("Order");
        Migrated("""
            ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY "own" ON "Order" USING (true);
            DROP POLICY "own" ON "Order";
            """).Should().Contain("Order");
    }

    [Test]
    public void Statements_have_the_same_words_in_both_sections()
    {
        var plan = new PlanCase(Shop) { Database = database => database.Statement("SELECT * FROM \"Order\" WHERE \"status\" = $1 LIMIT $2", 5000, mean: 3).Statement("SELECT pg_sleep($1)", 9, mean: 900) };

        plan.Texts(4).Should().ContainMatch("`Order: select where status limit` | 5,000 | 100 % |*");
        plan.Texts(5).Should().ContainMatch("`Order: select where status limit` | `*` | 100 % | 5,000 |*");
    }

    [Test]
    public void A_baseline_lacks_what_the_schema_has_no_word_for()
    {
        new PlanCase(Shop) { Database = database => database.Table("Order").AddConstraint("positive", "c") }.Texts(7)
            .Should().ContainMatch("The database holds what the schema has no word for*: check `positive`*");
    }

    [Test]
    public void Never_is_an_answer_that_fails()
    {
        var inputs = PlanInputs.None with
        {
            Path = "plan.yml", AreBackupsEncrypted = true, LastAudit = "never", LastRestoreTest = "never",
            Lines = new Dictionary<string, int> { ["security.last_audit"] = 3, ["backup.last_restore_test"] = 4 },
        };
        var items = SecurityChecklist.Create(new PlanCase(Shop) { Inputs = inputs }.Context()).ToArray();

        items.Single(item => item.Text.StartsWith("Regular")).Should().Be(new ChecklistItem("Regular security audits", ChecklistState.Fail, "There was none yet, by `plan.yml:3`."));
        items.Single(item => item.Text.StartsWith("Backup")).Should().Match<ChecklistItem>(item => item.State == ChecklistState.Fail && item.Evidence.Contains("`plan.yml:4`"));
    }

    [Test]
    public void The_pool_is_judged_by_what_is_left()
    {
        Pool(30).Should().Match<ChecklistItem>(item => item.State == ChecklistState.Fail && item.Evidence.StartsWith("92 of 100 connections (`plan.yml`) are the application's, by 30 instances") && item.Evidence.Contains("300 in all"));
        Pool(2).Should().Match<ChecklistItem>(item => item.State == ChecklistState.NotKnown && item.Evidence.Contains("46 each to begin with"));

        static ChecklistItem Pool(int instances) => PerformanceChecklist.Of(new PlanCase(Shop)
        {
            PrismaVersion = PrismaVersion.V7,
            Inputs = PlanInputs.None with { Path = "plan.yml", Instances = instances, MaxConnections = 100 },
        }.Context())[2];
    }

    [Test]
    public void Encryption_is_not_said_to_be_unseen_where_the_server_was_seen()
    {
        var items = SecurityChecklist.Create(new PlanCase(Shop) { Database = database => database.Setting("ssl", "off").Setting("listen_addresses", "localhost").Without(PrismaLint.Database.EvidenceSource.HostBasedAuthentication) }.Context());

        items.Single(item => item.Text.StartsWith("Encrypted")).Evidence.Should().StartWith("The server has `ssl = off` and listens on `localhost`. Not judged in full: ");
    }

    [Test]
    public void A_query_that_counts_has_a_line_of_its_own() =>
        (s_tenants with { Lines = new Dictionary<string, int> { ["hot_queries"] = 7 } }).PlaceOf(new HotQuery("list", "Order") { Line = 9 }).Should().Be("`plan.yml:9`");

    private static string[] Migrated(string more)
    {
        const string Tables = """
            CREATE TABLE "Tenant" ("id" INTEGER NOT NULL, CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id"));
            CREATE TABLE "Order" ("id" INTEGER NOT NULL, "tenantId" INTEGER NOT NULL, "status" TEXT NOT NULL, CONSTRAINT "Order_pkey" PRIMARY KEY ("id"));
            CREATE TABLE "User" ("id" INTEGER NOT NULL, "tenantId" INTEGER NOT NULL, "email" TEXT NOT NULL, "deletedAt" TIMESTAMP(3), CONSTRAINT "User_pkey" PRIMARY KEY ("id"));

            """;
        var source = SchemaSource.FromText("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n\n" + Shop) with
        {
            Migrations = new MigrationHistory("migrations", [new MigrationFile("1_init", new SourceText("migrations/1_init/migration.sql", Tables + more))]),
        };
        return [.. Planner.CreateContext(new PlanRequest(source) { Inputs = s_tenants }).Changes.Where(change => change.Kind == PlanChangeKind.RowSecurity).Select(change => change.Subject)];
    }
}
