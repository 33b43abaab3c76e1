using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Diagnostics;
using PrismaLint.Migrations;
using PrismaLint.Rules;
using PrismaLint.Rules.Database.Server;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Server;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MigrationHistoryProblemRuleTests : LiveRuleTests<MigrationHistoryProblemRule>
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

    private static SnapshotBuilder Applied(SnapshotBuilder database, string name, string checksum = "aa", string? finished = "2026-10-01T00:01:00Z", string? rolledBack = null, string started = "2026-10-01T00:00:00Z") =>
        database.Row(EvidenceSource.Migrations, ("migration_name", name), ("checksum", checksum), ("started_at", started), ("finished_at", finished), ("rolled_back_at", rolledBack));

    private static MigrationFile File(string name, params string[] checksums) => new(name, new PrismaLint.Text.SourceText("migration.sql", "")) { Checksums = checksums.Length == 0 ? ["aa"] : checksums };

    [Test]
    public void Reports_a_migration_that_failed()
    {
        MigrationFiles = [File("1_init")];
        var result = Lint(Schema, database => Applied(database, "1_init", finished: null));

        result.Should().Report("The migration `1_init` began and neither ended nor was rolled back: `prisma migrate deploy` stops at it. Repair the database, then `prisma migrate resolve`");
        result.Found[0].Severity.Should().Be(DiagnosticSeverity.Error);
        result.Found[0].Detail.Should().Be("failed-migration");
    }

    [Test]
    public void Reports_a_file_that_was_changed() => Expect("edited-migration", DiagnosticSeverity.Warning, "The file of the migration `1_init` was changed after it was applied: the database got another one. Take the change back, and write a new migration",
        [File("1_init", "bb", "cc")], database => Applied(database, "1_init"));

    [Test]
    public void Reports_files_that_are_missing() => Expect("missing-migration", DiagnosticSeverity.Warning, "`2_b`, `3_c`, `4_d` and 1 more are in the database and not in the folder of migrations: the schema comes from another branch, or files were deleted",
        [File("1_init")], database => Applied(Applied(Applied(Applied(Applied(database, "1_init"), "4_d"), "2_b"), "3_c"), "5_e"));

    [Test]
    public void Suggests_to_apply_what_waits() => Expect("pending-migration", DiagnosticSeverity.Suggestion, "`2_b` is in the folder of migrations and not applied: `prisma migrate deploy`",
        [File("1_init"), File("2_b")], database => Applied(database, "1_init"));

    [Test]
    public void A_migration_that_was_rolled_back_waits() => Expect("pending-migration", DiagnosticSeverity.Suggestion, "`1_init` is in the folder of migrations and not applied: `prisma migrate deploy`",
        [File("1_init")], database => Applied(database, "1_init", finished: null, rolledBack: "2026-10-02T00:00:00Z"));

    [Test]
    public void The_last_try_counts()
    {
        MigrationFiles = [File("1_init", "AA")];

        Lint(Unmarked, database => Applied(Applied(database, "1_init", started: "2026-10-03T00:00:00Z"), "1_init", "bb", finished: null, rolledBack: "2026-10-02T00:00:00Z")).Should().ReportNothing();
    }

    [Test]
    public void Lets_a_migration_run()
    {
        MigrationFiles = [File("1_init")];
        Lint(Unmarked, database => Applied(database, "1_init", finished: null, started: "2026-10-31T23:55:00Z").Row(EvidenceSource.Activity, ("active", 1))).Should().ReportNothing();
        Lint(Schema, database => Applied(database, "1_init", finished: null, started: "2026-10-31T23:55:00Z").Row(EvidenceSource.Activity, ("active", 0))).Should().ReportAtTheMarks();
        Lint(Schema, database => Applied(database, "1_init", finished: null, started: "2026-10-31T23:45:00Z").Row(EvidenceSource.Activity, ("active", 1))).Should().ReportAtTheMarks();
    }

    [Test]
    public void Says_nothing_where_nobody_asked()
    {
        Lint(Unmarked, _ => { }).Should().ReportNothing();
        NotJudged.Should().BeEmpty();
    }

    [Test]
    public void Says_that_nothing_is_known_without_rows_or_files()
    {
        Lint(Unmarked, database => database.Without(EvidenceSource.Migrations)).Should().ReportNothing();
        NotJudged.Should().Equal("migration-history: the role may not read `_prisma_migrations`");

        Lint(Unmarked, database => Applied(database, "1_init")).Should().ReportNothing();
        NotJudged.Should().Equal("migration-history: no folder of migrations was found beside the schema, so files and database were not compared");
    }

    private void Expect(string check, DiagnosticSeverity severity, string message, MigrationFile[] files, System.Action<SnapshotBuilder> change)
    {
        MigrationFiles = files;
        var result = Lint(Schema, change);
        result.Should().Report(message);
        result.Found[0].Severity.Should().Be(severity);
        result.Found[0].Detail.Should().Be(check);
    }
}
