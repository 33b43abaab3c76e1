using System;
using System.Globalization;
using System.Linq;
using System.Text;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>A chart of bars as HTML: a list, so that it reads well where it is not seen.</summary>
internal static class PlanChart
{
    /// <summary>As many series as the styles tell apart.</summary>
    private const int Styles = 4;

    public static string Write(ChartBlock chart, PlanInline inline)
    {
        var longest = chart.Bars.Select(bar => bar.Values.Sum()).DefaultIfEmpty(0).Max();
        var text = new StringBuilder();
        text.Append("<figure class=\"chart\">\n<figcaption><span>").Append(inline.Write(chart.Title)).Append("</span>");
        if (chart.Series.Count > 1)
        {
            text.Append("<span class=\"legend\">");
            for (var i = 0; i < chart.Series.Count; i++)
                text.Append($"<span><i class=\"c{i % Styles}\"></i>").Append(inline.Write(chart.Series[i])).Append("</span>");
            text.Append("</span>");
        }
        text.Append("</figcaption>\n<ul>\n");
        foreach (var bar in chart.Bars)
            WriteBar(text, chart, bar, longest, inline);
        return text.Append("</ul>\n</figure>\n").ToString();
    }

    private static void WriteBar(StringBuilder text, ChartBlock chart, ChartBar bar, double longest, PlanInline inline)
    {
        var sum = bar.Values.Sum();
        text.Append("<li><span class=\"label\">").Append(inline.Write(bar.Label)).Append("</span><span class=\"bar\" aria-hidden=\"true\">");
        for (var i = 0; i < bar.Values.Count; i++)
        {
            if (longest > 0 && bar.Values[i] > 0)
                text.Append($"<i class=\"c{i % Styles}\" style=\"width:{Percent(bar.Values[i] / longest)}%\"></i>");
        }
        text.Append("</span><span class=\"value\">").Append(inline.Write(bar.Text));
        if (chart.Series.Count > 1 && sum > 0)
        {
            var parts = chart.Series.Select((series, i) => $"{series} {Math.Round((i < bar.Values.Count ? bar.Values[i] : 0) / sum * 100).ToString(CultureInfo.InvariantCulture)} %");
            text.Append("<span class=\"unseen\">: ").Append(inline.Write(string.Join(", ", parts), isLinking: false)).Append("</span>");
        }
        text.Append("</span></li>\n");
    }

    private static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
