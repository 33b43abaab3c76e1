using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class AlwaysTruePolicyRuleTests : LiveRuleTests<AlwaysTruePolicyRule>
{
    private const string Note = """
        model [|Note|] {
          id       Int @id
          tenantId Int
        }
        """;

    private static readonly string s_unmarked = MarkedText.Parse(Note).Text;

    [Test]
    public void Reports_a_policy_that_makes_the_others_idle() =>
        Lint(Note, database => database.Table("Note").Secured().Policy("own", SecurityBuilders.ByTenant).Policy("open", "true"))
        .Should().Report("on `public.Note` the policy `open` (ALL, PUBLIC) has USING that is always true: whatever other policies say, every row may be changed. Name the rows that are meant");

    [TestCase("a", null, "true")]
    [TestCase("w", "true", null)]
    [TestCase("w", SecurityBuilders.ByTenant, "(1 = 1)")]
    [TestCase("d", "(1 = 1)", null)]
    public void Reports_each_command_that_changes_rows_once_for_the_table(string command, string? qual, string? check) =>
        Lint(Note, database => database.Table("Note").Secured().Policy("one", qual, check, command, roles: "app").Policy("two", qual, check, command, roles: "other")).Should().ReportAtTheMarks();

    [Test]
    public void Lets_everybody_read() =>
        Lint(s_unmarked, database => database.Table("Note").Secured().Policy("read", "true", command: "r")).Should().ReportNothing();

    [Test]
    public void Lets_restrictive_policies_narrow_it() =>
        Lint(s_unmarked, database => database.Table("Note").Secured().Policy("open", "true", "true").Policy("only", SecurityBuilders.ByTenant, permissive: false)).Should().ReportNothing();

    [TestCase("r", SecurityBuilders.ByTenant, "public")]
    [TestCase("*", "true", "public")]
    [TestCase("*", SecurityBuilders.ByTenant, "report")]
    public void Knows_restrictive_policies_that_do_not_narrow_it(string command, string qual, string role) =>
        Lint(Note, database => database.Table("Note").Secured().Policy("open", "true", roles: "app").Policy("only", qual, command: command, permissive: false, roles: role)).Should().ReportAtTheMarks();

    [Test]
    public void Lets_those_who_look_after_the_database_change_everything() =>
        Lint(s_unmarked, database => database.Login("x1", ("super", true)).Login("x2", ("bypassrls", true)).Table("Note").Secured()
            .Policy("own", "true", roles: "owner").Policy("ops", "true", roles: ["x1", "x2"]).Policy("dba", "true", roles: "db_admin").Policy("svc", "true", roles: "service_role")).Should().ReportNothing();

    [Test]
    public void Looks_after_an_application_whatever_its_name() =>
        Lint(Note, database => database.Login("app_admin").Table("Note").Secured().Policy("open", "true", roles: "app_admin"), (LiveOptions.AppRole, "app_admin")).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_a_table_without_row_level_security_to_its_own_finding() =>
        Lint(s_unmarked, database => database.Table("Note").Policy("open", "true")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_policies()
    {
        Lint(s_unmarked, database => database.Without(EvidenceSource.Policies)).Should().ReportNothing();

        NotJudged.Should().Equal("policy-always-true: the role may not read policies");
    }
}
