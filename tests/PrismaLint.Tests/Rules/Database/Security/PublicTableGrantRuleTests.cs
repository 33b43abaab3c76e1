using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class PublicTableGrantRuleTests : LiveRuleTests<PublicTableGrantRule>
{
    private const string Country = """
        model [|Country|] {
          id Int @id
        }
        """;

    private const string Person = """
        model Person {
          id  Int    @id
          [|ssn|] String
        }
        """;

    private static readonly string s_country = MarkedText.Parse(Country).Text;
    private static readonly string s_person = MarkedText.Parse(Person).Text;

    [Test]
    public void Reports_a_table_that_everybody_may_read() =>
        Lint(Country, database => database.Table("Country").Acl("owner=arwdDxt/owner", "=r/owner"))
        .Should().Report("PUBLIC, that is every role, has SELECT on `public.Country`. `REVOKE ALL ON public.\"Country\" FROM PUBLIC`, and grant it to the roles that need it")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "public-table-grant", Severity = DiagnosticSeverity.Error, IsOperational = false });

    [Test]
    public void Takes_a_hash_of_passwords_for_a_credential() =>
        Lint("""
            model [|Login|] {
              id           Int    @id
              [|passwordHash|] String
              resetHint    String
            }
            """, database => database.Table("Login").Acl("owner=arwdDxt/owner", "=r/owner"))
        .Should().ReportAtTheMarks();

    [Test]
    public void Says_what_narrows_it()
    {
        Lint(Country, database => database.Table("Country").Acl("=arw/owner").Secured().Policy("own", "(id > 5)"))
            .Found.Should().ContainSingle().Which.Should().BeEquivalentTo(new
            {
                Severity = DiagnosticSeverity.Warning,
                Message = "PUBLIC, that is every role, has SELECT, INSERT, UPDATE on `public.Country`, as far as its policies let it. `REVOKE ALL ON public.\"Country\" FROM PUBLIC`, and grant it to the roles that need it",
            });
        Lint(Country, database => database.Schema("public", "owner=UC/owner").Table("Country").Acl("=r/owner"))
            .Found.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);
    }

    [Test]
    public void Leaves_roles_references_extensions_partitions_and_Prismas_table_alone()
    {
        Lint(s_country, database => database.Table("Country").Acl("owner=arwdDxt/owner", "app=arwd/owner", "\"my app\"=r/owner", "=x/owner")).Should().ReportNothing();
        Lint(s_country, database => database.Table("Country").Acl("=r/owner").Set("ext", true)).Should().ReportNothing();
        Lint(s_country, database => database.Table("Country").Acl("=r/owner").Set("is_partition", true)).Should().ReportNothing();
        Lint(s_country, database => database.AddTable("_prisma_migrations").Acl("=r/owner")).Should().ReportNothing();
        Lint(s_country, database => database.Table("Country").SetColumn("id", "acl", new[] { "=r/owner" })).Should().ReportNothing();
    }

    [TestCase("v", "=r/owner", false)]
    [TestCase("m", "=r/owner", false)]
    [TestCase("v", "=rw/owner", true)]
    public void Lets_everybody_read_a_view(string kind, string acl, bool isFinding) =>
        Lint(s_country, database => database.AddTable("shown").Set("kind", kind).Acl(acl)).Found.Should().HaveCount(isFinding ? 1 : 0);

    [Test]
    public void Reports_a_sensitive_column_that_everybody_may_read()
    {
        var found = Lint(Person, database => database.Table("Person").SetColumn("ssn", "acl", new[] { "=r/owner" }))
            .Should().Report("PUBLIC, that is every role, may read `public.Person.ssn`, which is named for a person's identity. `REVOKE SELECT ON public.\"Person\" FROM PUBLIC`, and grant the other columns where they are needed")
            .And.Found.Single();
        found.Should().BeEquivalentTo(new { Detail = "sensitive-column-public", Severity = DiagnosticSeverity.Error });

        Lint(s_person, database => database.Table("Person").Acl("=r/owner")).Found.Select(each => each.Detail).Should().BeEquivalentTo("public-table-grant", "sensitive-column-public");
        Lint(s_person, database => database.Schema("public", "=U/owner").AddTable("people").Set("kind", "v").Acl("=r/owner").AddColumn("password", "text"))
            .Found.Should().ContainSingle().Which.Object.Should().Be("public.people.password");
    }

    [Test]
    public void Reports_a_sensitive_column_that_an_exposed_role_may_read() =>
        Lint(Person, database => database.Login("report").Table("Person").Acl("report=r/owner"), (LiveOptions.ExposedRoles, "report"))
        .Should().Report("`report` may read `public.Person.ssn`, which is named for a person's identity. `REVOKE SELECT ON public.\"Person\" FROM report`, and grant the other columns where they are needed");

    [Test]
    public void Leaves_columns_alone_that_are_not_named_so_or_stand_behind_policies()
    {
        Lint(s_person, database => database.Login("anon").Table("Person").Acl("anon=r/owner").Secured().Policy("own", "(id > 5)")).Should().ReportNothing();
        Lint(s_person, database => database.Login("app").Table("Person").Acl("app=r/owner")).Should().ReportNothing();
        Lint(s_person, database => database.Table("Person").SetType("ssn", "boolean").SetColumn("ssn", "acl", new[] { "=r/owner" })).Should().ReportNothing();
        Lint(s_person, database => database.Table("Person").SetColumn("ssn", "acl", new[] { "=w/owner" })).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_tables_or_columns()
    {
        Lint(s_country, database => database.Without(EvidenceSource.Relations)).Should().ReportNothing();
        NotJudged.Should().Equal("public-table-grant: the role may not read relations");

        Lint(s_country, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();
        NotJudged.Should().Equal("sensitive-column-public: the role may not read columns");
    }
}
