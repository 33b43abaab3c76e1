using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class PolicyIgnoresTenantRuleTests : LiveRuleTests<PolicyIgnoresTenantRule>
{
    private const string Schema = """
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
        }

        model [|Note|] {
          id       Int     @id
          tenantId Int
          status   String
          authorId Int
          tenant   Tenant  @relation(fields: [tenantId], references: [id])
        }

        model File {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id])
        }

        model Country {
          id   Int    @id
          name String
        }
        """;

    private static readonly string s_unmarked = MarkedText.Parse(Schema).Text;

    [Test]
    public void Reports_a_policy_that_shows_the_rows_of_all()
    {
        var found = Judge(Schema, note => note.Policy("own", SecurityBuilders.ByTenant).Policy("active", "(status = 'active'::text)", command: "r"))
            .Should().Report("on `public.Note` the policy `active` (SELECT) has USING without the tenant column `tenantId`: rows of all tenants come through").And.Found.Single();

        found.Related.Single().Message.Should().Be("`tenantId` tells the tenant");
    }

    [TestCase("r", "true", null)]
    [TestCase("r", "(auth.role() = 'authenticated'::text)", null)]
    [TestCase("*", "(current_setting('app.tenant_id'::text, true) IS NOT NULL)", null)]
    [TestCase("*", SecurityBuilders.ByTenant, "(status = 'new'::text)")]
    [TestCase("*", "(status = 'admin'::text)", null)]
    public void Reports_each_condition_without_the_column(string command, string qual, string? check) => Judge(Schema, note => note.Policy("lax", qual, check, command)).Should().ReportAtTheMarks();

    [TestCase(SecurityBuilders.ByTenant, TestName = "names the column")]
    [TestCase("(EXISTS ( SELECT 1\n   FROM \"Project\" p\n  WHERE (p.id = \"Note\".id)))", TestName = "goes by a parent that has policies")]
    [TestCase("(\"authorId\" = ( SELECT (current_setting('app.user_id'::text))::integer AS current_setting))", TestName = "is for the user's own rows")]
    [TestCase("app.may_read(id)", TestName = "asks a function")]
    [TestCase("(current_setting('app.bypass_rls'::text, true) = 'on'::text)", TestName = "is a switch")]
    [TestCase("is_admin()", TestName = "is a switch of your own")]
    public void Lets_a_policy_stand_that(string qual) => Judge(s_unmarked, note => note.Policy("own", qual)).Should().ReportNothing();

    [Test]
    public void Lets_restrictive_policies_ask() =>
        Judge(s_unmarked, note => note.Policy("active", "(status = 'active'::text)").Policy("tenant", SecurityBuilders.ByTenant, permissive: false)).Should().ReportNothing();

    [Test]
    public void Knows_restrictive_policies_that_do_not_ask() =>
        Judge(Schema, note => note.Policy("active", "(status = 'active'::text)").Policy("late", "(id > 5)", permissive: false)).Should().ReportAtTheMarks();

    [Test]
    public void Lets_those_who_look_after_the_database_see_everything() =>
        Judge(s_unmarked, note => note.Policy("own", SecurityBuilders.ByTenant).Policy("backup", "(status IS NOT NULL)", roles: "backup")).Should().ReportNothing();

    [Test]
    public void Leaves_a_policy_that_is_always_true_to_its_own_finding() =>
        Judge(s_unmarked, note => note.Policy("open", "true")).Should().ReportNothing();

    [Test]
    public void Leaves_tables_of_all_tenants_alone()
    {
        Lint(s_unmarked, database => Secure(database).Table("Country").Secured().Policy("read", "true", command: "r")).Should().ReportNothing();
        Lint(s_unmarked, database => Secure(database).Table("Note").Secured().Policy("read", "true", command: "r"), (Tenancy.TenantColumn, "tenantId"), (Tenancy.GlobalModels, "Note")).Should().ReportNothing();
    }

    // Whose rows others may be meant to see, and a guess that no policy bears out.
    [Test]
    public void Judges_by_no_column_of_users_and_by_none_that_no_policy_names()
    {
        Lint(s_unmarked.Replace("tenantId", "userId", StringComparison.Ordinal).Replace("Tenant", "User", StringComparison.Ordinal), database =>
        {
            database.Table("Project").Secured().Policy("own", "(\"userId\" = auth.uid())");
            database.Table("Note").Secured().Policy("published", "(status = 'published'::text)", command: "r");
        }).Should().ReportNothing();
        Lint(s_unmarked, database => database.Table("Note").Secured().Policy("active", "(status = 'active'::text)")).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_policies()
    {
        Lint(s_unmarked, database => database.Without(EvidenceSource.Policies)).Should().ReportNothing();

        NotJudged.Should().Equal("policy-ignores-tenant: the role may not read policies");
    }

    private LintResult Judge(string schema, Action<TableBuilder> change) => Lint(schema, database => change(Secure(database).Table("Note").Secured()));

    private static SnapshotBuilder Secure(SnapshotBuilder database)
    {
        database.Table("Project").Secured().Policy("own", SecurityBuilders.ByTenant);
        database.Table("File").Secured().Policy("own", SecurityBuilders.ByTenant);
        return database;
    }
}
