using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class ExcessivePrivilegesRuleTests : LiveRuleTests<ExcessivePrivilegesRule>
{
    private const string Schema = """
        datasource [|db|] {
          provider = "postgresql"
        }

        model Note {
          id Int @id
        }
        """;

    private static readonly string s_unmarked = MarkedText.Parse(Schema).Text;

    [TestCase(150018, ", which upgrades from versions before 15 keep")]
    [TestCase(140000, ", as it is by default before version 15")]
    public void Reports_a_schema_in_which_everybody_may_make_things(int version, string why) =>
        Lint(Schema, database => database.Set(EvidenceSource.Server, ("version_num", version)).Schema("public", "owner=UC/owner", "=UC/owner"))
        .Should().Report($"PUBLIC, that is every role, may create tables and functions in the schema `public`{why}. `REVOKE CREATE ON SCHEMA public FROM PUBLIC`")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "public-schema-create", Severity = DiagnosticSeverity.Error, Object = "public", IsOperational = false });

    [Test]
    public void Leaves_schemas_alone_that_everybody_may_only_use_or_nobody_asked_about() =>
        Lint(s_unmarked, database => database.Schema("public", "owner=UC/owner", "=U/owner", "app=UC/owner").Schema("other", "=UC/owner").Schema("closed")).Should().ReportNothing();

    [Test]
    public void Reports_an_application_that_is_a_superuser_once() =>
        Lint(Schema, database => database.Login("app", ("super", true)).Login("postgres", ("super", true), ("bootstrap", true)), (LiveOptions.AppRole, "app"))
        .Should().Report("the application connects as the superuser `app`: nothing is forbidden to it, and no policy holds. Give it a role with the privileges that it needs")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "connected-as-superuser", Severity = DiagnosticSeverity.Error, IsOperational = true });

    [Test]
    public void Says_that_it_is_only_the_role_of_the_inspection() =>
        Lint(Schema, database => database.Set(EvidenceSource.Server, ("role", "postgres"), ("super", true)).Login("postgres", ("super", true), ("bootstrap", true)))
        .Found.Should().ContainSingle().Which.Message.Should().StartWith("`postgres` (that is the role of this inspection: `prismalint.app_role` names the application's)");

    [Test]
    public void Does_not_mind_a_superuser_that_looks_where_the_application_is_another() =>
        Lint(s_unmarked, database => database.Set(EvidenceSource.Server, ("role", "postgres"), ("super", true)).Set(EvidenceSource.Connection, ("app_role", "app")).Login("app"))
        .Should().ReportNothing();

    [Test]
    public void Reports_superusers_that_log_in() =>
        Lint(Schema, database => database.Login("maria", ("super", true)).Login("postgres", ("super", true), ("bootstrap", true)))
        .Should().Report("`maria` is a superuser that can log in. `ALTER ROLE maria NOSUPERUSER`, or NOLOGIN where it is only to own")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "superuser-login-role", Severity = DiagnosticSeverity.Error, Object = "maria", IsOperational = true });

    [Test]
    public void Only_suggests_where_the_servers_first_superuser_is_the_only_one() =>
        Lint(Schema, database => database.Login("postgres", ("super", true), ("bootstrap", true)))
        .Found.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Detail = "superuser-login-role", Severity = DiagnosticSeverity.Suggestion });

    [Test]
    public void Reports_roles_that_no_policy_binds() =>
        Lint(Schema, database => database.Login("etl", ("bypassrls", true)).Table("Note").Secured())
        .Should().Report("`etl` can log in and has BYPASSRLS: no policy holds for it. `ALTER ROLE etl NOBYPASSRLS`")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "bypassrls-role", Severity = DiagnosticSeverity.Error, IsOperational = true });

    [Test]
    public void Reports_an_application_that_makes_roles() =>
        Lint(Schema, database => database.Login("app", ("createrole", true)), (LiveOptions.AppRole, "app"))
        .Should().Report("the application's role `app` has CREATEROLE. `ALTER ROLE app NOCREATEROLE`")
        .And.Found.Single().Detail.Should().Be("createrole-application-role");

    [Test]
    public void Leaves_roles_alone_that_cannot_log_in_are_trusted_or_pass_no_policy() =>
        Lint(s_unmarked, database => database
            .Role("keeper", ("super", true), ("login", false)).Role("group", ("bypassrls", true), ("login", false))
            .Login("rdsadmin", ("super", true)).Login("cloudsqladmin", ("super", true)).Login("etl", ("bypassrls", true)).Login("clerk", ("createrole", true)).Login("me", ("super", true)),
            (ExcessivePrivilegesRule.TrustedRoles, "me, rds*admin, cloudsql*")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_roles_and_schemas()
    {
        Lint(s_unmarked, database => database.Without(EvidenceSource.Roles).Without(EvidenceSource.Namespaces)).Should().ReportNothing();

        NotJudged.Should().Equal("public-schema-create: the role may not read namespaces", "superuser-login-role: the role may not read roles");
    }
}
