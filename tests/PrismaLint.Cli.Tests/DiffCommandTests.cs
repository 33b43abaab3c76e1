using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Cli.Tests;

/// <summary><c>diff</c>: two schemas, or one and what git has of it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DiffCommandTests : IDisposable
{
    private const string Datasource = "datasource db {\n  provider = \"postgresql\"\n}\n\n";
    private const string Before = Datasource + "model User {\n  id    Int    @id\n  email String\n}\n";
    private const string After = Datasource + "model User {\n  id    Int     @id\n  email String  @unique\n  name  String?\n}\n";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public void Changes_are_grouped_by_class_the_worst_first()
    {
        Write();
        var result = _tool.Run("diff", "old.prisma", "new.prisma");

        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("Breaks running clients\n\n  `@unique` of `User.email` is new [unique-added]\n    new.prisma:7:17\n    why: ")
            .And.Contain("\nSafe\n\n  `User.name` is new: TEXT, optional [field-added]\n    new.prisma:8:3\n")
            .And.Contain("\n         CREATE UNIQUE INDEX CONCURRENTLY \"User_email_key\" ON \"User\" (\"email\");\n");
        result.Error.Should().Be("\n1 breaks running clients, 1 is safe from `old.prisma` to `new.prisma`\n");
    }

    [Test]
    public void Equal_schemas_have_no_changes()
    {
        _tool.Write("a.prisma", Before);
        _tool.Write("b.prisma", Before);
        var result = _tool.Run("diff", "a.prisma", "b.prisma", "--fail-on", "care");

        (result.ExitCode, result.Output).Should().Be((0, ""));
        result.Error.Should().StartWith("No changes from `a.prisma`");
    }

    [TestCase("never", 0)]
    [TestCase("data-loss", 0)]
    [TestCase("breaking", 1)]
    [TestCase("care", 1)]
    public void The_exit_code_says_whether_a_change_reaches_the_class(string least, int code)
    {
        Write();
        _tool.Run("diff", "old.prisma", "new.prisma", "--fail-on", least).ExitCode.Should().Be(code);
    }

    [Test]
    public void Json_has_every_member_that_its_page_names_and_is_the_same_twice()
    {
        Write();
        var first = _tool.Run("diff", "old.prisma", "new.prisma", "--format", "json").Output;
        first.Should().Be(_tool.Run("diff", "old.prisma", "new.prisma", "--format", "json").Output);

        using var json = JsonDocument.Parse(first);
        json.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("version", "tool", "old", "new", "provider", "changes", "summary");
        var change = json.RootElement.GetProperty("changes")[0];
        change.EnumerateObject().Select(member => member.Name)
            .Should().Equal("kind", "object", "class", "message", "why", "likeness", "clientOnly", "old", "new", "lock", "effects", "steps");
        change.GetProperty("new").GetProperty("start").GetProperty("line").GetInt32().Should().Be(7);
        change.GetProperty("effects")[0].GetProperty("name").GetString().Should().Be("User.User_email_key");
        json.RootElement.GetProperty("summary").GetProperty("breaking").GetInt32().Should().Be(1);
        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "diff.md"));
        foreach (var member in change.EnumerateObject())
            page.Should().Contain($"`{member.Name}`");
    }

    [Test]
    public void Markdown_goes_into_a_file()
    {
        Write();
        var result = _tool.Run("diff", "old.prisma", "new.prisma", "--format", "markdown", "--output", "diff.md");

        (result.ExitCode, result.Output).Should().Be((0, ""));
        _tool.Read("diff.md").Should().StartWith("# `old.prisma` → `new.prisma`\n\n## Breaks running clients\n\n### `@unique` of `User.email` is new\n")
            .And.Contain("\n   ```sql\n   CREATE UNIQUE INDEX CONCURRENTLY");
    }

    [Test]
    public void The_old_schema_comes_from_git()
    {
        _tool.Write("app/prisma/schema.prisma", Before);
        Git("init", "-q");
        Git("add", ".");
        Git("commit", "-q", "-m", "First");
        _tool.Write("app/prisma/schema.prisma", After);

        foreach (string[] paths in new[] { new[] { "app/prisma/schema.prisma" }, ["app"], [_tool.PathOf("app/prisma")], [] })
        {
            var result = _tool.Run(["diff", .. paths, "--since", "HEAD"]);
            result.Error.Should().Contain("1 breaks running clients, 1 is safe from `HEAD:");
            result.ExitCode.Should().Be(0);
        }
        Git("commit", "-q", "-a", "-m", "Second");
        _tool.Run("diff", "app", "--since", "HEAD").Error.Should().StartWith("No changes from `HEAD:app/prisma/schema.prisma`");
        _tool.Run("diff", "app", "--since", "HEAD~1", "--format", "json").Output.Should().Contain("\"old\": \"HEAD~1:app/prisma/schema.prisma\"");
    }

    [Test]
    public void A_ref_that_git_does_not_know_is_an_error()
    {
        _tool.Write("schema.prisma", Before);
        var outside = _tool.Run("diff", "--since", "HEAD");
        outside.ExitCode.Should().Be(2);
        outside.Error.Should().Contain("git says: fatal: not a git repository");

        Git("init", "-q");
        Git("commit", "-q", "--allow-empty", "-m", "Nothing");
        Failure("diff", "--since", "no-such-branch").Should().Contain("`--since no-such-branch` names no commit, branch or tag");
        Failure("diff", "--since=--output=x").Should().Contain("names no commit");
        Failure("diff", "schema.prisma", "--since", "HEAD").Should().Contain("`schema.prisma` is not there at `HEAD`");
    }

    [Test]
    public void Without_git_the_error_says_so()
    {
        _tool.Write("schema.prisma", Before);
        var dotnet = Path.GetDirectoryName(Environment.ProcessPath) ?? "";
        var result = _tool.Run("", new Dictionary<string, string> { ["PATH"] = dotnet }, "diff", "--since", "HEAD");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("git does not start");
    }

    [Test]
    public void Wrong_arguments_and_broken_schemas_are_errors()
    {
        Write();
        _tool.Write("broken.prisma", Datasource + "model A {\n  id Int @id\n  b Nope\n}\n");
        _tool.Write("two/a.prisma", Before);
        _tool.Write("two/b.prisma", Before);
        _tool.Write("contract.prisma", "// use prisma-next\n\nmodel User {\n  id Int @id\n}\n");
        Failure("diff", "old.prisma").Should().Contain("`diff` compares two schemas");
        Failure("diff", "old.prisma", "new.prisma", "--since", "HEAD").Should().Contain("one PATH at most");
        Failure("diff", "old.prisma", "missing.prisma").Should().Contain("`missing.prisma` does not exist");
        Failure("diff", "old.prisma", "two").Should().Contain("`two` holds 2 schemas");
        Failure("diff", "old.prisma", "broken.prisma").Should().Contain("No model, enum or type is named `Nope`").And.Contain("`prismalint check` tells more");
        Failure("diff", "old.prisma", "new.prisma", "--output", "no/such/folder.md").Should().Contain("cannot be written");
        Failure("diff", "old.prisma", "new.prisma", "--fail-on", "error").Should().Contain("'data-loss'");
    }

    private void Write()
    {
        _tool.Write("old.prisma", Before);
        _tool.Write("new.prisma", After);
    }

    private string Failure(params string[] arguments)
    {
        var result = _tool.Run(arguments);
        result.ExitCode.Should().Be(2);
        return result.Error;
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "core.hooksPath=/dev/null", .. arguments]) { WorkingDirectory = _tool.Folder };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git does not start");
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
    }

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path) ?? "", "..", ".."));
}
