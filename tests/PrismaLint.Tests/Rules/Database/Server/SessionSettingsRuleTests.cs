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
public sealed class SessionSettingsRuleTests : LiveRuleTests<SessionSettingsRule>
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

    private static SnapshotBuilder Server(SnapshotBuilder database, string timeout = "0", string zone = "UTC") => database
        .Setting("statement_timeout", timeout).Setting("lock_timeout", "0").Setting("idle_in_transaction_session_timeout", "0").Setting("timezone", zone);

    private static SnapshotBuilder Of(SnapshotBuilder database, string? role, bool here, params string[] config) => database.Row(EvidenceSource.RoleSettings, ("role", role), ("here", here), ("config", config));

    [Test]
    public void Reports_a_role_without_timeouts()
    {
        var result = Lint(Schema, database => Server(database), (LiveOptions.AppRole, "app"));

        result.Should().Report("None of `statement_timeout`, `lock_timeout`, `idle_in_transaction_session_timeout` is set for the role `app`: a forgotten transaction holds its locks for ever. `ALTER ROLE app SET statement_timeout = '30s'`");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Suggestion);
        result.Found[0].Object.Should().Be("app");
        result.Found[0].IsOperational.Should().BeTrue();
    }

    [Test]
    public void Takes_the_role_that_looked_where_none_is_named() => Lint(Schema, database => Server(database)).Found.Single().Object.Should().Be("prismalint_ro");

    [TestCase("app", true)]
    [TestCase("app", false)]
    [TestCase(null, true)]
    [TestCase(null, false)]
    public void Says_nothing_where_role_or_database_have_one(string? role, bool here) =>
        Lint(Unmarked, database => Of(Server(database), role, here, "statement_timeout=15s"), (LiveOptions.AppRole, "app")).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_the_server_has_one() => Lint(Unmarked, database => Server(database, "60000")).Should().ReportNothing();

    [Test]
    public void A_role_may_take_them_back() => Lint(Schema, database => Of(Server(database, "60000"), "app", false, "statement_timeout=0"), (LiveOptions.AppRole, "app")).Should().ReportAtTheMarks();

    [Test]
    public void Does_not_take_the_timeouts_of_the_role_that_looked_for_those_of_the_server()
    {
        Lint(Unmarked, database => Of(Server(database, "15000"), "prismalint_ro", false, "statement_timeout=15s"), (LiveOptions.AppRole, "app")).Should().ReportNothing();

        NotJudged.Should().Equal("missing-timeouts: the role that looked has timeouts of its own, and those of the role `app` are not known");
    }

    [Test]
    public void Reports_a_time_zone_that_shifts_timestamptz()
    {
        const string schema = """
            datasource [|db|] {
              provider = "postgresql"
            }

            model User {
              id        Int      @id
              createdAt DateTime @db.Timestamptz(3)
            }
            """;
        PrismaVersion = PrismaVersion.V7;
        var result = Lint(schema, database => Server(database, "60000", "Europe/Berlin"));

        result.Should().Report("The time zone of the role `prismalint_ro` is `Europe/Berlin`, and 1 column is timestamptz, `public.User.createdAt` among them: the driver adapters of Prisma 7 read them shifted by the offset. `ALTER ROLE prismalint_ro SET timezone = 'UTC'`");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Warning);
        result.Found[0].Related.Should().ContainSingle();

        PrismaVersion = PrismaVersion.V6;
        Lint(schema.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal).Replace("\"postgresql\"", "\"postgresql\"\n  url = env(\"DATABASE_URL\")", System.StringComparison.Ordinal), database => Server(database, "60000", "Europe/Berlin")).Should().ReportNothing();
    }

    [Test]
    public void Reports_a_time_zone_that_shifts_defaults() =>
        Lint("datasource [|db|] {\n  provider = \"postgresql\"\n}\nmodel User {\n  id Int @id\n  at DateTime @default(now())\n}\n", database => Server(database, "60000", "Europe/Berlin"))
            .Should().Report("The time zone of the role `prismalint_ro` is `Europe/Berlin`, and 1 column is timestamp with `now()` for a default, `public.User.at` among them: the default is local time, and Prisma reads it as UTC. `ALTER ROLE prismalint_ro SET timezone = 'UTC'`");

    [TestCase("Etc/UTC")]
    [TestCase("GMT")]
    [TestCase("utc")]
    public void Knows_the_names_of_UTC(string zone) =>
        Lint("datasource db {\n  provider = \"postgresql\"\n}\nmodel User {\n  id Int @id\n  at DateTime @default(now())\n}\n", database => Server(database, "60000", zone)).Should().ReportNothing();

    [Test]
    public void A_role_may_have_a_time_zone() =>
        Lint("datasource db {\n  provider = \"postgresql\"\n}\nmodel User {\n  id Int @id\n  at DateTime @default(now())\n}\n", database => Of(Server(database, "60000", "Asia/Tokyo"), "prismalint_ro", true, "TimeZone=UTC")).Should().ReportNothing();

    [Test]
    public void Says_nothing_of_a_time_zone_that_no_column_notices() => Lint(Unmarked, database => Server(database, "60000", "Europe/Berlin")).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_settings()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Settings)).Should().ReportNothing();

        NotJudged.Should().Equal("session-settings: the role may not read settings");
    }
}
