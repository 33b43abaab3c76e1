using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Reporting;
using PrismaLint.Rules;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Testing;
using PrismaLint.Text;

namespace PrismaLint.Tests.Validation;

/// <summary>The lines marked here are those that Prisma 6.19 and 7 report, measured.</summary>
public sealed class LiteralReadingTests
{
    private const string Datasource = "datasource db {\n  provider = \"postgresql\"\n}\n";

    [TestCase("[|model A {|]\n  id Int @id\n\n[|model B {|]\n  [|id Int @id|]\n  b Int\n}\n", TestName = "A lost brace hands the fields to the block before")]
    [TestCase("[|model A {|]\n  id Int @id\n  [|b B[]|]\n\n[|model B {|]\n  [|id Int @id|]\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n", TestName = "A lost brace takes the type away")]
    [TestCase("[|modle A {|]\n  [|id Int @id|]\n  [|b Int|]\n[|}|]\n", TestName = "A misspelt keyword opens nothing")]
    [TestCase("[|namespace x {|]\n  [|id Int @id|]\n[|}|]\n", TestName = "An unknown keyword opens nothing")]
    [TestCase("model A { id Int @id }\n[|model B {|]\n  id Int @id\n}\n", TestName = "The line of the brace is not read")]
    [TestCase("[|model A {|]\n  [|id Int @id|]\n  [|b $|]\n", TestName = "A block that never ends is none")]
    [TestCase("[|modelA {|]\n  id Int @id\n  b x }\n", TestName = "A block without an end becomes one without a keyword, up to any brace")]
    [TestCase("model A {\n  [|id Int @id }|]\n[|model B {|]\n  id Int @id\n}\n", TestName = "A brace behind a member closes nothing")]
    public void Reports_the_lines_that_Prisma_reports(string marked)
    {
        var text = MarkedText.Parse(marked);
        var found = Linter.Lint(Schema(text.Text), new LintOptions { Preset = RulePreset.None, PrismaVersion = PrismaVersion.V7 });
        found.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(LineOf).Distinct()
            .Should().Equal(text.Spans.Select(span => new SourceText("", text.Text).GetLinePosition(span.Start).Line));
    }

    [Test]
    public void Shows_the_mistake_and_counts_what_follows_from_it()
    {
        var report = Linter.Lint(Schema("modle A {\n  id Int @id\n  b Int\n}\n"));
        var shown = report.Visible.Should().ContainSingle().Subject;
        shown.Message.Should().Be("No kind of block is called `modle`; the nearest is `model`");
        shown.Related.Select(related => related.Message).Should().Equal("Prisma refuses this line and 2 more because of it");
        report.Diagnostics.Where(diagnostic => diagnostic.IsConsequence).Should().HaveCount(3)
            .And.OnlyContain(diagnostic => diagnostic.Related[0].Location == shown.Location && diagnostic.Fixes.Count == 0);
        report.ErrorCount.Should().Be(1);
        report.ConsequenceCount.Should().Be(3);
        MSBuildReport.Write(report).Split('\n').Should().HaveCount(2);
        JsonReport.Write(report, "1.0").Should().Contain("\"errors\": 4");
    }

    [Test]
    public void Judges_the_models_behind_a_lost_brace_by_our_own_reading()
    {
        var report = Linter.Lint(Schema("model A {\n  id Int @id\n\nmodel B {\n  id Int @id @unique\n}\n"));
        report.Visible.Select(diagnostic => diagnostic.Id).Should().Equal("PL0001", "PL3003");
    }

    [TestCase("model A {\n  id Int @id // key\n\n/// b\n[|model|] B {\n  id Int @id\n}\n", "model A {\n  id Int @id // key\n}\n\n/// b\nmodel B {\n  id Int @id\n}\n")]
    [TestCase("[|model|] A {\n  id Int @id\n\n", "model A {\n  id Int @id\n}\n\n")]
    [TestCase("[|model|] A {\r\n  id Int @id\r\n", "model A {\r\n  id Int @id\r\n}\r\n")]
    [TestCase("model A {\n  id Int @id [|}|]\nmodel B {\n  id Int @id\n}\n", "model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n")]
    public void Sets_the_brace_where_it_belongs(string marked, string expected)
    {
        var text = MarkedText.Parse(marked);
        var diagnostic = SyntaxTree.Parse("schema.prisma", text.Text).Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Location.Span.Should().Be(text.Spans[0]);
        var edit = diagnostic.Fixes.Should().ContainSingle().Subject.Edits.Should().ContainSingle().Subject;
        (text.Text[..edit.Span.Start] + edit.NewText + text.Text[edit.Span.End..]).Should().Be(expected);
    }

    private static SchemaSource Schema(string text) =>
        new("schema.prisma", new List<SourceText> { new("datasource.prisma", Datasource), new("schema.prisma", text) });

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.Start.Line;
}
