using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules.Database.Security;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Security;

public sealed class ViewBypassesRowSecurityRuleTests : LiveRuleTests<ViewBypassesRowSecurityRule>
{
    private const string Schema = """
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["views"]
        }

        model Note {
          id       Int @id
          tenantId Int
        }

        view [|Recent|] {
          id       Int
          tenantId Int
        }
        """;

    private static readonly string s_unmarked = MarkedText.Parse(Schema).Text;

    [Test]
    public void Reports_a_view_that_reads_as_its_owner() =>
        Lint(Schema, View(_ => { }))
        .Should().Report("`public.Recent` reads `public.Note` with the rights of its owner `owner`, for whom the policies do not hold. `ALTER VIEW public.\"Recent\" SET (security_invoker = true)`")
        .And.Found.Single().Should().BeEquivalentTo(new { Severity = DiagnosticSeverity.Warning, IsOperational = false });

    [Test]
    public void Knows_no_invoker_before_version_15() =>
        Lint(Schema, View(database =>
        {
            database.Set(EvidenceSource.Server, ("version_num", 140000));
            database.Table("Recent").Set("options", new[] { "security_invoker=true" });
        })).Should().Report("`public.Recent` reads `public.Note` with the rights of its owner `owner`, for whom the policies do not hold. Version 14 has no `security_invoker`: put the condition of the policies into the view, or REVOKE it");

    [TestCase("true")]
    [TestCase("on")]
    [TestCase("1")]
    [TestCase("yes")]
    public void Lets_a_view_ask_as_whoever_asks_it(string value) =>
        Lint(s_unmarked, View(database => database.Table("Recent").Set("options", new[] { "security_barrier=true", "security_invoker=" + value }))).Should().ReportNothing();

    [TestCase("false")]
    [TestCase("off")]
    [TestCase("0")]
    public void Knows_a_view_that_expressly_does_not(string value) =>
        Lint(Schema, View(database => database.Table("Recent").Set("options", new[] { "security_invoker=" + value }))).Should().ReportAtTheMarks();

    [Test]
    public void Lets_an_owner_read_whom_the_policies_bind()
    {
        Lint(s_unmarked, View(database => database.Login("owner").Table("Note").Secured(isForced: true))).Should().ReportNothing();
        Lint(s_unmarked, View(database => database.Login("reader").Table("Recent").Set("owner", "reader"))).Should().ReportNothing();
    }

    [TestCase("super")]
    [TestCase("bypassrls")]
    public void Knows_an_owner_whom_nothing_binds(string attribute) =>
        Lint(Schema, View(database =>
        {
            database.Login("boss", (attribute, true)).Table("Recent").Set("owner", "boss");
            database.Table("Note").Secured(isForced: true);
        })).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_materialized_views_views_of_extensions_and_views_of_open_tables_alone()
    {
        Lint(s_unmarked, View(database => database.Table("Recent").Set("kind", "m"))).Should().ReportNothing();
        Lint(s_unmarked, View(database => database.Table("Recent").Set("ext", true))).Should().ReportNothing();
        Lint(s_unmarked, View(database => database.Table("Note").Set("rls", false))).Should().ReportNothing();
    }

    [Test]
    public void Lets_a_view_ask_the_session_itself_or_show_what_everybody_may_read()
    {
        Lint(s_unmarked, View(database => database.Table("Recent").Set("viewdef", "SELECT n.id FROM \"Note\" n WHERE (n.\"tenantId\" = (current_setting('app.tenant_id'::text))::integer);"))).Should().ReportNothing();
        Lint(s_unmarked, View(database => database.Table("Note").Policy("all", "true", command: "r"))).Should().ReportNothing();
        Lint(Schema, View(database => database.Table("Note").Policy("all", "true", command: "r").Policy("some", SecurityBuilders.ByTenant, permissive: false))).Should().ReportAtTheMarks();
    }

    [Test]
    public void Looks_through_views_that_ask_as_their_invoker()
    {
        var found = Lint(s_unmarked, View(database =>
        {
            database.Table("Recent").Set("options", new[] { "security_invoker=true" });
            database.AddTable("outer").Set("kind", "v");
            database.Row(EvidenceSource.ViewDependencies, ("view", database.Table("outer").Oid), ("rel", database.Table("Recent").Oid));
        })).Found;

        found.Should().ContainSingle().Which.Object.Should().Be("public.outer");
    }

    // The inner one is the finding.
    [Test]
    public void Reports_a_view_on_such_a_view_once() =>
        Lint(Schema, View(database =>
        {
            database.AddTable("outer").Set("kind", "v");
            database.Row(EvidenceSource.ViewDependencies, ("view", database.Table("outer").Oid), ("rel", database.Table("Recent").Oid));
        })).Should().ReportAtTheMarks();

    [Test]
    public void Says_that_nothing_is_known_without_what_views_read()
    {
        Lint(s_unmarked, View(database => database.Without(EvidenceSource.ViewDependencies))).Should().ReportNothing();

        NotJudged.Should().Equal("view-bypasses-rls: the role may not read what views read");
    }

    private static Action<SnapshotBuilder> View(Action<SnapshotBuilder> change) => database =>
    {
        database.Table("Note").Secured().Policy("own", SecurityBuilders.ByTenant);
        database.Row(EvidenceSource.ViewDependencies, ("view", database.Table("Recent").Oid), ("rel", database.Table("Note").Oid));
        change(database);
    };
}
