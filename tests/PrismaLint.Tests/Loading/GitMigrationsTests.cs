using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Loading;
using PrismaLint.Migrations;

namespace PrismaLint.Tests.Loading;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GitMigrationsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Outside_of_a_repository_the_newest_is_new_and_no_file_of_git_counts()
    {
        With("1_a").With("migrations/2_b/migration.sql", "");
        New(Mark(null)).Should().Be("2_b");
        GitMigrations.FilesOfMainBranch(Path.Combine(_folder.Path, "migrations")).Should().BeEmpty();
    }

    [TestCase("main")]
    [TestCase("master")]
    [TestCase("trunk")]
    public void The_main_branch_has_several_names(string name)
    {
        Git("init", "-q", "-b", name);
        With("1_a");
        Commit();
        Git("checkout", "-q", "-b", "work");
        With("2_b");
        Commit();
        With("3_c");
        New(Mark(null)).Should().Be("2_b 3_c");
        New(Mark("HEAD")).Should().Be("3_c");
        New(Mark("HEAD~1")).Should().Be("2_b 3_c");
    }

    [Test]
    public void What_stands_at_the_server_goes_first()
    {
        Git("init", "-q", "-b", "main");
        With("1_a");
        Commit();
        Git("update-ref", "refs/remotes/origin/develop", "HEAD");
        Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");
        With("2_b");
        Commit();
        New(Mark(null)).Should().Be("2_b", "origin/HEAD is behind main");
        GitMigrations.FilesOfMainBranch(Path.Combine(_folder.Path, "migrations")).Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/'))
            .Should().Contain([".git/packed-refs", ".git/refs/remotes/origin/HEAD", ".git/refs/remotes/origin/develop", ".git/refs/heads/main"]);
    }

    [Test]
    public void A_repository_without_a_main_branch_knows_nothing()
    {
        Git("init", "-q", "-b", "other");
        With("1_a");
        Commit();
        With("2_b");
        New(Mark(null)).Should().Be("2_b");
        With("3_c");
        New(Mark(null)).Should().Be("3_c");
    }

    [TestCase("nowhere")]
    [TestCase("-x")]
    [TestCase("")]
    public void A_revision_that_is_none_is_a_problem(string name)
    {
        Git("init", "-q", "-b", "main");
        With("1_a");
        Commit();
        GitMigrations.Mark(Load(), name, _folder.Path, out var problem);
        problem.Should().Contain($"`{name}`");
    }

    [TestCase("migrations: { path: \"db/steps\" }", "db/steps")]
    [TestCase("\"migrations\": { seed: `x`, 'path': './db/steps/' }", "db/steps")]
    [TestCase("schema: 'schema.prisma', migrations: { /* here */ path: 'db/steps', }", "db/steps")]
    [TestCase("migrations: { path: join('db', 'steps') }", "migrations")]
    [TestCase("migrations: { inner: { path: 'db/steps' } }", "migrations")]
    [TestCase("views: { path: 'db/steps' }", "migrations")]
    [TestCase("other: { migrations: { path: 'db/steps' } }", "migrations")]
    [TestCase("schema: 'elsewhere.prisma', migrations: { path: 'db/steps' }", "migrations")]
    public void The_Prisma_config_names_the_folder(string setting, string expected)
    {
        With("1_a").With("db/steps/1_a/migration.sql", "").With("prisma.config.ts", $"export default defineConfig({{ {setting} }});\n");
        Load().Folder.Should().Be(expected);
    }

    private TemporaryFolder With(string migration) =>
        _folder.With("schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n").With($"migrations/{migration}/migration.sql", "SELECT 1;\n");

    private MigrationHistory Load() => SchemaLoader.Load(["schema.prisma"], _folder.Path).Schemas.Single().Migrations ?? throw new InvalidOperationException("no migrations");

    private MigrationHistory Mark(string? since)
    {
        var marked = GitMigrations.Mark(Load(), since, _folder.Path, out var problem);
        problem.Should().BeNull();
        return marked;
    }

    private static string New(MigrationHistory history) => string.Join(" ", history.Files.Where(file => file.IsNew).Select(file => file.Name));

    private void Commit()
    {
        Git("add", ".");
        Git("commit", "-q", "-m", "x");
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "core.hooksPath=/dev/null", .. arguments]) { WorkingDirectory = _folder.Path };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git does not start");
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
    }
}
