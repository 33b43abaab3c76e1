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
public sealed class MissingQueryEvidenceRuleTests : LiveRuleTests<MissingQueryEvidenceRule>
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

    private static SnapshotBuilder Installed(SnapshotBuilder database) => database.Row(EvidenceSource.Extensions, ("name", "pg_stat_statements"), ("version", "1.10"), ("schema", "public"));

    [Test]
    public void Reports_a_log_without_slow_statements() =>
        Lint(Schema, database => Installed(database).Setting("log_min_duration_statement", "-1")).Should().Report(
            "`log_min_duration_statement` is -1: the log says nothing of slow statements. `ALTER SYSTEM SET log_min_duration_statement = '1s'`");

    [Test]
    public void Reports_that_nothing_counts_statements()
    {
        Lint(Schema, database => database.Setting("shared_preload_libraries", "")).Should().Report(
            "pg_stat_statements is not installed: nothing tells which statements cost the time. Name it in `shared_preload_libraries`, start the server anew, and `CREATE EXTENSION pg_stat_statements`");
        Lint(Schema, database => database.Setting("shared_preload_libraries", "auto_explain,pg_stat_statements")).Should().Report(
            "pg_stat_statements is not installed: nothing tells which statements cost the time. `CREATE EXTENSION pg_stat_statements`");
        Lint(Schema, database => Installed(database).Setting("shared_preload_libraries", "").Without(EvidenceSource.Statements, EvidenceStateKind.Absent)).Should().Report(
            "pg_stat_statements is installed and not loaded: name it in `shared_preload_libraries`, and start the server anew");
    }

    [Test]
    public void Reports_entries_that_were_thrown_away() =>
        Lint(Schema, database => Installed(database).Setting("pg_stat_statements.max", "100").Set(EvidenceSource.StatementsInfo, ("dealloc", 40))).Should().Report(
            "pg_stat_statements has thrown entries away 40 times in 90 days: its window is not reliable. Raise `pg_stat_statements.max` (100)");

    [TestCase("log_min_duration_statement", "500")]
    [TestCase("shared_preload_libraries", "pg_stat_statements")]
    public void Says_nothing_where_all_is_there(string setting, string value) => Lint(Unmarked, database => Installed(database).Setting(setting, value)).Should().ReportNothing();

    [Test]
    public void Says_nothing_where_a_part_of_the_slow_statements_is_logged()
    {
        Lint(Unmarked, database => Installed(database).Setting("log_min_duration_statement", "-1").Setting("log_min_duration_sample", "100")).Should().ReportNothing();
        Lint(Unmarked, database => Installed(database).Setting("log_min_duration_statement", "-1").Setting("shared_preload_libraries", "auto_explain")).Should().ReportNothing();
    }

    [Test]
    public void Says_that_nothing_is_known_without_evidence()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Settings).Without(EvidenceSource.Extensions)).Should().ReportNothing();

        NotJudged.Should().Equal("slow-query-log-off: the role may not read settings", "no-pg-stat-statements: the role may not read extensions");
    }
}
