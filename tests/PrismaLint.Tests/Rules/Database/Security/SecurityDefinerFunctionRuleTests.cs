using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class SecurityDefinerFunctionRuleTests : LiveRuleTests<SecurityDefinerFunctionRule>
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

    [Test]
    public void Reports_a_function_that_looks_names_up_as_its_caller_says() =>
        Lint(Schema, Function())
        .Should().Report("`public.purge(days integer)` runs with the rights of `owner` and looks names up as its caller says. `ALTER ROUTINE public.purge(days integer) SET search_path = public, pg_temp`")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "secdef-search-path", Severity = DiagnosticSeverity.Error, Object = "public.purge(days integer)", IsOperational = false });

    [Test]
    public void Reports_a_function_that_every_role_may_call() =>
        Lint(Schema, Function(("config", new[] { "search_path=pg_catalog, pg_temp" }), ("pub", true)))
        .Should().Report("every role may call `public.purge(days integer)`, which runs with the rights of `owner`. `REVOKE ALL ON ROUTINE public.purge(days integer) FROM PUBLIC`, and grant EXECUTE to the roles that need it")
        .And.Found.Single().Should().BeEquivalentTo(new { Detail = "secdef-public-execute", Severity = DiagnosticSeverity.Warning });

    [TestCase("search_path=\"\"")]
    [TestCase("search_path=pg_catalog, pg_temp")]
    [TestCase("search_path=public")]
    public void Lets_a_function_stand_that_says_where_to_look(string setting) => Lint(s_unmarked, Function(("config", new[] { "role=app", setting }))).Should().ReportNothing();

    [Test]
    public void Knows_that_another_setting_says_nothing_of_it() => Lint(Schema, Function(("config", new[] { "role=app" }))).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_functions_alone_that_run_as_their_caller_or_were_read_when_made()
    {
        Lint(s_unmarked, Function(("secdef", false), ("pub", true))).Should().ReportNothing();
        Lint(s_unmarked, Function(("sql_body", true))).Should().ReportNothing();
        Lint(s_unmarked, Function(("lang", "c"))).Should().ReportNothing();
    }

    [Test]
    public void Knows_that_nobody_calls_triggers_or_enters_a_closed_schema()
    {
        Lint(s_unmarked, Function(("config", new[] { "search_path=\"\"" }), ("pub", true), ("is_trigger", true))).Should().ReportNothing();
        Lint(s_unmarked, database => Function(("config", new[] { "search_path=\"\"" }), ("pub", true))(database.Schema("public", "owner=UC/owner"))).Should().ReportNothing();
        Lint(Schema, Function(("is_trigger", true))).Should().ReportAtTheMarks();
    }

    [Test]
    public void Says_that_nothing_is_known_without_the_functions()
    {
        Lint(s_unmarked, database => database.Without(EvidenceSource.Functions)).Should().ReportNothing();

        NotJudged.Should().Equal("security-definer-function: the role may not read functions");
    }

    private static Action<SnapshotBuilder> Function(params (string Column, object? Value)[] values) => database =>
    {
        database.Row(EvidenceSource.Functions, ("schema", "public"), ("name", "purge"), ("args", "days integer"), ("secdef", true), ("owner", "owner"), ("lang", "plpgsql"));
        database.Set(EvidenceSource.Functions, values);
    };
}
