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
public sealed class ConnectionsNearLimitRuleTests : LiveRuleTests<ConnectionsNearLimitRule>
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

    private static SnapshotBuilder Server(SnapshotBuilder database, int clients, int hidden = 0) => database
        .Setting("max_connections", "100").Setting("superuser_reserved_connections", "3").Setting("reserved_connections", "2")
        .Row(EvidenceSource.Activity, ("clients", clients), ("hidden", hidden));

    [Test]
    public void Reports_connections_that_are_nearly_used_up()
    {
        var result = Lint(Schema, database => Server(database, 77));

        result.Should().Report("76 of 95 connections were in use when the snapshot was taken (80 %; `max_connections` less those reserved): make the pools smaller, or put a pooler in front");
        result.Found[0].Detail.Should().Be("connections-near-max");
        result.Found[0].IsOperational.Should().BeTrue();
    }

    [Test]
    public void Says_nothing_below_four_fifths_its_own_session_left_out() => Lint(Unmarked, database => Server(database, 76)).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_the_role_does_not_see_the_others()
    {
        Lint(Unmarked, database => Server(database, 90, hidden: 80).Set(EvidenceSource.Server, ("monitor", false))).Should().ReportNothing();
        NotJudged.Should().Equal("connections-near-max: the role does not see the sessions of others");

        Lint(Schema, database => Server(database, 90, hidden: 1)).Should().ReportAtTheMarks();
    }

    [TestCase(EvidenceSource.Activity, "the activity of sessions")]
    [TestCase(EvidenceSource.Settings, "settings")]
    public void Says_that_nothing_is_known_without(string source, string words)
    {
        Lint(Unmarked, database => Server(database, 90).Without(source)).Should().ReportNothing();

        NotJudged.Should().Equal($"connections-near-max: the role may not read {words}");
    }
}
