using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Server;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Server;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PoolerSettingsRuleTests : LiveRuleTests<PoolerSettingsRule>
{
    private const string Schema = """
        datasource [|db|] {
          provider = "postgresql"
        }

        model User {
          id Int @id
        }
        """;

    private static string Unmarked => Schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    private static SnapshotBuilder Url(SnapshotBuilder database, params (string, object?)[] url) => database.Row(EvidenceSource.Activity, ("idle", 20), ("hidden", 0)).Row(EvidenceSource.Connection, url);

    [TestCase("port", 6432)]
    [TestCase("is_pooler_host", true)]
    public void Reports_a_pooler_that_the_url_does_not_name(string column, object value) =>
        Lint(Schema, database => Url(database, (column, value))).Should().Report("The URL leads to a pooler and says nothing of it: unless the pooler keeps prepared statements, Prisma before 7 needs `pgbouncer=true`");

    [Test]
    public void Reports_a_pooler_without_a_way_past_it() =>
        Lint(Schema, database => Url(database, ("port", 6432), ("pgbouncer", true))).Should().Report("The URL says `pgbouncer=true` and there is no `directUrl`: migrations cannot run through the pooler");

    [Test]
    public void Says_nothing_of_a_pooler_that_is_set_up() => Lint(Unmarked, database => Url(database, ("port", 6432), ("pgbouncer", true), ("has_direct_url", true))).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_Prisma_7()
    {
        PrismaVersion = PrismaVersion.V7;

        Lint(Unmarked, database => Url(database, ("port", 6432))).Should().ReportNothing();
    }

    [Test]
    public void Reports_many_idle_connections_without_a_pooler() =>
        Lint(Schema, database => Url(database, ("port", 5432)).Set(EvidenceSource.Activity, ("idle", 101))).Should().Report("101 connections were idle when the snapshot was taken, and no pooler stands in front: each holds memory of the server");

    [Test]
    public void Says_nothing_of_the_idle_connections_of_a_pool()
    {
        Lint(Unmarked, database => Url(database, ("port", 5432)).Set(EvidenceSource.Activity, ("idle", 100))).Should().ReportNothing();
        Lint(Unmarked, database => Url(database, ("pgbouncer", true), ("has_direct_url", true)).Set(EvidenceSource.Activity, ("idle", 400))).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_a_url()
    {
        Lint(Unmarked, database => database.Row(EvidenceSource.Activity, ("idle", 400))).Should().ReportNothing();

        NotJudged.Should().Equal("pgbouncer-hints: the connection URL was not read");
    }
}
