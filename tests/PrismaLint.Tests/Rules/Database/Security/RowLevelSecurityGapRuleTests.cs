using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class RowLevelSecurityGapRuleTests : LiveRuleTests<RowLevelSecurityGapRule>
{
    private const string Tenants = """
        model Tenant {
          id       Int       @id
          projects Project[]
          notes    Note[]
          files    File[]
        }

        model Project {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id])
          tags     Tag[]
        }

        model Note {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id])
        }

        model [|File|] {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id])
        }

        model Tag {
          id       Int       @id
          projects Project[]
        }
        """;

    private static readonly string s_unmarked = MarkedText.Parse(Tenants).Text;

    [Test]
    public void Reports_policies_that_are_not_applied() =>
        Lint(Tenants, database => database.Table("File").Policy("own", SecurityBuilders.ByTenant))
        .Should().Report("`public.File` has a policy (`own`) and row-level security is off: they are not applied. `ALTER TABLE public.\"File\" ENABLE ROW LEVEL SECURITY`")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "policy-but-rls-disabled", Severity = DiagnosticSeverity.Error, IsOperational = false });

    [Test]
    public void Reports_a_table_that_nobody_can_read() =>
        Lint(Tenants, database =>
        {
            Secure(database, "Project", "Note");
            database.Table("File").Secured();
        }).Should().Report("`public.File` has row-level security and no policy: nobody but its owner sees a row or may add one. `CREATE POLICY … ON public.\"File\" USING (…)`, or switch it off")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "rls-without-policy", Severity = DiagnosticSeverity.Warning });

    [Test]
    public void Knows_that_restrictive_policies_let_nothing_in() =>
        Lint(Tenants, database =>
        {
            Secure(database, "Project", "Note");
            database.Table("File").Secured().Policy("only", SecurityBuilders.ByTenant, permissive: false);
        }).Found.Should().ContainSingle().Which.Message.Should().Contain("only restrictive policies");

    [Test]
    public void Takes_row_level_security_without_a_single_policy_for_meant() =>
        Lint(s_unmarked, database =>
        {
            foreach (var table in new[] { "Project", "Note", "File", "Tenant" })
                database.Table(table).Secured();
        }).Found.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Detail = "rls-without-policy", Severity = DiagnosticSeverity.Suggestion });

    [Test]
    public void Reports_the_table_that_was_forgotten()
    {
        var found = Lint(Tenants, database => Secure(database, "Project", "Note"))
            .Should().Report("`public.File` has the tenant column `tenantId` and no row-level security, which 2 of 3 such tables have. `ALTER TABLE public.\"File\" ENABLE ROW LEVEL SECURITY` and a policy on `tenantId`")
            .And.Found.Single();

        found.Should().BeEquivalentTo(new { Detail = "tenant-table-without-rls", Severity = DiagnosticSeverity.Error });
        found.Related.Single().Message.Should().Be("`tenantId` tells the tenant");
    }

    [Test]
    public void Leaves_global_models_alone() =>
        Lint(s_unmarked, database => Secure(database, "Project", "Note"), (Tenancy.TenantColumn, "tenantId"), (Tenancy.GlobalModels, "File")).Should().ReportNothing();

    [Test]
    public void Leaves_tables_without_the_column_join_tables_partitions_views_and_those_of_Prisma_and_extensions_alone() =>
        Lint(s_unmarked, database =>
        {
            Secure(database, "Project", "Note", "File");
            database.AddTable("_prisma_migrations").AddColumn("id", "text");
            With("File_2026", table => table.Set("is_partition", true).Set("parent", database.Table("File").Oid));
            With("file_counts", table => table.Set("kind", "m"));
            With("file_view", table => table.Set("kind", "v"));
            With("queue", table => table.Set("ext", true));

            void With(string name, Action<TableBuilder> change)
            {
                var table = database.AddTable(name);
                table.AddColumn("tenantId", "integer");
                change(table);
            }
        }).Should().ReportNothing();

    [Test]
    public void Reports_a_table_that_the_schema_does_not_know_at_the_datasource() =>
        Lint(s_unmarked, database =>
        {
            Secure(database, "Project", "Note", "File");
            database.AddTable("export").AddColumn("tenantId", "integer");
        }).Found.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Object = "public.export", Detail = "tenant-table-without-rls" });

    [Test]
    public void Says_once_that_there_is_no_row_level_security()
    {
        Lint(s_unmarked, _ => { }).Found.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Detail = "no-row-level-security", Severity = DiagnosticSeverity.Suggestion });
        Lint(s_unmarked.Replace("tenantId", "authorId", StringComparison.Ordinal).Replace("Tenant", "User", StringComparison.Ordinal), _ => { })
            .Should().ReportNothing();
        Lint("""
            model Note {
              id Int @id
            }
            """, _ => { }).Should().ReportNothing();
    }

    // Rows of users: their column counts where policies go by it.
    [Test]
    public void Takes_the_column_that_policies_go_by()
    {
        var schema = Tenants.Replace("tenantId", "userId", StringComparison.Ordinal).Replace("Tenant", "User", StringComparison.Ordinal);
        Lint(schema, database =>
        {
            database.Table("Project").Secured().Policy("own", "(\"userId\" = auth.uid())");
            database.Table("Note").Secured().Policy("own", "(\"userId\" = auth.uid())");
        }).Found.Should().ContainSingle().Which.Detail.Should().Be("tenant-table-without-rls");
        Lint(MarkedText.Parse(schema).Text, database =>
        {
            database.Table("Project").Secured().Policy("own", "(id > 5)");
            database.Table("Note").Secured().Policy("own", "(id > 5)");
        }).Should().ReportNothing();
    }

    [Test]
    public void Reports_what_an_exposed_role_reaches() =>
        Lint("""
            model [|Country|] {
              id Int @id
            }
            """, database => database.Login("anon").Schema("public", "=U/owner").Table("Country").Acl("owner=arwdDxt/owner", "anon=r/owner"))
        .Should().Report("`anon` has SELECT on `public.Country`, which has no row-level security. `ALTER TABLE public.\"Country\" ENABLE ROW LEVEL SECURITY`, or `REVOKE ALL ON public.\"Country\" FROM anon`")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "exposed-table-without-rls", Severity = DiagnosticSeverity.Warning });

    [Test]
    public void Reports_Prismas_own_table_where_an_exposed_role_reaches_it() =>
        Lint("""
            model Country {
              id Int @id
            }
            """, database => database.Login("anon").AddTable("_prisma_migrations").Acl("=arwd/owner"))
        .Found.Should().ContainSingle().Which.Object.Should().Be("public._prisma_migrations");

    [TestCase("no such role", "report", "anon=r/owner", "=U/owner")]
    [TestCase("no privilege", "anon", "owner=r/owner", "=U/owner")]
    [TestCase("no privilege on rows", "anon", "anon=x/owner", "=U/owner")]
    [TestCase("no way into the schema", "anon", "anon=r/owner", "owner=UC/owner")]
    public void Leaves_alone_what_an_exposed_role_does_not_reach(string why, string role, string acl, string schema) =>
        Lint("""
            model Country {
              id Int @id
            }
            """, database => database.Login(role).Schema("public", schema).Table("Country").Acl(acl)).Found.Should().BeEmpty(why);

    [Test]
    public void Reads_the_exposed_roles_from_the_option() =>
        Lint("""
            model [|Country|] {
              id Int @id
            }
            """, database => database.Login("web").Table("Country").Acl("web=w/owner"), (LiveOptions.ExposedRoles, "web")).Should().ReportAtTheMarks();

    [Test]
    public void Says_that_nothing_is_known_without_the_policies()
    {
        Lint(s_unmarked, database => database.Without(EvidenceSource.Policies)).Should().ReportNothing();

        NotJudged.Should().Equal("row-level-security-gap: the role may not read policies");
    }

    private static void Secure(SnapshotBuilder database, params string[] tables)
    {
        foreach (var table in tables)
            database.Table(table).Secured().Policy("own", SecurityBuilders.ByTenant);
    }
}
