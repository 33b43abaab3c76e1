using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Cli.Tests;

/// <summary><c>check</c> with the migrations beside a schema: which are judged, and where the findings stand.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MigrationTests : IDisposable
{
    private const string First = "prisma/migrations/20240101000000_init/migration.sql";
    private const string Second = "prisma/migrations/20240201000000_index/migration.sql";
    private const string Third = "prisma/migrations/20240301000000_column/migration.sql";
    private const string Index = "-- CreateIndex\nCREATE INDEX \"User_name_idx\" ON \"User\"(\"name\");\n";
    private const string Column = "ALTER TABLE \"User\" ADD COLUMN \"age\" INTEGER NOT NULL;\n";

    private readonly Tool _tool = new();

    public MigrationTests()
    {
        _tool.Write("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n\nmodel User {\n  id   Int    @id\n  name String\n\n  @@index([name])\n}\n");
        _tool.Write("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
        _tool.Write(First, "CREATE TABLE \"User\" (\"id\" INTEGER PRIMARY KEY, \"name\" TEXT NOT NULL);\n");
        _tool.Write(Second, Index);
    }

    public void Dispose() => _tool.Dispose();

    [Test]
    public void Without_git_the_newest_is_judged_and_off_and_all_are_what_they_say()
    {
        _tool.Write(Third, Column);
        Found().Should().Be("PL9003@20240301000000_column:1");
        Found("--migrations", "off").Should().BeEmpty();
        Found("--migrations", "all").Should().Be("PL9001@20240201000000_index:2 PL9003@20240301000000_column:1");
        _tool.Run("check", "prisma", "--migrations", "typo").ExitCode.Should().Be(2);
    }

    [Test]
    public void With_git_those_are_judged_that_another_revision_lacks()
    {
        Git("init", "-q", "-b", "main");
        Commit("prisma/schema.prisma", "prisma/migrations/migration_lock.toml", First);
        Git("checkout", "-q", "-b", "work");
        Commit(Second);
        _tool.Write(Third, Column);
        Found().Should().Be("PL9001@20240201000000_index:2 PL9003@20240301000000_column:1", "main has neither");
        Found("--since", "HEAD").Should().Be("PL9003@20240301000000_column:1");
        Found("--since", "main").Should().Be(Found());
        Commit(Third);
        Found("--since", "work").Should().BeEmpty("nothing is new");

        foreach (var name in new[] { "nowhere", "--output=x" })
        {
            var result = _tool.Run("check", "prisma", $"--since={name}");
            result.ExitCode.Should().Be(2);
            result.Error.Should().Contain($"`{name}`");
        }
    }

    [Test]
    public void Every_format_names_the_script_and_the_place()
    {
        Output("text").Should().Contain(Second).And.Contain("2:1 suggestion").And.Contain("CREATE INDEX \"User_name_idx\"");
        Output("msbuild").Should().Contain($"{Second}(2,1)").And.Contain("PL9001");
        Output("github").Should().Contain($"file={Second},line=2,").And.Contain("PL9001");
        using var sarif = JsonDocument.Parse(Output("sarif"));
        var place = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == "PL9001")
            .GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be(Second);
        place.GetProperty("region").GetProperty("startLine").GetInt32().Should().Be(2);
    }

    [Test]
    public void A_fix_changes_the_script_and_a_dry_run_shows_it()
    {
        var dry = _tool.Run("check", "prisma", "--fix-unsafe", "--dry-run");
        dry.Output.Should().Contain("-CREATE INDEX \"User_name_idx\"").And.Contain("+CREATE INDEX CONCURRENTLY \"User_name_idx\"").And.Contain(Second);
        _tool.Read(Second).Should().Be(Index);

        _tool.Run("check", "prisma", "--fix-unsafe", "--migrations", "off");
        _tool.Read(Second).Should().Be(Index);

        _tool.Run("check", "prisma", "--fix-unsafe");
        _tool.Read(Second).Should().Be(Index.Replace("CREATE INDEX ", "CREATE INDEX CONCURRENTLY ", StringComparison.Ordinal));
        Found().Should().BeEmpty();
    }

    [Test]
    public void What_is_deployed_is_not_changed()
    {
        _tool.Write(Third, "SELECT 1;\n");
        _tool.Run("check", "prisma", "--fix-unsafe", "--migrations", "all").ExitCode.Should().BeLessThan(2);
        _tool.Read(Second).Should().Be(Index);
    }

    [TestCase("-- prismalint-ignore PL9001: 40 rows\n")]
    [TestCase("-- prismalint-ignore blocking-index-or-maintenance\n")]
    [TestCase("-- squawk-ignore require-concurrent-index-creation\n")]
    [TestCase("-- squawk-ignore-file require-concurrent-index-creation\n")]
    public void A_comment_hides_a_finding(string comment)
    {
        _tool.Write(Second, comment + Index);
        Found().Should().BeEmpty();
    }

    [TestCase("[*.sql]", "error", 1)]
    [TestCase("[*.sql]", "none", 0)]
    [TestCase("[*.prisma]", "error", 1)]
    [TestCase("[*.prisma]", "none", 0)]
    public void A_section_of_the_configuration_settles_the_severity(string section, string severity, int count)
    {
        _tool.Write(".editorconfig", $"root = true\n{section}\ndotnet_diagnostic.PL9001.severity = {severity}\n");
        var output = Output("msbuild").Split('\n').Where(line => line.Contains("PL9001", StringComparison.Ordinal)).ToArray();
        output.Count(line => line.Contains($"): {severity} PL9001", StringComparison.Ordinal)).Should().Be(count);
        output.Should().HaveCount(count);
    }

    [Test]
    public void The_configuration_of_Prisma_names_the_folder()
    {
        _tool.Write("db/steps/migration_lock.toml", "provider = \"postgresql\"\n");
        _tool.Write("db/steps/1_a/migration.sql", "CREATE TABLE \"User\" (\"id\" INTEGER PRIMARY KEY);\n");
        _tool.Write("db/steps/2_b/migration.sql", Column);
        _tool.Write("prisma.config.ts", "export default defineConfig({\n  schema: \"prisma/schema.prisma\",\n  migrations: { seed: \"x\", path: \"db/steps\" },\n});\n");
        Output("msbuild").Should().Contain("db/steps/2_b/migration.sql(1,").And.NotContain("PL9001");
    }

    private string Found(params string[] arguments)
    {
        var result = _tool.Run(["check", "prisma", "--format", "json", .. arguments]);
        result.ExitCode.Should().BeLessThan(2, result.Error);
        using var report = JsonDocument.Parse(result.Output);
        return string.Join(" ", report.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Where(found => found.GetProperty("id").GetString()?.StartsWith("PL9", StringComparison.Ordinal) == true && !found.GetProperty("suppressed").GetBoolean())
            .Select(found => $"{found.GetProperty("id").GetString()}@{found.GetProperty("file").GetString()?.Split('/')[^2]}:{found.GetProperty("start").GetProperty("line").GetInt32()}")
            .Order(StringComparer.Ordinal));
    }

    private string Output(string format) => _tool.Run("check", "prisma", "--format", format).Output;

    private void Commit(params string[] files)
    {
        Git(["add", .. files]);
        Git("commit", "-q", "-m", "x");
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "core.hooksPath=/dev/null", .. arguments]) { WorkingDirectory = _tool.Folder };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git does not start");
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
    }
}
