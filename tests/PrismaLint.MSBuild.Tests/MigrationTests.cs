using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using FluentAssertions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using NUnit.Framework;

namespace PrismaLint.MSBuild.Tests;

/// <summary>The property <c>PrismaLintMigrations</c>: builds judge the migrations beside a schema.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MigrationTests : IDisposable
{
    private const string First = "prisma/migrations/20240101000000_init/migration.sql";
    private const string Second = "prisma/migrations/20240201000000_more/migration.sql";
    private const string Third = "prisma/migrations/20240301000000_last/migration.sql";
    private const string Tables = "CREATE TABLE \"User\" (\"id\" UUID PRIMARY KEY, \"c\" TEXT);\n";
    private const string AddsA = "SET lock_timeout = '5s';\n\n  ALTER TABLE \"User\" ADD COLUMN \"a\" TEXT NOT NULL;\n";
    private const string AddsB = "SET lock_timeout = '5s';\nALTER TABLE \"User\" ADD COLUMN \"b\" TEXT NOT NULL;\n";

    private readonly TemporaryFolder _folder = new TemporaryFolder()
        .Write("p.csproj", "<Project />")
        .Write(".editorconfig", "root = true\n")
        .Write("prisma/schema.prisma", Samples.Indexed)
        .Write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n")
        .Write(First, Tables)
        .Write(Second, AddsA);

    public void Dispose() => _folder.Dispose();

    [TestCase("")]
    [TestCase("new")]
    [TestCase(" New ")]
    public void Without_git_the_newest_is_judged_at_its_lines(string value)
    {
        var first = Run(value);
        first.Warnings.Select(Line).Should().Equal($"{_folder[Second]}(3,33): PL9003");

        var again = Run(value);
        IsReplay(again).Should().BeTrue();
        again.Warnings.Select(Line).Should().Equal(first.Warnings.Select(Line));

        _folder.Write(Third, AddsB);
        Run(value).Warnings.Select(Line).Should().Equal($"{_folder[Third]}(2,31): PL9003");
    }

    [Test]
    public void Suggestions_are_messages_with_a_place()
    {
        _folder.Write(Second, "\nALTER TABLE \"User\" DROP COLUMN \"c\";\n");
        var engine = Run("new");
        engine.Warnings.Should().BeEmpty();
        engine.Messages.Where(message => message.Code == "PL9007").Select(message => (message.File, message.LineNumber, message.ColumnNumber)).Should().Equal((_folder[Second], 2, 20));
    }

    [Test]
    public void Off_and_all_are_what_they_say()
    {
        _folder.Write(Third, AddsB);
        Run("off").Warnings.Should().BeEmpty();
        Run("all").Warnings.Where(warning => warning.Code == "PL9003").Select(warning => warning.File).Should().Equal(_folder[Second], _folder[Third]);
    }

    [Test]
    public void Another_word_is_a_fault_of_the_project()
    {
        var warnings = Run("typo").Warnings;
        warnings.Where(warning => warning.Code == "PL0012").Select(warning => (warning.File, warning.Message))
            .Should().Equal((_folder["p.csproj"], "`PrismaLintMigrations` takes off, new and all, not `typo`"));
    }

    [Test]
    public void An_earlier_migration_and_a_folder_without_one_count_for_the_cache()
    {
        Run("new");
        _folder.Write(First, Tables + "-- more\n");
        IsReplay(Run("new")).Should().BeFalse();
        IsReplay(Run("new")).Should().BeTrue();
        Directory.CreateDirectory(_folder["prisma/migrations/20240401000000_empty"]);
        IsReplay(Run("new")).Should().BeFalse();
    }

    [Test]
    public void Migrations_beside_a_listed_schema_count_for_the_cache()
    {
        RecordingBuildEngine RunListed() => Run("new", task => task.Schemas = [new TaskItem(_folder["prisma/schema.prisma"])]);

        RunListed().Warnings.Should().ContainSingle();
        IsReplay(RunListed()).Should().BeTrue();
        _folder.Write(Third, "SELECT 1;\n");
        RunListed().Warnings.Should().BeEmpty();
    }

    [Test]
    public void Migrations_elsewhere_count_for_the_cache()
    {
        _folder.Write("app/p.csproj", "").Write("app/schema.prisma", Samples.Indexed).Write("app/prisma.config.ts", "export default defineConfig({ migrations: { path: '../db/steps' } });\n")
            .Write("db/steps/migration_lock.toml", "provider = \"postgresql\"\n").Write("db/steps/1_a/migration.sql", Tables).Write("db/steps/2_b/migration.sql", AddsA);

        RecordingBuildEngine RunApp() => Run("new", task => task.ProjectFile = _folder["app/p.csproj"]);

        RunApp().Warnings.Select(Line).Should().Equal($"{_folder["db/steps/2_b/migration.sql"]}(3,33): PL9003");
        IsReplay(RunApp()).Should().BeTrue();
        _folder.Write("db/steps/3_c/migration.sql", "SELECT 1;\n");
        RunApp().Warnings.Should().BeEmpty();
    }

    [Test]
    public void With_git_those_are_judged_that_the_main_branch_lacks_and_its_moves_are_seen()
    {
        Git("init", "--quiet", "--initial-branch=main");
        File.Delete(_folder[Second]);
        Commit();
        Git("checkout", "--quiet", "-b", "work");
        _folder.Write(Second, AddsA).Write(Third, AddsB);
        Commit();
        Run("new").Warnings.Select(warning => warning.File).Should().Equal(_folder[Second], _folder[Third]);
        IsReplay(Run("new")).Should().BeTrue();

        Git("branch", "--force", "main", "work");
        var merged = Run("new");
        IsReplay(merged).Should().BeFalse("main has moved");
        merged.Warnings.Should().BeEmpty();

        Git("pack-refs", "--all");
        Run("new").Warnings.Should().BeEmpty();
        IsReplay(Run("new")).Should().BeTrue();
        Git("update-ref", "refs/remotes/origin/main", "work~1");
        Run("new").Warnings.Should().HaveCount(2, "what stands at the server goes first");
    }

    [Test]
    public void A_linked_worktree_sees_the_moves_as_well()
    {
        Git("init", "--quiet", "--initial-branch=main");
        File.Delete(_folder[Second]);
        Commit();
        Git("worktree", "add", "--quiet", "-b", "work", "linked");
        _folder.Write("linked/" + Second, AddsA);

        RecordingBuildEngine RunLinked() => Run("new", task => task.ProjectFile = _folder["linked/p.csproj"]);

        RunLinked().Warnings.Should().ContainSingle();
        IsReplay(RunLinked()).Should().BeTrue();
        _folder.Write(Second, AddsA);
        Commit();
        RunLinked().Warnings.Should().BeEmpty();
    }

    private static string Line(BuildWarningEventArgs warning) => $"{warning.File}({warning.LineNumber},{warning.ColumnNumber}): {warning.Code}";

    private static bool IsReplay(RecordingBuildEngine engine) =>
        engine.Messages.Any(message => message.Message?.Contains("nothing has changed", StringComparison.Ordinal) == true);

    private void Commit()
    {
        Git("add", "prisma", "p.csproj", ".editorconfig");
        Git("commit", "--quiet", "--message", "x");
    }

    private void Git(params string[] arguments)
    {
        IEnumerable<string> all = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "core.hooksPath=/dev/null", .. arguments];
        using var process = Process.Start(new ProcessStartInfo("git", all) { WorkingDirectory = _folder.Path, RedirectStandardError = true }) ?? throw new InvalidOperationException("git does not start");
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error);
    }

    private RecordingBuildEngine Run(string migrations, Action<LintSchemas>? configure = null)
    {
        var engine = new RecordingBuildEngine();
        using var task = new LintSchemas { BuildEngine = engine, ProjectFile = _folder["p.csproj"], CacheFile = _folder["obj/p.cache"], Migrations = migrations };
        configure?.Invoke(task);
        task.Execute().Should().BeTrue();
        return engine;
    }
}
