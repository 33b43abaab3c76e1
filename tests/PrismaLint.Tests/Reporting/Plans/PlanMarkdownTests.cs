using System.Collections.Generic;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Reporting.Plans;

public sealed class PlanMarkdownTests
{
    [Test]
    public void Sections_carry_their_numbers_and_parts_stand_below_them() =>
        Write(new HeadingBlock(1, "Domains"), new HeadingBlock(2, "Golf"), new TextBlock("Two models."))
            .Should().EndWith("\n### 1. Overview\n\n#### Domains\n\n##### Golf\n\nTwo models.\n");

    [Test]
    public void What_looks_like_Markdown_is_no_Markdown_unless_it_is_code() =>
        Write(new TextBlock("a_b *c* <script> `d_e` [f](g) # h"))
            .Should().EndWith("\na\\_b \\*c\\* \\<script\\> `d_e` \\[f\\](g) # h\n");

    [Test]
    public void A_text_that_begins_like_a_block_of_Markdown_stays_a_paragraph()
    {
        Write(new TextBlock("# no heading")).Should().EndWith("\n\\# no heading\n");
        Write(new TextBlock("1. no list")).Should().EndWith("\n1\\. no list\n");
        Write(new TextBlock("- no list")).Should().EndWith("\n\\- no list\n");
    }

    [Test]
    public void A_pipe_does_not_end_a_cell()
    {
        var table = new TableBlock([new("Name"), new("Rows", IsNumber: true)], [["a|b `c|d`", "12"]]);
        Write(table).Should().EndWith("| Name | Rows |\n| --- | ---: |\n| a\\|b `c\\|d` | 12 |\n");
    }

    [Test]
    public void Code_that_holds_a_fence_gets_a_longer_one() =>
        Write(new CodeBlock("prisma", "/// ```\nmodel A {}")).Should().EndWith("\n````prisma\n/// ```\nmodel A {}\n````\n");

    [Test]
    public void A_line_of_a_checklist_says_its_state_in_words_and_its_evidence() =>
        Write(new ChecklistBlock(
            [
                new("Indexes", ChecklistState.Pass, "All 3."),
                new("Roles", ChecklistState.Fail, "None."),
                new("Backups", ChecklistState.NotKnown, "Nobody told."),
            ]))
            .Should().EndWith("\n- [x] Indexes — pass. All 3.\n- [ ] ✗ Roles — fail. None.\n- [ ] ? Backups — not known. Nobody told.\n");

    [Test]
    public void Entities_become_a_diagram_of_Mermaid()
    {
        var diagram = new DiagramBlock(
            "Golf",
            DiagramKind.Entities,
            [
                new("round", "round", [new("id", "BigInt", "PK"), new("course id", "Int?", "FK")]),
                new("course", "course", []) { IsOutside = true },
            ],
            [new("round", "course", "played \"on\"") { IsOptional = true }]);
        Write(diagram).Should().EndWith(
            """
            Golf

            ```mermaid
            erDiagram
              round {
                BigInt id PK
                Int courseid FK
              }
              course
              round }o--o| course : "played #quot;on#quot;"
            ```

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Details_are_folded_and_their_summary_is_escaped() =>
        Write(new DetailsBlock("All of `a<b`", [new TextBlock("in")]))
            .Should().EndWith("\n<details><summary>All of <code>a&lt;b</code></summary>\n\nin\n\n</details>\n");

    [Test]
    public void A_chart_is_a_table_of_bars()
    {
        var chart = new ChartBlock("Bytes", ["rows", "indexes"], [new("games", [20, 10], "30 B"), new("teams", [10, 0], "10 B")]);
        Write(chart).Should().EndWith($"| games | {new string('█', 30)} | 30 B |\n| teams | {new string('█', 10)} | 10 B |\n");
    }

    private static string Write(params PlanBlock[] blocks) => PlanMarkdown.Write(new PlanDocument("Plan", [], [new PlanSection(1, "Overview", blocks)]));
}
