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
public sealed class OversizedPoolRuleTests : LiveRuleTests<OversizedPoolRule>
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

    private static SnapshotBuilder Server(SnapshotBuilder database, params (string, object?)[] url) => database
        .Setting("max_connections", "100").Setting("superuser_reserved_connections", "3").Row(EvidenceSource.Connection, [("port", 5432), .. url]);

    [Test]
    public void Reports_pools_that_want_more_than_there_is() =>
        Lint(Schema, database => Server(database, ("connection_limit", 20)), (LiveOptions.Instances, "5")).Should().Report(
            "5 instances with 20 connections each (`connection_limit`) want 100, and the server gives out 97: at most 19 for each fit");

    [TestCase(PrismaVersion.V6, "11", "11 instances with 9 connections each (the default of Prisma, assuming 4 processors) want 99, and the server gives out 97: at most 8 for each fit")]
    [TestCase(PrismaVersion.V7, "10", "10 instances with 10 connections each (the default of the adapter for `pg`, unless the program sets `max`) want 100, and the server gives out 97: at most 9 for each fit")]
    public void Knows_the_defaults(PrismaVersion version, string instances, string message)
    {
        PrismaVersion = version;

        Lint(version == PrismaVersion.V6 ? Schema.Replace("\"postgresql\"", "\"postgresql\"\n  url = env(\"DATABASE_URL\")", System.StringComparison.Ordinal) : Schema, database => Server(database), (LiveOptions.Instances, instances)).Should().Report(message);
    }

    [Test]
    public void Says_nothing_of_pools_that_fit() => Lint(Unmarked, database => Server(database, ("connection_limit", 10)), (LiveOptions.Instances, "9")).Should().ReportNothing();

    [TestCase("pgbouncer", true)]
    [TestCase("is_pooler_host", true)]
    [TestCase("port", 6432)]
    public void Says_nothing_behind_a_pooler(string column, object value)
    {
        Lint(Unmarked, database => database.Setting("max_connections", "20").Row(EvidenceSource.Connection, (column, value), ("connection_limit", 50)), (LiveOptions.Instances, "9")).Should().ReportNothing();

        NotJudged.Should().BeEmpty();
    }

    [Test]
    public void Asks_how_many_processes_there_are()
    {
        Lint(Unmarked, database => Server(database, ("connection_limit", 200))).Should().ReportNothing();

        NotJudged.Should().Equal("pool-oversized: nobody says how many processes of the application run");
    }

    [Test]
    public void Says_that_nothing_is_known_without_a_url()
    {
        Lint(Unmarked, _ => { }, (LiveOptions.Instances, "50")).Should().ReportNothing();

        NotJudged.Should().Equal("pool-oversized: the connection URL was not read");
    }
}
