using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Diagrams;

namespace PrismaLint.Reporting.Plans;

/// <summary>A table of a plan as HTML. Columns of short texts do not break, those of long ones get room.</summary>
internal static class PlanTable
{
    private const int ShortText = 30;
    private const int LongText = 70;
    private const double TextSize = 14;
    private const double CellPadding = 24;
    private const double LongWidth = 240;

    /// <summary>A table that is wider than this scrolls on a page of usual width, and so must be reached by the keyboard.</summary>
    private const double PageWidth = 820;

    public static string Write(TableBlock table, PlanInline inline, string heading)
    {
        var text = new StringBuilder();
        string[] classes = [.. table.Columns.Select((column, i) => ClassOf(table, column, i))];
        var label = HtmlText.Escape("Table: " + string.Concat(PlanText.Parts(heading).Select(part => part.Text)));
        text.Append("<div class=\"scroll\"").Append(WidthOf(table, classes) > PageWidth ? $" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"" : "").Append(">\n<table>\n<thead><tr>");
        for (var i = 0; i < classes.Length; i++)
            text.Append("<th scope=\"col\"").Append(" class=\"").Append(classes[i]).Append("\">").Append(inline.Write(table.Columns[i].Title)).Append("</th>");
        text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            text.Append("<tr>");
            for (var i = 0; i < classes.Length; i++)
            {
                var isHeader = i == 0 && !table.Columns[0].IsNumber;
                text.Append(isHeader ? "<th scope=\"row\"" : "<td").Append(" class=\"").Append(classes[i]).Append("\">")
                    .Append(i < row.Count ? inline.Write(row[i]) : "").Append(isHeader ? "</th>" : "</td>");
            }
            text.Append("</tr>\n");
        }
        return text.Append("</tbody>\n</table>\n</div>\n").ToString();
    }

    private static string ClassOf(TableBlock table, TableColumn column, int number)
    {
        if (column.IsNumber)
            return "n";
        var longest = Cells(table, number).Select(cell => cell.Length).DefaultIfEmpty(0).Max();
        return longest <= ShortText ? "s" : longest >= LongText ? "l" : "m";
    }

    private static double WidthOf(TableBlock table, string[] classes) =>
        classes.Select((name, i) => CellPadding + (name == "l" ? LongWidth : Cells(table, i).Select(cell => TextWidth.Of(cell, TextSize)).DefaultIfEmpty(0).Max() * (name == "m" ? 0.7 : 1))).Sum();

    private static IEnumerable<string> Cells(TableBlock table, int column) => table.Rows.Where(row => column < row.Count).Select(row => row[column]);
}
