using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class PerRowPolicyRuleTests : LiveRuleTests<PerRowPolicyRule>
{
    private const string PerRow = "(\"tenantId\" = (current_setting('app.tenant_id'::text))::integer)";

    private const string Note = """
        model [|Note|] {
          id       Int @id
          tenantId Int
        }
        """;

    private const string Field = """
        model Note {
          id       Int @id
          [|tenantId|] Int
        }
        """;

    private static readonly string s_unmarked = MarkedText.Parse(Note).Text;

    [Test]
    public void Reports_calls_for_each_row_once_for_the_table() =>
        Lint(Note, database => database.Table("Note").Secured().Policy("read", PerRow, command: "r").Policy("write", null, PerRow, "a"))
        .Should().Report("on `public.Note` the policies `read`, `write` call `current_setting()` for each row. Write `(SELECT current_setting(…))`, which is run once")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "policy-per-row-call", Severity = DiagnosticSeverity.Warning });

    [Test]
    public void Lets_a_query_of_its_own_ask() =>
        Lint(s_unmarked, database => database.Table("Note").Secured().Policy("own", SecurityBuilders.ByTenant)).Should().ReportNothing();

    [Test]
    public void Suggests_one_policy_in_place_of_several_once_for_the_table() =>
        Lint(Note, database => database.Table("Note").Secured().Policy("own", SecurityBuilders.ByTenant).Policy("read", SecurityBuilders.ByTenant, command: "r").Policy("drop", SecurityBuilders.ByTenant, command: "d", roles: "app"))
        .Should().Report("on `public.Note` the permissive policies `drop`, `own`, `read` share a command and a role: each query computes them all, joined by OR. One policy could say it")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "multiple-permissive", Severity = DiagnosticSeverity.Suggestion });

    [Test]
    public void Lets_policies_stand_that_do_not_meet() =>
        Lint(s_unmarked, database => database.Table("Note").Secured()
            .Policy("read", SecurityBuilders.ByTenant, command: "r", roles: "app").Policy("add", null, SecurityBuilders.ByTenant, "a", roles: "app")
            .Policy("all", SecurityBuilders.ByTenant, roles: "report").Policy("only", SecurityBuilders.ByTenant, permissive: false)).Should().ReportNothing();

    [Test]
    public void Suggests_an_index_for_the_policys_column() =>
        Lint(Field, database => database.Table("Note").Secured().HasRows(20000).Policy("own", SecurityBuilders.ByTenant))
        .Should().Report("policies of `public.Note` compare `tenantId`, which leads no index, on about 20,000 rows. `CREATE INDEX CONCURRENTLY ON public.\"Note\" (\"tenantId\")`")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "policy-column-without-index", Severity = DiagnosticSeverity.Suggestion });

    [Test]
    public void Wants_no_index_on_small_tables_where_there_is_one_on_foreign_keys_and_on_booleans()
    {
        Lint(s_unmarked, database => database.Table("Note").Secured().HasRows(500).Policy("own", SecurityBuilders.ByTenant)).Should().ReportNothing();
        Lint(s_unmarked, database => database.Table("Note").Secured().HasRows(20000).Policy("own", SecurityBuilders.ByTenant).AddIndex("by_tenant", ["tenantId", "id"])).Should().ReportNothing();
        Lint(s_unmarked, database =>
        {
            var note = database.Table("Note").Secured().HasRows(20000).Policy("own", SecurityBuilders.ByTenant);
            note.AddForeignKey("fk", ["tenantId"], note, ["id"]);
        }).Should().ReportNothing();
        Lint(s_unmarked, database => database.Table("Note").Secured().HasRows(20000).SetType("tenantId", "boolean").Policy("own", SecurityBuilders.ByTenant)).Should().ReportNothing();
        Lint(s_unmarked, database => database.Table("Note").Secured().HasRows(20000).Policy("some", "(\"tenantId\" = 5)")).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_policies_or_indexes()
    {
        Lint(s_unmarked, database => database.Without(EvidenceSource.Policies)).Should().ReportNothing();
        NotJudged.Should().Equal("rls-per-row-call: the role may not read policies");

        Lint(s_unmarked, database => database.Without(EvidenceSource.Indexes)).Should().ReportNothing();
        NotJudged.Should().Equal("policy-column-without-index: the role may not read indexes");
    }
}
