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
public sealed class DurabilityOffRuleTests : LiveRuleTests<DurabilityOffRule>
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

    [TestCase("fsync", "fsync")]
    [TestCase("full_page_writes", "full-page-writes")]
    public void Reports(string setting, string check)
    {
        var result = Lint(Schema, database => database.Setting(setting, "off"));

        result.Should().Report($"`{setting}` is off: a crash of the machine may break the database beyond repair. `ALTER SYSTEM SET {setting} = on`");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Error);
        result.Found[0].Detail.Should().Be(check);
        result.Found[0].IsOperational.Should().BeTrue();
    }

    [Test]
    public void Says_nothing_of_other_settings() => Lint(Unmarked, database => database.Setting("fsync", "on").Setting("full_page_writes", "on").Setting("synchronous_commit", "off")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_settings()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Settings)).Should().ReportNothing();

        NotJudged.Should().Equal("durability-off: the role may not read settings");
    }
}
