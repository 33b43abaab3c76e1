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

/// <summary><c>check --snapshot</c>: a database from a file.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SnapshotTests : IDisposable
{
    private const string Schema = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    Int    @id
          email String

          @@index([email])
        }

        """;

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public void What_the_database_shows_has_a_section_of_its_own()
    {
        Save(Faulty());
        var result = Check(s_one);
        result.ExitCode.Should().Be(1);
        result.Output.Should().Be("""
            Database (schema.prisma)

              9:3 error `User_email_idx` on `public.User` is invalid: queries do not use it and writes pay for it. `REINDEX INDEX CONCURRENTLY` builds it anew [PL8005 invalid-index]
                9 |   @@index([email])
                  |   ^^^^^^^^^^^^^^^^

            """.ReplaceLineEndings("\n"));
        result.Error.Should().Contain("1 error in 1 schema (1 file)\nPostgreSQL 15.18, 1 table in `public`, statistics of 90 days\n");
        Check([.. s_one, "--quiet"]).Output.Should().StartWith("schema.prisma:9:3 error ").And.EndWith("[PL8005 invalid-index]\n");
        Check([.. s_one, "--format", "msbuild"]).Output.Should().StartWith("schema.prisma(9,3): error PL8005: ");
    }

    [Test]
    public void What_lacks_evidence_is_listed_and_fails_the_run_where_all_is_asked_for()
    {
        Save(Faulty().Without(EvidenceSource.Indexes));
        var result = Check(s_one);
        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("Not judged\n\n  the role may not read indexes\n    invalid-index (PL8005)").And.Contain("\n    = GRANT pg_monitor TO the role\n");
        result.Error.Should().Contain(" not judged\n");
        Check([.. s_one, "--require-complete"]).ExitCode.Should().Be(4);
        Check("--require-complete", "--rule", "PL8005=none", "--preset", "none").ExitCode.Should().Be(0, "nothing of it was to be judged");
        using var json = JsonDocument.Parse(Check([.. s_one, "--format", "json"]).Output);
        json.RootElement.GetProperty("notJudged").EnumerateArray().Select(missing => missing.GetProperty("id").GetString()).Should().Contain("PL8005");
        using var sarif = JsonDocument.Parse(Check([.. s_one, "--format", "sarif"]).Output);
        sarif.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("level").GetString().Should().Be("note");
    }

    [Test]
    public void Without_a_database_nothing_is_complete()
    {
        _tool.Write("schema.prisma", Schema);
        _tool.Run("check", "schema.prisma", "--preset", "none", "--require-complete").ExitCode.Should().Be(4);
    }

    [Test]
    public void Tables_that_were_locked_are_named_and_leave_the_run_incomplete()
    {
        var snapshot = new SnapshotBuilder().Build();
        var states = snapshot.States.ToDictionary();
        states[EvidenceSource.Relations] = new EvidenceState(EvidenceStateKind.Partial) { Names = ["public.Post"] };
        _tool.Write("db.json", SnapshotFile.Write(new DatabaseSnapshot(["public"], snapshot.Sources, states), "1"));
        _tool.Write("schema.prisma", Schema);
        var result = Check("--require-complete", "--preset", "none");
        result.ExitCode.Should().Be(4);
        result.Error.Should().Contain("left out, since another session holds them locked: `public.Post`");
    }

    [Test]
    public void A_file_that_is_no_snapshot_ends_with_2_and_the_schema_is_checked_still()
    {
        _tool.Write("schema.prisma", Schema.Replace("@@index([email])", "@@index([email])\n  @@index([email], map: \"twice\")", StringComparison.Ordinal));
        var missing = Check("--quiet");
        missing.ExitCode.Should().Be(2);
        missing.Error.Should().Be("prismalint: error: `db.json` does not exist\n");
        missing.Output.Should().Contain("PL3002");

        _tool.Write("db.json", "{ \"version\": 1,\n  \"sources\": ? }");
        var broken = Check("--quiet");
        broken.ExitCode.Should().Be(2);
        broken.Error.Should().Be("prismalint: error: db.json(2,14): warning PL0012: `?` stands where an object is expected\n");
        broken.Output.Should().Contain("PL3002");

        _tool.Write("db.json", "{ \"version\": 7 }");
        Check().Error.Should().Contain("A newer version of this tool wrote the snapshot");
    }

    [Test]
    public void An_old_snapshot_is_worth_a_word()
    {
        Save(Faulty());
        _tool.Write("db.json", _tool.Read("db.json").Replace("2026-11-01", "2024-11-01", StringComparison.Ordinal));
        var result = Check();
        result.ExitCode.Should().Be(1);
        result.Error.Should().StartWith("prismalint: The snapshot of the database is ").And.Contain(" days old: `prismalint inspect --save db.json` renews it\n");
    }

    [Test]
    public void For_another_database_a_snapshot_says_nothing()
    {
        Save(Faulty());
        _tool.Write("schema.prisma", Schema.Replace("postgresql", "sqlite", StringComparison.Ordinal));
        var result = Check();
        result.ExitCode.Should().Be(0);
        result.Error.Should().Contain("None of the schemas is for PostgreSQL");
    }

    [Test]
    public void A_check_loads_nothing_that_speaks_to_a_server()
    {
        Save(Faulty());
        // Without its list of dependencies the host takes what lies there.
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            var name = Path.GetFileName(file);
            if (name is "PrismaLint.Cli.dll" or "PrismaLint.Cli.runtimeconfig.json" or "PrismaLint.dll" or "Superpower.dll" || name.StartsWith("System.CommandLine", StringComparison.Ordinal) || name.StartsWith("Spectre", StringComparison.Ordinal))
                _tool.Write("tool/" + name, File.ReadAllBytes(file));
        }
        var result = _tool.RunFrom(_tool.PathOf("tool/PrismaLint.Cli.dll"), "check", "schema.prisma", "--snapshot", "db.json");
        result.ExitCode.Should().Be(1, result.Error);
        result.Output.Should().Contain("PL8005");
    }

    private static SnapshotBuilder Faulty()
    {
        var builder = SnapshotBuilder.From(SemanticModel.Create([SyntaxTree.Parse("schema.prisma", Schema)]));
        builder.Table("User").SetIndex("User_email_idx", "valid", false);
        return builder;
    }

    private void Save(SnapshotBuilder builder)
    {
        _tool.Write("schema.prisma", Schema);
        _tool.Write("db.json", SnapshotFile.Write(builder.Build(), "1.2.3"));
    }

    // Only the rule in question: what others say of so small a database is not this test's business.
    private static readonly string[] s_one = ["--preset", "none", "--rule", "PL8005=error"];

    private ToolResult Check(params string[] options) => _tool.Run(["check", "schema.prisma", "--snapshot", "db.json", .. options]);
}
