using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Configuration.Suppressions;
using PrismaLint.Diagnostics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Configuration.Suppressions;

public sealed class SchemaSuppressionsTests
{
    // Stands for any rule; comments can name only ids that exist, so the tests of names use a warning of PL0011.
    private static readonly DiagnosticDescriptor s_rule = new("PL3001", "foreign-key-without-index") { Title = "", Category = DiagnosticCategory.Indexing };

    private static DiagnosticDescriptor Named => DiagnosticCatalog.Find("PL0011") ?? throw new InvalidOperationException();

    // `[|…|]` is a finding that is hidden, `{|…|}` one that is not.
    [TestCase("model A {\n  // prismalint-ignore\n  [|b|] Int\n  {|c|} Int\n}\n", TestName = "Above_a_member")]
    [TestCase("model A {\n  /// prismalint-ignore\n  [|b|] Int\n}\n", TestName = "As_documentation")]
    [TestCase("model A {\n  {|a|} Int\n  //prismalint-ignore: why\n\n  // more\n  [|b|] Int @default([|1|])\n}\n", TestName = "Above_blank_lines_and_comments")]
    [TestCase("model A {\n  {|a|} Int\n  [|b|] Int @default([|1|]) // prismalint-ignore\n  {|c|} Int\n}\n", TestName = "Behind_a_member")]
    [TestCase("// prismalint-ignore\nmodel [|A|] {\n  [|b|] Int\n}\nmodel {|C|} {\n}\n", TestName = "Above_a_block")]
    [TestCase("model [|A|] { // prismalint-ignore\n  {|b|} Int\n}\n", TestName = "Behind_the_header_of_a_block")]
    [TestCase("model [|A|] {\n  [|b|] Int\n  // prismalint-ignore-block\n}\nmodel {|C|} {\n  {|d|} Int\n}\n", TestName = "For_a_block_from_its_end")]
    [TestCase("model {|A|} {\n}\n// prismalint-ignore-block\nmodel [|C|] {\n  [|d|] Int\n}\n", TestName = "For_a_block_from_above")]
    [TestCase("datasource [|db|] {\n  // prismalint-ignore-block: test\n  [|url|] = \"x\"\n}\n", TestName = "For_a_datasource")]
    [TestCase("model [|A|] {\n  [|b|] Int\n}\n// prismalint-ignore-file\nmodel [|C|] {\n}\n", TestName = "For_a_file")]
    [TestCase("model {|A|} {\n  {|b|} Int\n  // prismalint-ignore\n}\nmodel {|C|} {\n}\n", TestName = "At_the_end_of_a_block_nothing")]
    [TestCase("model A {\n  // prismalint-ignored\n  {|b|} Int\n  // no prismalint-ignore\n  {|c|} Int\n  /* prismalint-ignore */\n  {|d|} Int\n  {|e|} String @default(\"// prismalint-ignore\")\n}\n", TestName = "Other_comments_nothing")]
    public void Hides(string marked)
    {
        var (text, hidden, shown) = Split(marked);
        var suppressions = Read(text, out var tree, out _);
        foreach (var span in hidden)
            suppressions.Apply(s_rule.At(new Location(tree.Source, span))).IsSuppressed.Should().BeTrue("{0} is in reach", span);
        foreach (var span in shown)
            suppressions.Apply(s_rule.At(new Location(tree.Source, span))).IsSuppressed.Should().BeFalse("{0} is out of reach", span);
    }

    [TestCase("// prismalint-ignore PL0011: one reason", "one reason")]
    [TestCase("// prismalint-ignore pl0003,invalid-configuration-block :two: words ", "two: words")]
    [TestCase("// prismalint-ignore PL0003 PL0011", null)]
    [TestCase("/// prismalint-ignore PL0011:", null)]
    public void Keeps_the_reason_with_the_finding(string comment, string? reason)
    {
        var suppressions = Read($"model A {{\n  {comment}\n  b Int\n}}\n", out var tree, out _);
        var found = suppressions.Apply(Warning(tree, "b Int"));
        found.IsSuppressed.Should().BeTrue();
        found.SuppressionReason.Should().Be(reason);
    }

    [Test]
    public void Hides_only_what_it_names()
    {
        var suppressions = Read("model A {\n  // prismalint-ignore PL0003\n  b Int\n}\n", out var tree, out _);
        suppressions.Apply(Warning(tree, "b Int")).IsSuppressed.Should().BeFalse();
    }

    [TestCase("// prismalint-ignore-file")]
    [TestCase("// prismalint-ignore-file PL0011")]
    public void What_Prisma_refuses_cannot_be_hidden(string comment)
    {
        var suppressions = Read(comment + "\nmodel A {\n}\n", out var tree, out _);
        suppressions.Apply(Warning(tree, "A") with { Severity = DiagnosticSeverity.Error }).IsSuppressed.Should().BeFalse();
    }

    [Test]
    public void Secrets_are_not_hidden_unnamed()
    {
        var suppressions = Read("// prismalint-ignore-file\nmodel A {\n}\n", out var tree, out _);
        var secret = new DiagnosticDescriptor("PL6001", "literal-credentials") { Title = "", Category = DiagnosticCategory.Security };
        suppressions.Apply(secret.At(At(tree, "A"))).IsSuppressed.Should().BeFalse();
        suppressions.Apply(s_rule.At(At(tree, "A"))).IsSuppressed.Should().BeTrue();
    }

    [Test]
    public void Works_at_a_related_place_too()
    {
        var suppressions = Read("model A {\n  bId Int\n  b B @relation(fields: [bId]) // prismalint-ignore\n}\n", out var tree, out _);
        var finding = s_rule.At(At(tree, "bId Int"));
        suppressions.Apply(finding).IsSuppressed.Should().BeFalse();
        suppressions.Apply(finding.WithRelated(At(tree, "b B"), "the relation")).IsSuppressed.Should().BeTrue();
    }

    [TestCase("model A {\n  [|// prismalint-ignore: old|]\n  b Int\n}\n", "This suppression hides nothing", "model A {\n  b Int\n}\n")]
    [TestCase("model A {\r\n  b Int   [|// prismalint-ignore|]\r\n}\r\n", "This suppression hides nothing", "model A {\r\n  b Int\r\n}\r\n")]
    [TestCase("model A {\n  // prismalint-ignore [|PL0003|]: old\n  b Int\n}\n", "The suppression of `PL0003` hides nothing", "model A {\n  b Int\n}\n")]
    [TestCase("model A {\n  // prismalint-ignore [|PL0003|], PL0011: why\n  b Int\n}\n", "The suppression of `PL0003` hides nothing", "model A {\n  // prismalint-ignore PL0011: why\n  b Int\n}\n")]
    [TestCase("model A {\n  // prismalint-ignore PL0011, [|PL0003|] : why\n  b Int\n}\n", "The suppression of `PL0003` hides nothing", "model A {\n  // prismalint-ignore PL0011 : why\n  b Int\n}\n")]
    [TestCase("model A {\n  // prismalint-ignore PL0011 [|syntax-error|]\n  b Int\n}\n", "The suppression of `syntax-error` hides nothing", "model A {\n  // prismalint-ignore PL0011\n  b Int\n}\n")]
    [TestCase("model A {\n}\n[|// prismalint-ignore-file|]", "This suppression hides nothing", "model A {\n}\n")]
    public void Reports_and_removes_what_hides_nothing(string marked, string message, string repaired)
    {
        var text = MarkedText.Parse(marked);
        var suppressions = Read(text.Text, out var tree, out _);
        if (text.Text.Contains("PL0011", StringComparison.Ordinal))
            suppressions.Apply(Warning(tree, "b Int"));
        var found = suppressions.FindUnused((_, _) => true).Should().ContainSingle().Subject;
        found.Id.Should().Be("PL0013");
        found.Message.Should().Be(message);
        found.Location.Span.Should().Be(text.Spans.Single());
        var fix = found.Fixes.Should().ContainSingle().Subject;
        fix.Safety.Should().Be(FixSafety.Safe);
        var edit = fix.Edits.Single();
        text.Text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText).Should().Be(repaired);
    }

    [Test]
    public void Says_nothing_of_rules_that_did_not_run()
    {
        var suppressions = Read("// prismalint-ignore-file PL0003\nmodel A {\n}\n", out _, out _);
        suppressions.FindUnused((_, _) => false).Should().BeEmpty();
    }

    [TestCase("// prismalint-ignore [|PL4711|]", "No rule has the id or name `PL4711`")]
    [TestCase("// prismalint-ignore PL0003 [|syntx-error|]: why", "No rule has the id or name `syntx-error`; did you mean `syntax-error`?")]
    [TestCase("// prismalint-ignore PL0003 [|zzz|]", "No rule has the id or name `zzz`; a reason follows a colon")]
    [TestCase("// [|prismalint-ignore-blok|] PL0003", "`prismalint-ignore-blok` is no suppression; did you mean `prismalint-ignore-block`?")]
    [TestCase("// [|prismalint-ignore-model|] PL0003", "`prismalint-ignore-model` is no suppression; did you mean `prismalint-ignore`?")]
    public void Reports_what_it_does_not_know(string marked, string message)
    {
        var text = MarkedText.Parse(marked + "\nmodel A {\n}\n");
        Read(text.Text, out _, out var problems);
        var found = problems.Should().ContainSingle().Subject;
        found.Id.Should().Be("PL0012");
        found.Message.Should().Be(message);
        found.Location.Span.Should().Be(text.Spans.Single());
    }

    [TestCase("// prismalint-ignore-file PL0003", 1)]
    [TestCase("// prismalint-ignore-file PL0003: why", 0)]
    public void A_reason_may_be_required(string comment, int expected)
    {
        var configuration = LintConfiguration.Create([new ConfigurationFile(new SourceText(".editorconfig", "[*]\nprismalint.require_reason = true"), "/w/.editorconfig")], "/w");
        var problems = new List<Diagnostic>();
        SchemaSuppressions.Read([SyntaxTree.Parse("schema.prisma", comment)], configuration, problems);
        problems.Count(problem => problem.Id == "PL0012").Should().Be(expected);
    }

    [Test]
    public void The_report_keeps_what_is_hidden_and_lists_what_hides_nothing()
    {
        var report = Linter.Lint(SchemaSource.FromText("schema.prisma", "// prismalint-ignore-file: nothing here\nmodel A {\n  id Int @id\n}\n"));
        report.Diagnostics.Where(diagnostic => diagnostic.Id == "PL0013").Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Suggestion);
    }

    [Test]
    public void In_a_broken_schema_nothing_is_called_unused()
    {
        var report = Linter.Lint(SchemaSource.FromText("schema.prisma", "// prismalint-ignore-file\nmodel A {\n  id Int @id\n  b Nothing\n}\n!!\n"));
        report.ErrorCount.Should().BePositive();
        report.Diagnostics.Should().NotContain(diagnostic => diagnostic.Id == "PL0013");
    }

    private static SchemaSuppressions Read(string text, out SyntaxTree tree, out List<Diagnostic> problems)
    {
        tree = SyntaxTree.Parse("schema.prisma", text);
        problems = [];
        return SchemaSuppressions.Read([tree], LintConfiguration.Empty, problems);
    }

    private static Diagnostic Warning(SyntaxTree tree, string place) => Named.At(At(tree, place), "a warning") with { Severity = DiagnosticSeverity.Warning };

    private static Location At(SyntaxTree tree, string place) => new(tree.Source, new TextSpan(tree.Source.Content.IndexOf(place, StringComparison.Ordinal), 1));

    private static (string Text, IReadOnlyList<TextSpan> Hidden, IReadOnlyList<TextSpan> Shown) Split(string marked)
    {
        // Both marks are as long, so that places agree.
        var all = MarkedText.Parse(marked.Replace("{|", "[|", StringComparison.Ordinal).Replace("|}", "|]", StringComparison.Ordinal));
        var kinds = Enumerable.Range(0, marked.Length - 1).Where(i => marked.Substring(i, 2) is "[|" or "{|").Select(i => marked[i] == '[').ToArray();
        return (all.Text, [.. all.Spans.Where((_, index) => kinds[index])], [.. all.Spans.Where((_, index) => !kinds[index])]);
    }
}
