using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class RowLevelSecurityBypassedRuleTests : LiveRuleTests<RowLevelSecurityBypassedRule>
{
    private const string Note = """
        model [|Note|] {
          id       Int @id
          tenantId Int
        }
        """;

    private const string Force = "`ALTER TABLE public.\"Note\" FORCE ROW LEVEL SECURITY`";
    private static readonly string s_unmarked = MarkedText.Parse(Note).Text;

    [Test]
    public void Reports_an_application_that_owns_its_tables() =>
        Lint(Note, Owned("app"), (LiveOptions.AppRole, "app"))
        .Should().Report($"the policies of `public.Note` do not hold for the application: its role `app` owns the table. {Force}, or another owner")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "app-role-bypasses-rls", Severity = DiagnosticSeverity.Error, IsOperational = false });

    [Test]
    public void Reports_an_application_that_has_the_owners_rights() =>
        Lint(Note, database =>
        {
            Owned("owners")(database);
            database.Login("web", ("rights_of", new[] { "owners" })).Set(EvidenceSource.Connection, ("app_role", "web"));
        }).Should().Report($"the policies of `public.Note` do not hold for the application: its role `web` has the rights of its owner `owners`. {Force}, or another owner");

    [TestCase("super", "is a superuser")]
    [TestCase("bypassrls", "has BYPASSRLS")]
    public void Reports_an_application_that_no_policy_binds(string attribute, string why) =>
        Lint(Note, database =>
        {
            Owned("owner_role")(database);
            database.Table("Note").Secured(isForced: true);
            database.Login("app", (attribute, true));
        }, (LiveOptions.AppRole, "app"))
        .Should().Report($"The application's role `app` {why}, so the policies of `public.Note` do not hold for it. Connect as a role that is not exempt")
        .And.Found.Single().IsOperational.Should().BeTrue();

    [Test]
    public void Takes_the_role_that_looked_and_says_so() =>
        Lint(Note, database =>
        {
            Owned("app")(database);
            database.Set(EvidenceSource.Server, ("role", "app"));
        }).Found.Should().ContainSingle().Which.Message.Should().Contain("(that is the role of this inspection: `prismalint.app_role` names the application's)");

    [Test]
    public void Says_once_that_a_superuser_looked() =>
        Lint(s_unmarked, database =>
        {
            Owned("keeper")(database);
            database.Table("Note").Secured(isForced: true);
            database.Set(EvidenceSource.Server, ("role", "postgres"), ("super", true));
        }).Found.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Message = "`postgres` is a superuser, so the policies of `public.Note` do not hold for it (that is the role of this inspection: `prismalint.app_role` names the application's)",
            Severity = DiagnosticSeverity.Warning,
            IsOperational = true,
        });

    [Test]
    public void Reports_an_owner_that_can_log_in() =>
        Lint(Note, database =>
        {
            Owned("maria")(database);
            database.Login("app");
        }, (LiveOptions.AppRole, "app"))
        .Should().Report($"the policies of `public.Note` do not hold for its owner `maria`, which can log in: {Force}")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "rls-not-forced-owner", Severity = DiagnosticSeverity.Error });

    [TestCase("keeper", false)]
    [TestCase("migrator", true)]
    public void Only_suggests_to_bind_an_owner_that_no_application_uses(string owner, bool login) =>
        Lint(Note, database =>
        {
            Owned(owner, login)(database);
            database.Login("app");
        }, (LiveOptions.AppRole, "app"))
        .Should().ReportAtTheMarks().And.Found.Single().Severity.Should().Be(DiagnosticSeverity.Suggestion);

    [Test]
    public void Only_suggests_another_owner_in_place_of_a_superuser_that_the_application_is_not() =>
        Lint(Note, database => Owned("postgres", true, ("super", true), ("bootstrap", true))(database.Login("app")), (LiveOptions.AppRole, "app"))
        .Found.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Severity = DiagnosticSeverity.Suggestion, Detail = "rls-not-forced-owner" });

    [Test]
    public void Leaves_alone_what_is_forced_or_has_no_policy_or_no_row_level_security()
    {
        Lint(s_unmarked, database =>
        {
            Owned("app")(database);
            database.Table("Note").Secured(isForced: true);
        }, (LiveOptions.AppRole, "app")).Should().ReportNothing();
        Lint(s_unmarked, database => database.Login("app").Table("Note").Set("owner", "app").Secured(), (LiveOptions.AppRole, "app")).Should().ReportNothing();
        Lint(s_unmarked, database => database.Login("app").Table("Note").Set("owner", "app").Policy("own", SecurityBuilders.ByTenant), (LiveOptions.AppRole, "app")).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_roles()
    {
        Lint(s_unmarked, database =>
        {
            Owned("app")(database);
            database.Without(EvidenceSource.Roles);
        }).Should().ReportNothing();

        NotJudged.Should().Equal("rls-bypassed-by-application-role: the role may not read roles");
    }

    [Test]
    public void Says_that_a_role_which_is_not_there_was_not_judged()
    {
        Lint(s_unmarked, Owned("keeper", false), (LiveOptions.AppRole, "nobody")).Found.Should().OnlyContain(found => found.Severity == DiagnosticSeverity.Suggestion);

        NotJudged.Should().Equal("app-role-bypasses-rls: nobody knows the application's role");
    }

    private static Action<SnapshotBuilder> Owned(string owner, bool login = true, params (string Column, object? Value)[] values) => database =>
    {
        database.Role(owner, [("login", login), .. values]);
        database.Table("Note").Set("owner", owner).Secured().Policy("own", SecurityBuilders.ByTenant);
    };
}
