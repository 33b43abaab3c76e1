using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Baselines;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Reporting;
using PrismaLint.Rules;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Configuration.Baselines;

public sealed class BaselineTests
{
    private const string Schema = """
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

    private const string Entry = """{ "rule": "PL3001", "file": "prisma/schema.prisma", "object": "Post.authorId", "count": 1 }""";

    [Test]
    public void What_is_written_hides_what_was_found_and_nothing_else()
    {
        var written = BaselineReport.Write(Next(Lint(Schema)));
        written.Should().Be("{\n  \"version\": 1,\n  \"entries\": [\n    " + Entry + "\n  ]\n}\n");

        var report = Lint(Schema, written);
        report.Diagnostics.Should().ContainSingle().Which.Should().Match<Diagnostic>(found => found.Id == "PL3001" && found.IsSuppressed && found.IsInBaseline);
        report.SuppressedCount.Should().Be(1);
        report.Visible.Should().BeEmpty();

        var grown = Schema.Replace("  author   User", "  editorId Int\n  editor User @relation(\"e\", fields: [editorId], references: [id])\n  author   User", StringComparison.Ordinal)
            .Replace("  posts Post[]", "  posts Post[]\n  edited Post[] @relation(\"e\")", StringComparison.Ordinal);
        Lint(grown, written).Visible.Where(found => found.Id == "PL3001").Select(found => found.Object).Should().Equal("Post.editorId");
    }

    [Test]
    public void Moved_lines_leave_the_same_bytes()
    {
        var moved = Schema.Replace("model User", "// one\n\n// two\nmodel User", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        BaselineReport.Write(Next(Lint(moved))).Should().Be(BaselineReport.Write(Next(Lint(Schema))));
        Lint(moved, Entries(Entry)).Visible.Should().BeEmpty();
    }

    [Test]
    public void Entries_are_sorted_by_file_rule_and_object_whatever_the_order_of_schemas()
    {
        var text = Schema.Replace("  author   User", "  bId Int\n  b User @relation(\"b\", fields: [bId], references: [id])\n  author   User", StringComparison.Ordinal)
            .Replace("  posts Post[]", "  posts Post[]\n  bs Post[] @relation(\"b\")", StringComparison.Ordinal);
        SchemaSource[] schemas = [SchemaSource.FromText("z.prisma", text), SchemaSource.FromText("a.prisma", text)];
        var options = Options("");
        var one = Next(Linter.Lint(schemas, options));
        one.Entries.Where(entry => entry.Rule == "PL3001").Select(entry => (entry.File, entry.Object)).Should().Equal(
            ("a.prisma", "Post.authorId"), ("a.prisma", "Post.bId"), ("z.prisma", "Post.authorId"), ("z.prisma", "Post.bId"));
        BaselineReport.Write(Next(Linter.Lint([schemas[1], schemas[0]], options))).Should().Be(BaselineReport.Write(one));
    }

    [Test]
    public void Occurrences_beyond_the_count_are_reported_and_a_count_too_high_is_stale()
    {
        const string twice = "model Log {\n  id Int @id\n  a Int\n  b Int\n  @@index([a])\n  @@index([a])\n  @@index([a])\n}\n";
        var found = Lint(twice).Visible.Where(diagnostic => diagnostic.Id == "PL3002").Select(diagnostic => diagnostic.Object).ToArray();
        found.Should().Equal("Log(a)", "Log(a)");

        Lint(twice, Entries(Log(1))).Visible.Count(diagnostic => diagnostic.Id == "PL3002").Should().Be(1);
        Lint(twice, Entries(Log(2))).Visible.Should().BeEmpty();
        Messages(Lint(twice, Entries(Log(3)))).Should().Equal("This entry counts 3 findings and hides 2: `PL3002` at `Log(a)`");
        Messages(Lint(twice, Entries(Log(1), Log(1)))).Should().BeEmpty("two branches may each have added one");
        Next(Lint(twice, Entries(Log(3)))).Entries.Single().Count.Should().Be(2);

        static string Log(int count) => $$"""{ "rule": "duplicate-index", "object": "Log(a)", "count": {{count}} }""";
    }

    [Test]
    public void A_mended_finding_makes_its_entry_stale_and_leaves_the_baseline_that_is_written()
    {
        var mended = Schema.Replace("references: [id])\n", "references: [id])\n\n  @@index([authorId])\n", StringComparison.Ordinal);
        var report = Lint(mended, Entries(Entry));
        var stale = report.Visible.Should().ContainSingle().Subject;
        (stale.Id, stale.Severity, stale.Message).Should().Be(("PL0013", DiagnosticSeverity.Suggestion, "This entry hides nothing: `PL3001` at `Post.authorId`"));
        stale.Location.Source.ToString(stale.Location.Span).Should().Be(Entry);
        Next(report).Entries.Should().BeEmpty();
    }

    [Test]
    public void What_the_run_did_not_look_at_is_not_stale_and_stays()
    {
        var others = Entries(
            """{ "rule": "PL3001", "file": "other/schema.prisma", "object": "A.b", "count": 2 }""",
            """{ "rule": "PL2014", "file": "prisma/schema.prisma", "object": "Post.tags", "count": 1 }""");
        Lint(Schema, others).Visible.Should().NotContain(diagnostic => diagnostic.Id == "PL0013", "the one file is of another schema, the other rule is off");
        Next(Lint(Schema, others)).Entries.Should().HaveCount(3);

        var broken = Schema.Replace("model User {", "model User {\n  x Nothing", StringComparison.Ordinal);
        var report = Lint(broken, Entries(Entry));
        report.Visible.Select(diagnostic => diagnostic.Id).Should().Equal("PL0002");
        Next(report).Entries.Should().ContainSingle("rules do not see broken blocks");
    }

    [Test]
    public void A_file_that_is_gone_is_said_once_and_its_entries_leave()
    {
        var baseline = Read(Entries(
            """{ "rule": "PL3001", "file": "old.prisma", "object": "A.b", "count": 1 }""",
            """{ "rule": "PL3002", "file": "old.prisma", "object": "A(b)", "count": 1 }"""));
        var report = Linter.Lint(SchemaSource.FromText("prisma/schema.prisma", Schema), new LintOptions { Baseline = baseline.WithMissing(baseline.Files) });
        Messages(report).Should().Equal("`old.prisma`, the file of 2 entries, does not exist");
        Next(report).Entries.Select(entry => entry.Object).Should().Equal("Post.authorId");
    }

    [Test]
    public void A_file_of_an_entry_is_relative_to_the_baseline_and_may_be_left_out()
    {
        var schema = SchemaSource.FromText("db/schema.prisma", Schema);
        var elsewhere = Baseline.Read(
            new SourceText("../ci/b.json", Entries(Entry.Replace("prisma/schema", "../work/./db/schema", StringComparison.Ordinal))), "/ci/b.json", "/work");
        Linter.Lint(schema, new LintOptions { Baseline = elsewhere }).Visible.Should().BeEmpty();
        Next(Linter.Lint(schema, new LintOptions { Baseline = elsewhere })).Entries.Single().File.Should().Be("../work/db/schema.prisma");
        Linter.Lint(schema, Options(Entries("""{ "rule": "PL3001", "object": "Post.authorId" }"""))).Visible.Should().BeEmpty();
    }

    [Test]
    public void A_comment_hides_first_so_that_an_entry_beside_it_is_stale()
    {
        var text = Schema.Replace("  authorId Int", "  authorId Int // prismalint-ignore PL3001: small", StringComparison.Ordinal);
        var report = Lint(text, Entries(Entry));
        report.Diagnostics.Single(diagnostic => diagnostic.Id == "PL3001").IsInBaseline.Should().BeFalse();
        Messages(report).Should().Equal("This entry hides nothing: `PL3001` at `Post.authorId`");
    }

    [Test]
    public void A_rule_that_the_configuration_raises_to_an_error_stays_hidden()
    {
        var configuration = LintConfiguration.Create(
            [new ConfigurationFile(new SourceText(".editorconfig", "[*]\ndotnet_diagnostic.PL3001.severity = error"), "/work/.editorconfig")], "/work");
        var report = Linter.Lint(SchemaSource.FromText("prisma/schema.prisma", Schema), Options(Entries(Entry)) with { Configuration = configuration });
        (report.ErrorCount, report.SuppressedCount).Should().Be((0, 1));
    }

    [Test]
    public void Secrets_and_what_Prisma_refuses_are_never_taken()
    {
        const string text = "datasource db {\n  provider = \"postgresql\"\n  url = \"postgresql://app:h7Kq29xZ@db.acme.io/app\"\n}\nmodel A {\n  id Int @id\n  b Nothing\n}\n";
        var report = Lint(text);
        report.Visible.Select(diagnostic => diagnostic.Id).Should().Contain(["PL0002", "PL6001"]);
        Next(report).Entries.Should().BeEmpty();
    }

    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": [|\"PL6001\"|], \"object\": \"A\" }] }", "`PL6001` is hidden by no baseline")]
    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": [|\"PL0002\"|], \"object\": \"A\" }] }", "`PL0002` is hidden by no baseline")]
    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": [|\"PL4711\"|], \"object\": \"A\" }] }", "No rule has the id or name `PL4711`")]
    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": [|\"duplicate-indx\"|], \"object\": \"A\" }] }", "No rule has the id or name `duplicate-indx`; did you mean `duplicate-index`?")]
    [TestCase("{ \"version\": 1, \"entries\": [[|{|] \"rule\": \"PL3001\" }] }", "This entry has no `object`")]
    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": \"PL3001\", \"object\": [|5|] }] }", "`object` of an entry is text")]
    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": \"PL3001\", \"object\": \"A\", \"count\": [|0|] }] }", "`0` is no count: expected a whole number from 1 on")]
    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": \"PL3001\", \"object\": \"A\", \"count\": [|\"2\"|] }] }", "`\"2\"` is no count: expected a whole number from 1 on")]
    [TestCase("{ \"version\": 1, \"entries\": [{ \"rule\": \"PL3001\", \"object\": \"A\", [|\"cuont\"|]: 2 }] }", "`cuont` says nothing in a baseline; did you mean `count`?")]
    [TestCase("{ \"version\": 1, \"entries\": [[|\"PL3001\"|]] }", "An entry of a baseline is an object with `rule` and `object`")]
    public void What_is_wrong_with_an_entry_is_told_at_its_place(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        var baseline = Read(text.Text);
        baseline.IsBroken.Should().BeFalse();
        Problem(baseline).Should().Be((text.Spans.Single(), message));
    }

    [TestCase("[|<|]<<<<<< mine", "`<` stands where a value is expected")]
    [TestCase("[|t|]rue", "A baseline is an object with `version` and `entries`")]
    [TestCase("[|{|] \"entries\": [] }", "A baseline is an object with `version` and `entries`")]
    [TestCase("{ \"version\": [|2|], \"entries\": [] }", "`2` is no version of a baseline: expected `1`")]
    [TestCase("{ \"version\": 1, \"entries\": [|{}|] }", "The entries of a baseline are a list")]
    [TestCase("{ \"version\": 1, \"entries\": [", "The file ends where a value is expected")]
    public void A_text_that_is_no_baseline_is_told_and_hides_nothing(string marked, string message)
    {
        var text = MarkedText.Parse(marked);
        var baseline = Read(text.Text);
        baseline.IsBroken.Should().BeTrue();
        Problem(baseline).Should().Be((text.Spans.Count == 0 ? new TextSpan(text.Text.Length, 0) : text.Spans.Single(), message));
        Lint(Schema, text.Text).Visible.Select(diagnostic => diagnostic.Id).Should().BeEquivalentTo("PL0012", "PL3001");
    }

    [Test]
    public void Fixing_leaves_what_the_baseline_hides()
    {
        var schema = SchemaSource.FromText("prisma/schema.prisma", Schema);
        FixApplier.Apply([schema], Options(Entries(Entry))).Changes.Should().BeEmpty();
        FixApplier.Apply([schema], Options("")).Changes.Should().ContainSingle();
    }

    [Test]
    public void Reports_each_of_ten_thousand_stale_entries()
    {
        var entries = Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant($$"""{ "rule": "PL3001", "file": "prisma/schema.prisma", "object": "A.f{{i}}", "count": 1 }"""));
        var text = Entries([.. entries]);
        Lint(Schema, text).Visible.Count(diagnostic => diagnostic.Id == "PL0013").Should().Be(10_000);
    }

    private static (TextSpan Span, string Message) Problem(Baseline baseline)
    {
        var found = baseline.Diagnostics.Should().ContainSingle().Subject;
        found.Id.Should().Be("PL0012");
        return (found.Location.Span, found.Message);
    }

    private static IEnumerable<string> Messages(LintReport report) =>
        report.Visible.Where(diagnostic => diagnostic.Id == "PL0013").Select(diagnostic => diagnostic.Message);

    private static Baseline Next(LintReport report) => report.NextBaseline ?? throw new InvalidOperationException("The run had no baseline");

    private static string Entries(params string[] entries) => "{ \"version\": 1, \"entries\": [\n" + string.Join(",\n", entries) + "\n] }";

    private static Baseline Read(string text) =>
        Baseline.Read(new SourceText(Baseline.FileName, text.Length == 0 ? Entries() : text), "/work/" + Baseline.FileName, "/work");

    private static LintOptions Options(string baseline) => new() { Baseline = Read(baseline), Preset = RulePreset.Recommended };

    private static LintReport Lint(string schema, string baseline = "") =>
        Linter.Lint(SchemaSource.FromText("prisma/schema.prisma", schema), Options(baseline));
}
