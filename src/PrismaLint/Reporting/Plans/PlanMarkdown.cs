using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>A plan as Markdown (GitHub's), diagrams as Mermaid.</summary>
public static class PlanMarkdown
{
    public static string Write(PlanDocument plan)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(Inline(plan.Title)).Append('\n');
        Write(text, plan.Preface);
        foreach (var section in plan.Sections)
        {
            text.Append(FormattableString.Invariant($"\n### {section.Number}. {section.Title}\n"));
            Write(text, section.Blocks);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<PlanBlock> blocks)
    {
        foreach (var block in blocks)
        {
            text.Append('\n');
            Write(text, block);
        }
    }

    private static void Write(StringBuilder text, PlanBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Append('#', heading.Level + 3).Append(' ').Append(Inline(heading.Text)).Append('\n');
                break;
            case TextBlock paragraph:
                text.Append(Paragraph(Inline(paragraph.Text))).Append('\n');
                break;
            case ListBlock list:
                for (var i = 0; i < list.Items.Count; i++)
                    text.Append(list.IsOrdered ? FormattableString.Invariant($"{i + 1}. ") : "- ").Append(Inline(list.Items[i])).Append('\n');
                break;
            case TableBlock table:
                Write(text, table);
                break;
            case CodeBlock code:
                Fence(text, code.Language, code.Text);
                break;
            case SqlBlock sql:
                if (sql.Caption is { } caption)
                    text.Append(Inline(caption)).Append("\n\n");
                Fence(text, "sql", sql.Text);
                break;
            case ChecklistBlock checklist:
                foreach (var item in checklist.Items)
                    text.Append($"- {Mark(item.State)} {Inline(item.Text)} — {PlanWords.Of(item.State)}. {Inline(item.Evidence)}\n");
                break;
            case DiagramBlock diagram:
                text.Append(Inline(diagram.Title)).Append("\n\n");
                Fence(text, "mermaid", MermaidText.Write(diagram));
                break;
            case ChartBlock chart:
                Write(text, chart);
                break;
            case DetailsBlock details:
                text.Append($"<details><summary>{Html(details.Summary)}</summary>\n");
                Write(text, details.Blocks);
                text.Append("\n</details>\n");
                break;
        }
    }

    private static void Write(StringBuilder text, TableBlock table)
    {
        text.Append('|');
        foreach (var column in table.Columns)
            text.Append(' ').Append(Inline(column.Title)).Append(" |");
        text.Append("\n|");
        foreach (var column in table.Columns)
            text.Append(column.IsNumber ? " ---: |" : " --- |");
        text.Append('\n');
        foreach (var row in table.Rows)
        {
            text.Append('|');
            foreach (var cell in row)
                text.Append(' ').Append(Inline(cell, isInTable: true)).Append(" |");
            text.Append('\n');
        }
    }

    private static void Write(StringBuilder text, ChartBlock chart)
    {
        var longest = chart.Bars.Select(bar => bar.Values.Sum()).DefaultIfEmpty(0).Max();
        text.Append(Inline(chart.Title)).Append("\n\n");
        text.Append($"| | {string.Join(" + ", chart.Series)} | |\n| --- | --- | ---: |\n");
        foreach (var bar in chart.Bars)
        {
            var length = longest <= 0 ? 0 : (int)Math.Round(bar.Values.Sum() / longest * 30);
            text.Append($"| {Inline(bar.Label, isInTable: true)} | {new string('█', length)} | {Inline(bar.Text, isInTable: true)} |\n");
        }
    }

    private static string Mark(ChecklistState state) => state switch
    {
        ChecklistState.Pass => "[x]",
        ChecklistState.Fail => "[ ] ✗",
        _ => "[ ] ?",
    };

    private static void Fence(StringBuilder text, string language, string code)
    {
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        text.Append($"{fence}{language}\n{code}\n{fence}\n");
    }

    private static string Inline(string text, bool isInTable = false)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var (part, isCode) in PlanText.Parts(text))
        {
            if (isCode)
                result.Append(isInTable ? PlanText.Code(part).Replace("|", "\\|") : PlanText.Code(part));
            else
                Escape(result, part);
        }
        return result.ToString();
    }

    // What begins a heading, a list or a quotation begins none.
    private static string Paragraph(string text)
    {
        if (text.Length > 0 && text[0] is ('#' or '-' or '+' or '='))
            return "\\" + text;
        var digits = 0;
        while (digits < text.Length && char.IsDigit(text[digits]))
            digits++;
        return digits > 0 && digits < text.Length && text[digits] is ('.' or ')') ? text.Insert(digits, "\\") : text;
    }

    private static void Escape(StringBuilder result, string text)
    {
        foreach (var letter in text)
        {
            if (letter is '\\' or '*' or '_' or '<' or '>' or '|' or '[' or ']' or '~' or '`')
                result.Append('\\');
            result.Append(letter);
        }
    }

    private static string Html(string text) => string.Concat(PlanText.Parts(text).Select(part => part.IsCode ? $"<code>{HtmlText.Escape(part.Text)}</code>" : HtmlText.Escape(part.Text)));
}
