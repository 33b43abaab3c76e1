using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Rules;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class TenantScopeRuleTests : RuleTests<TenantScopeRule>
{
    private static readonly (RuleOption, string) s_column = (Tenancy.TenantColumn, "tenantId");

    private static string Schema(string lines, string tenantId = "tenantId Int", string more = "") => $$"""
        model Tenant {
          id       Int       @id
          projects Project[]
        }

        model Project {
          id    Int    @id
          {{tenantId}}
          tenant Tenant{{(tenantId.EndsWith('?') ? "?" : "")}} @relation(fields: [tenantId], references: [id])
          {{lines}}
        }

        {{more}}
        """;

    [Test]
    public void Is_silent_until_it_is_told_the_tenant() => Lint(Schema("slug String @unique\n  status Int\n\n  @@index([status])")).Should().ReportNothing();

    [Test]
    public void Reports_a_unique_across_tenants() =>
        Lint(Schema("slug String [|@unique|]"), s_column).Should().Report("`@unique` of `Project.slug` holds across tenants: `tenantId` is not among its columns");

    [Test]
    public void Reports_an_index_over_all_tenants() =>
        Lint(Schema("status Int\n  at DateTime\n\n  [|@@index([status, at])|]"), s_column)
            .Should().Report("`@@index([status, at])` of `Project` does not start with the tenant column `tenantId`");

    [TestCase("slug String\n\n  @@unique([tenantId, slug])")]
    [TestCase("slug String\n\n  @@unique([slug, tenantId])")]
    [TestCase("slug String @unique @default(cuid())")]
    [TestCase("token String @unique")]
    [TestCase("domain String @unique")]
    [TestCase("status Int\n\n  @@index([tenantId, status])")]
    [TestCase("tags String[]\n\n  @@index([tags], type: Gin)")]
    [TestCase("tokenHash String\n\n  @@index([tokenHash])")]
    [TestCase("slug String @unique\n  x Missing")]
    public void Accepts_what_is_within_a_tenant_or_cannot_be(string lines) => Lint(Schema(lines), s_column).Should().ReportNothing();

    [Test]
    public void Accepts_rows_that_may_have_no_tenant() => Lint(Schema("slug String @unique\n  status Int\n\n  @@index([status])", "tenantId Int?"), s_column).Should().ReportNothing();

    [Test]
    public void Accepts_a_value_that_shall_be_unique_everywhere() =>
        Lint(Schema("email String @unique"), s_column, (TenantScopeRule.Intended, "Project.email")).Should().ReportNothing();

    private static string Tasks(string relation, string lines, string projectLines = "@@unique([tenantId, id])") =>
        Schema("tasks Task[]\n  " + projectLines, more: $$"""
            model Task {
              id        Int @id
              tenantId  Int
              projectId Int
              {{relation}}
              {{lines}}
            }
            """);

    [Test]
    public void Reports_a_relation_that_may_leave_the_tenant() =>
        Lint(Tasks("[|project|] Project @relation(fields: [projectId], references: [id])", "@@index([projectId])"), s_column)
            .Should().Report("`Task.project` may refer to a `Project` of another tenant: its key `projectId` leaves out `tenantId`");

    [Test]
    public void Accepts_a_relation_within_the_tenant() =>
        Lint(Tasks("project Project @relation(fields: [tenantId, projectId], references: [tenantId, id])", "@@index([tenantId, projectId])"), s_column).Should().ReportNothing();

    [Test]
    public void Accepts_relations_to_global_models() =>
        Lint(Tasks("project Project @relation(fields: [projectId], references: [id])", ""), s_column, (Tenancy.GlobalModels, "Project")).Should().ReportNothing();

    [Test]
    public void Keeps_the_only_index_of_a_foreign_key_and_what_a_parent_scopes() =>
        Lint(Tasks("project Project @relation(fields: [projectId], references: [id])", "title String\n  @@index([projectId])\n  @@index([projectId, title])\n  @@unique([projectId, title])"), s_column, (TenantScopeRule.Checks, "unique, index"))
            .Should().ReportNothing();

    [Test]
    public void Keeps_the_only_index_of_a_foreign_key_to_a_shared_model() =>
        Lint(Schema("countryId Int\n  country Country @relation(fields: [countryId], references: [id])\n\n  @@index([countryId])", more: "model Country {\n  id Int @id\n  projects Project[]\n}"), s_column)
            .Should().ReportNothing();

    [Test]
    public void Reports_the_second_index_of_such_a_key() =>
        Lint(Schema("countryId Int\n  country Country @relation(fields: [countryId], references: [id])\n  at Int\n\n  [|@@index([countryId])|]\n  [|@@index([countryId, at])|]", more: "model Country {\n  id Int @id\n  projects Project[]\n}"), s_column)
            .Should().ReportAtTheMarks();

    [Test]
    public void Says_once_what_all_relations_do()
    {
        var models = string.Concat(Enumerable.Range(1, 4).Select(i => $"model T{i} {{\n  id Int @id\n  tenantId Int\n  projectId Int\n  project Project @relation(fields: [projectId], references: [id])\n}}\n\n"));
        var found = Lint(Schema("t1 T1[]\n  t2 T2[]\n  t3 T3[]\n  t4 T4[]", more: models), s_column).Found;
        found.Should().ContainSingle().Which.Message.Should().Be("`T1.project` and 3 more relations may refer to a row of another tenant: their keys, such as `projectId`, leave out `tenantId`");
    }

    [TestCase("unique", 1)]
    [TestCase("index", 1)]
    [TestCase("relation", 0)]
    [TestCase("unique, index, relation", 2)]
    public void Looks_at_what_it_is_told_to(string checks, int findings) =>
        Lint(Schema("slug String @unique\n  status Int\n\n  @@index([status])"), s_column, (TenantScopeRule.Checks, checks)).Found.Should().HaveCount(findings);
}
