using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>Texts of a plan as HTML: names as code, ids of rules as links.</summary>
internal sealed class PlanInline(HelpLinks help)
{
    public const string RulesAnchor = "rules";

    private const int IdLength = 6;

    private readonly SortedDictionary<string, DiagnosticDescriptor?> _rules = new(StringComparer.Ordinal);

    /// <param name="text">The text.</param>
    /// <param name="isLinking">Whether ids of rules become links; inside of a link they must not.</param>
    public string Write(string text, bool isLinking = true)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var (part, isCode) in PlanText.Parts(text))
        {
            if (isCode)
                result.Append("<code>").Append(HtmlText.Escape(part)).Append("</code>");
            else if (isLinking)
                WriteWords(result, part);
            else
                result.Append(HtmlText.Escape(part));
        }
        return result.ToString();
    }

    /// <summary>The list of the rules that were spoken of; empty without any.</summary>
    public string WriteRules()
    {
        DiagnosticDescriptor[] rules = [.. _rules.Values.OfType<DiagnosticDescriptor>()];
        if (rules.Length == 0)
            return "";
        var text = new StringBuilder();
        text.Append("<section id=\"rules\" aria-labelledby=\"rules-title\" class=\"rules\">\n<h2 id=\"rules-title\">Rules cited</h2>\n<dl>\n");
        foreach (var rule in rules)
        {
            var id = help.Find(rule.Id) is { } page ? $"<a href=\"{HtmlText.Escape(page)}\">{rule.Id}</a>" : rule.Id;
            text.Append("<div id=\"rule-").Append(rule.Id).Append("\"><dt>").Append(id).Append("</dt><dd>").Append(Write(rule.Title, isLinking: false))
                .Append(" <span class=\"rule-name\">").Append(HtmlText.Escape(rule.Name)).Append("</span></dd></div>\n");
        }
        return text.Append("</dl>\n</section>\n").ToString();
    }

    private void WriteWords(StringBuilder result, string text)
    {
        var start = 0;
        for (var at = text.IndexOf("PL", StringComparison.Ordinal); at >= 0; at = text.IndexOf("PL", at + 1, StringComparison.Ordinal))
        {
            if (!IsId(text, at) || Find(text.Substring(at, IdLength)) is not { } rule)
                continue;
            result.Append(HtmlText.Escape(text.Substring(start, at - start)));
            result.Append("<a class=\"rule\" href=\"").Append(HtmlText.Escape(help.Find(rule.Id) ?? "#rule-" + rule.Id))
                .Append("\" title=\"").Append(HtmlText.Escape(rule.Title.Replace("`", ""))).Append("\">").Append(rule.Id).Append("</a>");
            start = at + IdLength;
        }
        result.Append(HtmlText.Escape(text.Substring(start)));
    }

    private static bool IsId(string text, int at)
    {
        if (at + IdLength > text.Length || (at > 0 && char.IsLetterOrDigit(text[at - 1])) || (at + IdLength < text.Length && char.IsLetterOrDigit(text[at + IdLength])))
            return false;
        for (var i = at + 2; i < at + IdLength; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }
        return true;
    }

    private DiagnosticDescriptor? Find(string id)
    {
        if (!_rules.TryGetValue(id, out var rule))
            _rules.Add(id, rule = DiagnosticCatalog.Find(id));
        return rule;
    }
}
