using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Migrations;
using PrismaLint.Text;

namespace PrismaLint.Tests.Migrations;

/// <summary>Migrations through the front door: suppressions and fixes.</summary>
public sealed class MigrationLintTests
{
    private const string Index = "CREATE INDEX i ON \"User\"(\"name\");\n";

    [TestCase("-- prismalint-ignore PL9001: small\n", "", "small")]
    [TestCase("-- prismalint-ignore PL9001\n", "", null)]
    [TestCase("/* prismalint-ignore-file PL9001: all small */\nSELECT 1;\n", "", "all small")]
    [TestCase("-- squawk-ignore require-concurrent-index-creation\n", "", null)]
    public void A_comment_hides_the_finding_with_its_reason(string comment, string problems, string? reason)
    {
        var found = Lint(comment + Index);
        var hidden = found.Single(diagnostic => diagnostic.Id == "PL9001");
        (hidden.IsSuppressed, hidden.SuppressionReason).Should().Be((true, reason));
        Problems(found).Should().Be(problems);
    }

    [TestCase("-- prismalint-ignore PL9003: x\n", "PL0013:1")]
    [TestCase("SELECT 1; -- prismalint-ignore PL9001: another line\n", "PL0013:1")]
    [TestCase("-- prismalint-ignore-file PL9004\n", "PL0013:1")]
    // Of a rule that is off nobody can tell, nor of another tool's comment.
    [TestCase("-- prismalint-ignore PL9012: x\n", "")]
    [TestCase("-- squawk-ignore ban-drop-column\n", "")]
    [TestCase("-- prismalint-ignore no-such-rule\n", "PL0012:1")]
    public void A_comment_that_hides_nothing_is_said(string comment, string problems)
    {
        var found = Lint(comment + Index);
        found.Single(diagnostic => diagnostic.Id == "PL9001").IsSuppressed.Should().BeFalse();
        Problems(found).Should().Be(problems);
    }

    [Test]
    public void Comments_of_old_migrations_are_left_alone() =>
        Problems(Lint("SELECT 1;\n", before: "-- prismalint-ignore PL9003: x\n")).Should().BeEmpty();

    [Test]
    public void A_fix_changes_the_new_script_and_no_other()
    {
        var schema = Source("CREATE INDEX old ON \"User\"(\"name\");\n", Index);
        foreach (var scope in new[] { MigrationScope.New, MigrationScope.All })
        {
            var result = FixApplier.Apply([schema], new LintOptions { Migrations = scope }, FixSafety.Unsafe);
            var script = result.Changes.Should().ContainSingle(change => change.After.Path.EndsWith(".sql", System.StringComparison.Ordinal)).Subject;
            (script.After.Path, script.After.Content).Should().Be(("migrations/3_new/migration.sql", "CREATE INDEX CONCURRENTLY i ON \"User\"(\"name\");\n"));
            result.Schemas.Single().Migrations?.Files[2].Source.Content.Should().Be(script.After.Content);
            result.Report.Diagnostics.Should().NotContain(diagnostic => diagnostic.Id == "PL9001" && diagnostic.Location.Path == script.After.Path);
        }
        FixApplier.Apply([schema], new LintOptions(), FixSafety.Safe).Changes.Should().NotContain(change => change.After.Path.EndsWith(".sql", System.StringComparison.Ordinal));
        FixApplier.Apply([schema], new LintOptions { Migrations = MigrationScope.Off }, FixSafety.Unsafe).Changes.Should().NotContain(change => change.After.Path.EndsWith(".sql", System.StringComparison.Ordinal));
    }

    private static string Problems(IEnumerable<Diagnostic> found) => string.Join(" ", found
        .Where(diagnostic => diagnostic.Id is "PL0012" or "PL0013").Select(diagnostic => $"{diagnostic.Id}:{diagnostic.Location.Start.Line + 1}"));

    private static IReadOnlyList<Diagnostic> Lint(string script, string before = "") => Linter.Lint(Source(before, script)).Diagnostics;

    private static SchemaSource Source(string before, string script)
    {
        MigrationFile[] files = [File("1_init", "CREATE TABLE \"User\" (\"id\" INTEGER PRIMARY KEY, \"name\" TEXT);\n"), File("2_old", before), File("3_new", script) with { IsNew = true }];
        return SchemaSource.FromText("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel User {\n  id   BigInt @id\n  name String?\n}\n") with
        {
            Migrations = new MigrationHistory("migrations", files) { Lock = new SourceText("migrations/migration_lock.toml", "provider = \"postgresql\"\n") },
        };
    }

    private static MigrationFile File(string name, string sql) => new(name, new SourceText($"migrations/{name}/migration.sql", sql));
}
