using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Diagrams;

namespace PrismaLint.Reporting.Plans;

/// <summary>The blocks of a plan as HTML.</summary>
internal sealed class PlanBlocks(PlanAnchors anchors, PlanInline inline)
{
    private readonly HashSet<DiagramKind> _explained = [];
    private int _level = 1;
    private int _figures;
    private string _heading = "";

    public StringBuilder Text { get; } = new();

    /// <summary>Where the parts of the section that is written are entered.</summary>
    public List<PlanPart>? Parts
    {
        get;
        set
        {
            field = value;
            _level = 2;
        }
    }

    public void Write(IReadOnlyList<PlanBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var isFold = blocks[i] is DetailsBlock;
            if (isFold && (i == 0 || blocks[i - 1] is not DetailsBlock))
                Text.Append("<div class=\"folds\">\n");
            Write(blocks[i]);
            if (isFold && (i + 1 == blocks.Count || blocks[i + 1] is not DetailsBlock))
                Text.Append("</div>\n");
        }
    }

    private void Write(PlanBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteHeading(heading);
                break;
            case TextBlock paragraph:
                Text.Append("<p>").Append(inline.Write(paragraph.Text)).Append("</p>\n");
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case TableBlock table:
                Text.Append(PlanTable.Write(table, inline, _heading));
                break;
            case CodeBlock code:
                WriteCode(code.Language, CodeColours.Write(code.Language, code.Text), null, PlanWords.OfLanguage(code.Language));
                break;
            case SqlBlock sql:
                WriteCode("sql", SqlColours.Write(sql.Text), sql.Caption, PlanWords.Of(sql.Role));
                break;
            case ChecklistBlock checklist:
                WriteChecklist(checklist);
                break;
            case DiagramBlock diagram:
                WriteDiagram(diagram);
                break;
            case ChartBlock chart:
                Text.Append(PlanChart.Write(chart, inline));
                break;
            case DetailsBlock details:
                WriteDetails(details);
                break;
            default:
                throw new InvalidOperationException($"No HTML for {block.GetType().Name}");
        }
    }

    private void WriteHeading(HeadingBlock heading)
    {
        var id = anchors.Next();
        // No level is left out, whatever the blocks say.
        _level = Math.Min(Math.Min(6, heading.Level + 2), _level + 1);
        _heading = heading.Text;
        if (heading.Level == 1)
            Parts?.Add(new PlanPart("", heading.Text, id));
        Text.Append($"<h{_level} id=\"{id}\" class=\"part-{Math.Min(2, heading.Level)}\">").Append(inline.Write(heading.Text))
            .Append($"<a class=\"anchor\" href=\"#{id}\" tabindex=\"-1\" aria-hidden=\"true\">#</a></h{_level}>\n");
    }

    private void WriteList(ListBlock list)
    {
        var tag = list.IsOrdered ? "ol" : "ul";
        Text.Append($"<{tag}>\n");
        foreach (var item in list.Items)
            Text.Append("<li>").Append(inline.Write(item)).Append("</li>\n");
        Text.Append($"</{tag}>\n");
    }

    private void WriteCode(string language, string code, string? caption, string tag)
    {
        Text.Append("<figure class=\"code\">\n<figcaption><span>").Append(caption is null ? "" : inline.Write(caption)).Append("</span><span class=\"tag\">").Append(HtmlText.Escape(tag)).Append("</span></figcaption>\n")
            .Append("<pre class=\"").Append(language == "diff" ? "diff" : "plain").Append("\" tabindex=\"0\"><code>").Append(code).Append("</code></pre>\n</figure>\n");
    }

    private void WriteChecklist(ChecklistBlock checklist)
    {
        Text.Append("<div class=\"checks\">\n<p class=\"score\">");
        ChecklistState[] states = [ChecklistState.Pass, ChecklistState.Fail, ChecklistState.NotKnown];
        Text.Append(string.Join(" · ", states.Select(state => (State: state, Count: checklist.Items.Count(item => item.State == state))).Where(score => score.Count > 0)
            .Select(score => FormattableString.Invariant($"{score.Count} {PlanWords.Of(score.State)}"))));
        Text.Append("</p>\n<ul>\n");
        foreach (var item in checklist.Items)
        {
            var (name, glyph) = item.State switch
            {
                ChecklistState.Pass => ("pass", "✓"),
                ChecklistState.Fail => ("fail", "✕"),
                _ => ("unknown", "?"),
            };
            Text.Append($"<li class=\"{name}\"><span class=\"mark\"><span class=\"glyph\" aria-hidden=\"true\">{glyph}</span> {PlanWords.Of(item.State)}</span><div><p class=\"asked\">")
                .Append(inline.Write(item.Text)).Append("</p>");
            if (item.Evidence.Length > 0)
                Text.Append("<p class=\"evidence\">").Append(inline.Write(item.Evidence)).Append("</p>");
            Text.Append("</div></li>\n");
        }
        Text.Append("</ul>\n</div>\n");
    }

    private void WriteDiagram(DiagramBlock diagram)
    {
        var id = FormattableString.Invariant($"figure-{++_figures}");
        var svg = diagram.Kind == DiagramKind.Domains ? DomainSvg.Write(diagram, id, anchors.Find) : EntitySvg.Write(diagram, id, anchors.Find);
        Text.Append("<figure class=\"diagram\">\n<figcaption>").Append(inline.Write(diagram.Title)).Append("</figcaption>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .Append(HtmlText.Escape(diagram.Title)).Append("\">\n").Append(svg).Append("\n</div>\n");
        if (_explained.Add(diagram.Kind))
            Text.Append("<p class=\"key\">").Append(PlanWords.Key(diagram.Kind)).Append("</p>\n");
        Text.Append("</figure>\n");
    }

    private void WriteDetails(DetailsBlock details)
    {
        var (level, heading) = (_level, _heading);
        var id = anchors.Next();
        _heading = details.Summary;
        Text.Append("<details>\n<summary>").Append(inline.Write(details.Summary, isLinking: false)).Append("</summary>\n<div class=\"fold\" id=\"").Append(id).Append("\">\n");
        Write(details.Blocks);
        Text.Append("</div>\n</details>\n");
        (_level, _heading) = (level, heading);
    }
}
