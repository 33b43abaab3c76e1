using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace PrismaLint.Cli.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CheckTests : IDisposable
{
    private const string Clean = "datasource db {\n  provider = \"sqlite\"\n}\n\nmodel A {\n  id Int @id\n}\n";

    private const string WithoutIndex = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }

        """;

    private static readonly string[] s_onlyIndexes = ["--preset", "none", "--rule", "PL3001"];

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public void Text_shows_the_line_with_the_place_underlined_and_sums_up_on_standard_error()
    {
        _tool.Write("schema.prisma", WithoutIndex);
        var result = Check("schema.prisma");
        result.ExitCode.Should().Be(1);
        result.Output.Should().Be("""
            schema.prisma

              12:3 warning No index of `Post` starts with `authorId`, the foreign key to `User` [PL3001 foreign-key-without-index]
                12 |   authorId Int
                   |   ^^^^^^^^
                   = 13:3: `author` is the relation
                   = fix: Add `@@index([authorId])`

            """.ReplaceLineEndings("\n"));
        result.Error.Should().Contain("1 warning in 1 schema (1 file)").And.Contain("`--fix`").And.NotContain("\u001B");
    }

    [Test]
    public void A_contract_of_Prisma_8_is_checked_in_its_own_language()
    {
        _tool.Write("contract.prisma", "// use prisma-8\nmodel A { id Uuid @id b String @updatedAt }\n");
        var text = _tool.Run("check", "contract.prisma");
        text.ExitCode.Should().Be(1);
        text.Output.Should().Contain("2:32 error Prisma 8 has no `@updatedAt`").And.NotContain("not checked");

        using var json = JsonDocument.Parse(_tool.Run("check", "contract.prisma", "--format", "json").Output);
        var schema = json.RootElement.GetProperty("schemas")[0];
        schema.GetProperty("prismaVersion").GetString().Should().Be("8");
        schema.GetProperty("provider").GetString().Should().Be("postgresql");
        schema.GetProperty("models").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("diagnostics")[0].GetProperty("detail").GetString().Should().Be("removed-attribute");
    }

    [Test]
    public void A_version_that_is_asked_for_counts_before_the_first_line()
    {
        _tool.Write("a.prisma", "model A { id Uuid @id }\n");
        _tool.Write("b.prisma", "// use prisma-8\nmodel A {\n  id Int @id\n}\n");
        _tool.Run("check", "a.prisma", "--prisma-version", "8").ExitCode.Should().Be(0);
        _tool.Run("check", "a.prisma").ExitCode.Should().Be(1);
        _tool.Run("check", "b.prisma", "--prisma-version", "7", "--format", "json").Output.Should().Contain("\"prismaVersion\":\"7\"".Replace(":", ": ", StringComparison.Ordinal));
    }

    [TestCase("error", 0)]
    [TestCase("warning", 1)]
    [TestCase("suggestion", 1)]
    [TestCase("never", 0)]
    public void The_exit_code_follows_fail_on(string failOn, int exitCode)
    {
        _tool.Write("schema.prisma", WithoutIndex);
        Check("--fail-on", failOn).ExitCode.Should().Be(exitCode);
    }

    [Test]
    public void Faults_are_named_on_standard_error_and_the_other_schemas_still_checked()
    {
        _tool.Write("good.prisma", WithoutIndex);
        _tool.Write("latin.prisma", [0x6D, 0xFC, 0x0A]);
        _tool.Write("zero.prisma", "");
        _tool.Write("empty/readme.txt", "");
        var result = Check("--format", "msbuild", "missing.prisma", "latin.prisma", "zero.prisma", "empty", "good.prisma");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("good.prisma(12,3): warning PL3001:");
        foreach (var name in new[] { "missing.prisma", "latin.prisma", "empty" })
            result.Error.Should().Contain($"`{name}`");
        result.Output.Should().Contain("zero.prisma(1,1): warning PL0014: `zero.prisma` is empty", "Prisma takes it for a schema");
    }

    [Test]
    public void An_unknown_rule_of_a_configuration_file_is_an_error_of_configuration()
    {
        _tool.Write("schema.prisma", Clean);
        _tool.Write(".editorconfig", "root = true\n[*.prisma]\nprismalint.no-such-rule.x = 1\n");
        var result = _tool.Run("check");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("no-such-rule").And.Contain(".editorconfig(3,");
    }

    [TestCase("--nonsense")]
    [TestCase("--format", "xml")]
    [TestCase("--rule", "PL3999")]
    [TestCase("--rule", "PL3001=loud")]
    [TestCase("@nowhere.rsp")]
    [TestCase("--config", "nowhere.editorconfig")]
    [TestCase("--config", ".prismalintrc.json")]
    [TestCase("--preset", "prisma-lint")]
    [TestCase("--write-baseline", "--dry-run")]
    public void A_bad_argument_is_named(params string[] arguments)
    {
        _tool.Write("schema.prisma", Clean);
        var result = _tool.Run(["check", .. arguments]);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(arguments[^1].TrimStart('@'));
    }

    [TestCase("db/.prismalintrc", null)]
    [TestCase("ci/rules.yml", "ci/rules.yml")]
    public void The_preset_of_prisma_lint_has_the_rules_of_its_configuration_and_keeps_its_comments(string place, string? named)
    {
        _tool.Write("db/schema.prisma", WithoutIndex.Replace("  authorId", "  /// prisma-lint-ignore-field require-field-index\n  authorId", StringComparison.Ordinal)
            .Replace("  posts", "  user_posts", StringComparison.Ordinal));
        _tool.Write(place, "rules:\n  require-field-index: [error, {forAllRelations: true}]\n  field-name-camel-case: error\n");
        var result = _tool.Run(["check", "db/schema.prisma", "--preset", "prisma-lint", "--format", "json", .. named is null ? Array.Empty<string>() : ["--config", named]]);
        result.ExitCode.Should().Be(1);
        result.Error.Should().BeEmpty();
        using var report = JsonDocument.Parse(result.Output);
        report.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Select(diagnostic => $"{diagnostic.GetProperty("id")} {diagnostic.GetProperty("object")} {diagnostic.GetProperty("suppressed")}")
            .Should().Equal("PL1002 User.user_posts False", "PL3001 Post.authorId True");
    }

    [Test]
    public void A_mistake_in_the_configuration_of_prisma_lint_is_named_at_its_place()
    {
        _tool.Write("schema.prisma", Clean);
        _tool.Write(".prismalintrc.json", "{\n  \"rules\": { \"field-odrer\": \"error\" }\n}\n");
        var result = _tool.Run("check", "schema.prisma");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(".prismalintrc.json(2,14): warning PL0012: prisma-lint has no rule `field-odrer`; did you mean `field-order`?");
    }

    [Test]
    public void A_file_of_arguments_holds_one_a_line_quoted_or_not()
    {
        _tool.Write("a b.prisma", Clean);
        _tool.Write("c.prisma", Clean);
        _tool.Write("args.rsp", "\"a b.prisma\"\r\nc.prisma\n\n--format\njson");
        var result = _tool.Run("check", "@args.rsp");
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("schemas").EnumerateArray().Select(schema => schema.GetProperty("path").GetString())
            .Should().Equal("a b.prisma", "c.prisma");
    }

    [Test]
    public void A_dash_reads_standard_input()
    {
        var result = _tool.Run(WithoutIndex, null, ["check", "-", "--format", "json", .. s_onlyIndexes]);
        result.ExitCode.Should().Be(1);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("diagnostics")[0].GetProperty("file").GetString().Should().Be("-");
    }

    [Test]
    public void Files_are_named_as_given()
    {
        _tool.Write("schema.prisma", WithoutIndex);
        FileOf("schema.prisma").Should().Be("schema.prisma");
        FileOf(_tool.PathOf("schema.prisma")).Should().Be(_tool.PathOf("schema.prisma").Replace('\\', '/'));

        string? FileOf(string path)
        {
            using var json = JsonDocument.Parse(Check("--format", "json", path).Output);
            return json.RootElement.GetProperty("diagnostics")[0].GetProperty("file").GetString();
        }
    }

    [TestCase("json")]
    [TestCase("sarif")]
    [TestCase("text")]
    public void Output_does_not_depend_on_culture_or_order(string format)
    {
        _tool.Write("b.prisma", WithoutIndex);
        _tool.Write("a.prisma", WithoutIndex);
        var turkish = new Dictionary<string, string> { ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" };
        var one = _tool.Run("", null, ["check", "a.prisma", "b.prisma", "--format", format, .. s_onlyIndexes]);
        var other = _tool.Run("", turkish, ["check", "b.prisma", "a.prisma", "--format", format, .. s_onlyIndexes]);
        other.Output.Should().Be(one.Output).And.Contain("PL3001");
    }

    [Test]
    public void Output_goes_into_a_file_without_byte_order_mark()
    {
        _tool.Write("schema.prisma", WithoutIndex);
        Check("--format", "json", "--output", "report.json").Output.Should().BeEmpty();
        File.ReadAllBytes(_tool.PathOf("report.json"))[0].Should().Be((byte)'{');
    }

    [Test]
    public void Fixing_writes_the_changed_files_alone_and_reports_what_remains()
    {
        _tool.Write("a.prisma", WithoutIndex);
        _tool.Write("b.prisma", Clean);
        var old = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_tool.PathOf("b.prisma"), old);
        var result = Check("a.prisma", "b.prisma", "--fix");
        result.ExitCode.Should().Be(0);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain("1 fix applied in 1 file");
        _tool.Read("a.prisma").Should().Contain("\n\n  @@index([authorId])\n}\n");
        File.GetLastWriteTimeUtc(_tool.PathOf("b.prisma")).Should().Be(old);
    }

    [Test]
    public void Fixing_tells_the_passes_where_details_are_wanted()
    {
        _tool.Write("a.prisma", WithoutIndex);
        Check("a.prisma", "--fix", "--verbosity", "detailed").Error.Should().Contain("1 fix applied in 1 file, in 1 pass");
    }

    [Test]
    public void A_dry_run_prints_the_difference_and_writes_nothing()
    {
        _tool.Write("schema.prisma", WithoutIndex);
        var result = Check("schema.prisma", "--fix", "--dry-run");
        result.Output.Should().StartWith("--- schema.prisma\n+++ schema.prisma\n@@ ").And.Contain("+  @@index([authorId])\n");
        _tool.Read("schema.prisma").Should().Be(WithoutIndex);
    }

    [Test]
    public void A_line_of_a_million_characters_is_cut_in_the_report()
    {
        _tool.Write("schema.prisma", "model A { " + new string('x', 1_000_000));
        var result = _tool.Run("check");
        result.ExitCode.Should().Be(1);
        result.Output.Length.Should().BeLessThan(10_000);
    }

    [Test]
    public void A_baseline_is_written_hides_and_is_kept_up_to_date()
    {
        _tool.Write("prisma/schema.prisma", WithoutIndex);
        var written = Check("--write-baseline");
        written.ExitCode.Should().Be(0);
        written.Error.Should().Contain("1 finding in `prismalint.baseline.json`").And.Contain("1 suppressed");
        var text = _tool.Read("prismalint.baseline.json");
        text.Should().Contain("{ \"rule\": \"PL3001\", \"file\": \"prisma/schema.prisma\", \"object\": \"Post.authorId\", \"count\": 1 }");

        Check("--baseline", "prismalint.baseline.json").ExitCode.Should().Be(0);
        using var json = JsonDocument.Parse(Check("prisma/schema.prisma", "--baseline", _tool.PathOf("prismalint.baseline.json"), "--format", "json").Output);
        json.RootElement.GetProperty("diagnostics")[0].GetProperty("suppressed").GetBoolean().Should().BeTrue();
        Check().ExitCode.Should().Be(1, "it counts only where it is named");

        Check("--write-baseline").ExitCode.Should().Be(0);
        _tool.Read("prismalint.baseline.json").Should().Be(text);
        Check("--fix");
        Check("--baseline", "prismalint.baseline.json").Output.Should().Contain("This entry hides nothing: `PL3001` at `Post.authorId` [PL0013");
        Check("--write-baseline", "--baseline", "prismalint.baseline.json");
        _tool.Read("prismalint.baseline.json").Should().NotContain("PL3001");
    }

    [Test]
    public void A_file_that_is_no_baseline_is_not_written_over()
    {
        _tool.Write("schema.prisma", WithoutIndex);
        var result = Check("--baseline", "schema.prisma", "--write-baseline");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("`schema.prisma` holds no baseline");
        _tool.Read("schema.prisma").Should().Be(WithoutIndex);
    }

    [Test]
    public void A_baseline_that_cannot_be_read_hides_nothing_and_is_an_error_of_configuration()
    {
        _tool.Write("schema.prisma", WithoutIndex);
        _tool.Write("broken.json", "{ \"version\": 1,\n  \"entries\": [ }\n");
        var broken = Check("--baseline", "broken.json");
        broken.ExitCode.Should().Be(2);
        broken.Output.Should().Contain("PL3001");
        broken.Error.Should().Contain("broken.json(2,");
        var missing = Check("--baseline", "nowhere.json");
        missing.ExitCode.Should().Be(2);
        missing.Error.Should().Contain("`nowhere.json` does not exist");
    }

    private ToolResult Check(params string[] arguments) => _tool.Run(["check", .. arguments, .. s_onlyIndexes]);
}
