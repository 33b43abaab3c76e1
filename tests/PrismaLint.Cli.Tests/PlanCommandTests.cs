using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;

namespace PrismaLint.Cli.Tests;

/// <summary><c>plan</c>: a schema and what is known of it in, a plan out.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PlanCommandTests : IDisposable
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    Int    @id
          email String @unique
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }

        """;

    private readonly Tool _tool = new();

    public PlanCommandTests() => _tool.Write("prisma/schema.prisma", Schema);

    public void Dispose() => _tool.Dispose();

    [Test]
    public void A_plan_has_eight_sections_and_says_what_it_lacks()
    {
        var result = _tool.Run("plan");

        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("## Database Architecture Plan: prisma/schema.prisma\n");
        result.Output.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Should().Equal(
            "### 1. Overview", "### 2. Schema Design", "### 3. Prisma Models", "### 4. Query Patterns", "### 5. Performance Strategy", "### 6. Security Design", "### 7. Migration Plan", "### 8. Testing Strategy");
        result.Error.Should().Be("prismalint: Nothing is told of volumes, targets and tenants: `prismalint plan --init` writes the file for it\n");
        _tool.Run("plan", "--quiet").Error.Should().BeEmpty();
    }

    [Test]
    public void Sections_are_written_alone()
    {
        var result = _tool.Run("plan", "prisma/schema.prisma", "--section", "6", "--section", "1");

        result.Output.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Should().Equal("### 1. Overview", "### 6. Security Design");
        Failure("plan", "--section", "9").Should().StartWith("prismalint: error: `--section 9` is none of the sections: 1 Overview, 2 Schema Design, ");
        Failure("plan", "--section", "one").Should().Contain("one");
    }

    [Test]
    public void The_file_of_inputs_is_written_once_and_read_from_then_on()
    {
        var first = _tool.Run("plan", "prisma", "--init");
        first.ExitCode.Should().Be(0, first.Error);
        first.Output.Should().BeEmpty();
        first.Error.Should().Be("prismalint: `prisma/prismalint-plan.yml` is written: fill in what is known and leave the rest empty, then `prismalint plan prisma` makes the plan\n");
        var file = _tool.Read("prisma/prismalint-plan.yml");
        file.Should().Contain("\nmodels:\n  User:\n  Post:\n");

        Failure("plan", "--init").Should().Be("prismalint: error: `prisma/prismalint-plan.yml` is there already, and stays as it is; `--output FILE` writes another one\n");
        _tool.Read("prisma/prismalint-plan.yml").Should().Be(file);

        _tool.Write("prisma/prismalint-plan.yml", file.Replace("\nname:\n", "\nname: Summer release\n", StringComparison.Ordinal));
        var plan = _tool.Run("plan");
        plan.ExitCode.Should().Be(0);
        plan.Output.Should().StartWith("## Database Architecture Plan: Summer release\n");
        plan.Error.Should().Be("prismalint: The plan follows the inputs in `prisma/prismalint-plan.yml`\n");
    }

    [Test]
    public void The_file_of_inputs_may_lie_elsewhere()
    {
        _tool.Run("plan", "--init", "--output", "what.yml").Error.Should().EndWith("then `prismalint plan --inputs what.yml` makes the plan\n");
        Failure("plan", "--init", "--output", "what.yml").Should().Contain("is there already");
        Failure("plan", "--init", "--output", "no/such/folder.yml").Should().Contain("`no/such/folder.yml` cannot be written");
        _tool.Write("what.yml", "name: Elsewhere\n");
        _tool.Write("prismalint-plan.yml", "name: Here\n");
        var named = _tool.Run("plan", "--inputs", "what.yml");
        (named.Output.Split('\n')[0], named.Error).Should().Be(("## Database Architecture Plan: Elsewhere", ""));
        var found = _tool.Run("plan", "prisma");
        (found.Output.Split('\n')[0], found.Error).Should().Be(("## Database Architecture Plan: Here", "prismalint: The plan follows the inputs in `prismalint-plan.yml`\n"));
        _tool.Write("prisma/prismalint-plan.yml", "name: Beside\n");
        _tool.Run("plan", "prisma").Output.Should().StartWith("## Database Architecture Plan: Beside\n");
    }

    [Test]
    public void A_mistake_in_the_inputs_is_said_and_the_rest_counts()
    {
        _tool.Write("what.yml", "name: Elsewhere\nmodels:\n  Pots: 12\n");
        var result = _tool.Run("plan", "--inputs", "what.yml");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Be("prismalint: error: what.yml(3,3): warning PL0012: No model is called `Pots`; did you mean `Post`?\n");
        result.Output.Should().StartWith("## Database Architecture Plan: Elsewhere\n");
    }

    [Test]
    public void Without_the_inputs_that_were_asked_for_there_is_no_plan()
    {
        Failure("plan", "--inputs", "what.yml").Should().Be("prismalint: error: `what.yml` does not exist\n");
        _tool.Write("what.yml", "name: [a\n");
        Failure("plan", "--inputs", "what.yml").Should().StartWith("prismalint: error: what.yml(2,1): warning PL0012: ");
        Failure("plan", "--inputs", "").Should().Contain("`--inputs` needs the path of a file");
    }

    [Test]
    public void A_schema_that_Prisma_refuses_has_no_plan()
    {
        _tool.Write("prisma/schema.prisma", Schema.Replace("posts Post[]", "posts Poste[]", StringComparison.Ordinal));
        var error = Failure("plan");

        error.Should().Contain("prismalint: error: prisma/schema.prisma(8,9): error PL0002: ").And.EndWith("prismalint: A schema that Prisma refuses has no plan: `prismalint check` tells more\n");
    }

    [Test]
    public void One_plan_is_of_one_schema()
    {
        _tool.Write("other/schema.prisma", Schema);
        Failure("plan").Should().Be("prismalint: error: `.` holds 2 schemas, and a plan is made of one: `other/schema.prisma`, `prisma/schema.prisma`\n");
        _tool.Run("plan", "other").ExitCode.Should().Be(0);
        _tool.Write("empty/readme.txt", "");
        Failure("plan", "empty").Should().Contain("`empty` holds no Prisma schema");
        Failure("plan", "missing.prisma").Should().Contain("`missing.prisma` does not exist");
    }

    [Test]
    public void Standard_input_is_a_schema_too() =>
        _tool.Run(Schema, environment: null, "plan", "-", "--section", "1").Output.Should().StartWith("## Database Architecture Plan: -\n");

    [Test]
    public void Json_goes_into_a_file_and_is_the_same_twice()
    {
        var result = _tool.Run("plan", "--format", "json", "--output", "plan.json");
        (result.ExitCode, result.Output).Should().Be((0, ""));
        using var json = JsonDocument.Parse(_tool.Read("plan.json"));
        json.RootElement.GetProperty("schema").GetString().Should().Be("prisma/schema.prisma");
        json.RootElement.GetProperty("sections").GetArrayLength().Should().Be(8);
        _tool.Run("plan", "--format", "json").Output.Should().Be(_tool.Read("plan.json"));
        Failure("plan", "--output", "no/such/plan.md").Should().Contain("`no/such/plan.md` cannot be written");
    }

    [Test]
    public void A_wrong_setting_is_said_as_by_check()
    {
        _tool.Write("prisma/.editorconfig", "[*.prisma]\ndotnet_diagnostic.PL3001.severity = wrning\n");
        var result = _tool.Run("plan", "--quiet");

        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("prismalint: error: prisma/.editorconfig(2,").And.Contain("PL0012");
        result.Output.Should().StartWith("## Database Architecture Plan: ");
        Failure("plan", "--rule", "PL9").Should().Contain("names no rule");
    }

    [Test]
    public void A_saved_database_counts()
    {
        Save();
        var result = _tool.Run("plan", "--snapshot", "db.json", "--section", "1");
        result.ExitCode.Should().Be(0, result.Error);

        _tool.Write("db.json", _tool.Read("db.json").Replace("2026-11-01", "2024-11-01", StringComparison.Ordinal));
        _tool.Run("plan", "--snapshot", "db.json").Error.Should().Contain(" days old: `prismalint inspect --save db.json` renews it\n");

        _tool.Write("lite.prisma", Schema.Replace("postgresql", "sqlite", StringComparison.Ordinal));
        var other = _tool.Run("plan", "lite.prisma", "--snapshot", "db.json");
        other.ExitCode.Should().Be(0);
        other.Error.Should().Contain("The schema is not for PostgreSQL: the plan is made without the database\n");
    }

    [Test]
    public void Without_the_database_that_was_asked_for_there_is_no_plan()
    {
        Failure("plan", "--snapshot", "db.json").Should().Contain("`db.json` does not exist");
        _tool.Write("db.json", "{}");
        Failure("plan", "--snapshot", "db.json").Should().Contain("PL0012");
        Failure("plan", "--snapshot", "db.json", "--url", "postgresql://localhost/x").Should().Contain("`--snapshot` has the database from a file, and `--url`");
        Failure("plan", "--url", "postgresql://localhost/x", "--url-env", "X").Should().Contain("`--url` and `--url-env` both say where the database is");
        Failure("plan", "--url", "mysql://localhost/x").Should().StartWith("prismalint: ");

        var away = _tool.Run("plan", "--url", "postgresql://u:geheim@127.0.0.1:1/x?connect_timeout=2", "--quiet");
        away.ExitCode.Should().Be(3);
        away.Output.Should().BeEmpty();
        away.Error.Should().StartWith("prismalint: error: ").And.NotContain("geheim");
    }

    [Test]
    public void Without_a_database_nothing_is_loaded_that_speaks_to_a_server()
    {
        Save();
        // Without its list of dependencies the host takes what lies there.
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            var name = Path.GetFileName(file);
            if (name is "PrismaLint.Cli.dll" or "PrismaLint.Cli.runtimeconfig.json" or "PrismaLint.dll" or "Superpower.dll" || name.StartsWith("System.CommandLine", StringComparison.Ordinal) || name.StartsWith("Spectre", StringComparison.Ordinal))
                _tool.Write("tool/" + name, File.ReadAllBytes(file));
        }
        var result = _tool.RunFrom(_tool.PathOf("tool/PrismaLint.Cli.dll"), "plan", "prisma", "--snapshot", "db.json");
        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().StartWith("## ");
    }

    private void Save()
    {
        var builder = SnapshotBuilder.From(SemanticModel.Create([SyntaxTree.Parse("schema.prisma", Schema)]));
        _tool.Write("db.json", SnapshotFile.Write(builder.Build(), "1.2.3"));
    }

    private string Failure(params string[] arguments)
    {
        var result = _tool.Run(arguments);
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        return result.Error;
    }
}
