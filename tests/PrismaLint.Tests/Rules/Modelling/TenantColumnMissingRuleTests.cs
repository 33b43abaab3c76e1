using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Modelling;
using PrismaLint.Rules.Shared;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class TenantColumnMissingRuleTests : RuleTests<TenantColumnMissingRule>
{
    private static readonly (RuleOption, string) s_column = (Tenancy.TenantColumn, "tenantId");

    private static string Schema(string more) => """
        model Tenant {
          id       Int       @id
          projects Project[]
        }

        model Project {
          id       Int    @id
          tenantId Int
          tenant   Tenant @relation(fields: [tenantId], references: [id])
          tasks    Task[]
          notes    Note[]
        }

        model Task {
          id        Int     @id
          projectId Int
          project   Project @relation(fields: [projectId], references: [id])
          comments  Comment[]
        }

        model Comment {
          id     Int  @id
          taskId Int
          task   Task @relation(fields: [taskId], references: [id])
        }
        """ + "\n\n" + more;

    private const string Note = "model [|Note|] {\n  id Int @id\n  projectId Int?\n  project Project? @relation(fields: [projectId], references: [id])\n}";
    private const string PlainNote = "model Note {\n  id Int @id\n  tenant_id Int\n  projectId Int?\n  project Project? @relation(fields: [projectId], references: [id])\n}";

    [Test]
    public void Is_silent_until_it_is_told_the_tenant() => Lint(Schema(Note.Replace("[|", "").Replace("|]", ""))).Should().ReportNothing();

    [Test]
    public void Reports_a_model_that_may_do_without_a_tenant() =>
        Lint(Schema(Note), s_column).Should().Report("`Note` has neither `tenantId` nor a required relation to a model that has it, and is not among `global_models`");

    [Test]
    public void Accepts_the_column_whatever_its_case_and_models_over_any_number_of_steps() => Lint(Schema(PlainNote), s_column).Should().ReportNothing();

    [Test]
    public void Finds_the_column_by_the_model_of_the_tenants() =>
        Lint(Schema(Note + "\n\nmodel Other {\n  id Int @id\n  tenantId Int\n}").Replace("model Other", "model [|Other|]"), (Tenancy.TenantModel, "Tenant")).Should().ReportAtTheMarks();

    [Test]
    public void Wants_the_column_itself_where_parents_do_not_count() =>
        Lint(Schema(PlainNote).Replace("model Task {", "model [|Task|] {").Replace("model Comment {", "model [|Comment|] {"), s_column, (Tenancy.ViaParent, "false"))
            .Should().Report("`Task` has no `tenantId`, and is not among `global_models`", "`Comment` has no `tenantId`, and is not among `global_models`");

    [TestCase("Note")]
    [TestCase("/^No/")]
    public void Accepts_global_models(string names) =>
        Lint(Schema(Note.Replace("[|", "").Replace("|]", "")), s_column, (Tenancy.GlobalModels, names)).Should().ReportNothing();

    [Test]
    public void Does_not_follow_relations_to_global_models() =>
        Lint(Schema(PlainNote).Replace("model Comment {", "model [|Comment|] {"), s_column, (Tenancy.GlobalModels, "Task")).Should().ReportAtTheMarks();

    [Test]
    public void Says_once_that_nothing_has_the_column() =>
        Lint("model [|A|] {\n  id Int @id\n}\n\nmodel B {\n  id Int @id\n}", (Tenancy.TenantColumn, "orgId"))
            .Should().Report("`A` has no `orgId`, nor has any other model of the schema, and is not among `global_models`");

    [TestCase("model A {\n  id Int @id\n  x Missing\n}")]
    [TestCase("model A {\n  id Int @id\n  @@ignore\n}")]
    [TestCase("model VerificationToken {\n  identifier String\n  token String @unique\n}")]
    [TestCase("model A {")]
    public void Passes_over_what_is_broken_ignored_or_a_frameworks(string more) => Lint(Schema(PlainNote) + "\n\n" + more, s_column).Should().ReportNothing();

    [Test]
    public void Follows_circles_to_their_end() =>
        Lint("model [|A|] {\n  id Int @id\n  bId Int\n  b B @relation(\"ab\", fields: [bId], references: [id])\n  bs B[] @relation(\"ba\")\n}\n\nmodel [|B|] {\n  id Int @id\n  aId Int\n  a A @relation(\"ba\", fields: [aId], references: [id])\n  as A[] @relation(\"ab\")\n}\n\nmodel C {\n  id Int @id\n  tenantId Int\n}", s_column)
            .Should().ReportAtTheMarks();

    [Test]
    public void Is_a_warning_of_the_default_preset_once_configured()
    {
        var rule = RuleCatalog.Find("PL5017")!.Descriptor;
        rule.Preset.Should().Be(RulePreset.Recommended);
        rule.DefaultSeverity.Should().Be(DiagnosticSeverity.Warning);
    }
}
