using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using PrismaLint.Planning.Document;

namespace PrismaLint.Reporting.Plans;

/// <summary>The page around the sections: its head, its table of contents, its end.</summary>
internal sealed class PlanPage
{
    private readonly PlanDocument _plan;
    private readonly PlanAnchors _anchors;
    private readonly PlanInline _inline;
    private readonly StringBuilder _text = new();

    public PlanPage(PlanDocument plan, HelpLinks help)
    {
        _plan = plan;
        _anchors = new PlanAnchors(plan);
        _inline = new PlanInline(help);
    }

    public string Write()
    {
        var body = WriteBody(out var parts);
        WriteHead();
        _text.Append("<body>\n<a class=\"skip\" href=\"#content\">Skip to the plan</a>\n<div class=\"page\">\n");
        WriteContents(parts);
        _text.Append("<main id=\"content\">\n").Append(body).Append("</main>\n</div>\n");
        _text.Append("<a class=\"up\" href=\"#contents\">Contents</a>\n");
        _text.Append("<script>").Append(PlanScript.Text).Append("</script>\n</body>\n</html>\n");
        return _text.ToString();
    }

    private string WriteBody(out List<PlanPart> parts)
    {
        var blocks = new PlanBlocks(_anchors, _inline);
        var body = blocks.Text;
        body.Append("<header class=\"cover\">\n<h1>").Append(Title()).Append("</h1>\n");
        blocks.Write(_plan.Preface);
        body.Append("<div class=\"tools\" id=\"tools\"></div>\n</header>\n");
        parts = [];
        foreach (var section in _plan.Sections)
        {
            var id = PlanAnchors.Of(section);
            var part = new PlanPart(FormattableString.Invariant($"{section.Number}"), section.Title, id);
            parts.Add(part);
            body.Append("<section id=\"").Append(id).Append("\" aria-labelledby=\"").Append(id).Append("-title\">\n<h2 id=\"").Append(id).Append("-title\"><span class=\"number\">")
                .Append(part.Number).Append("</span> ").Append(_inline.Write(section.Title)).Append("</h2>\n");
            blocks.Parts = part.Inner;
            blocks.Write(section.Blocks);
            body.Append("</section>\n");
        }
        if (_inline.WriteRules() is { Length: > 0 } rules)
        {
            body.Append(rules);
            parts.Add(new PlanPart("", "Rules cited", PlanInline.RulesAnchor));
        }
        return body.ToString();
    }

    // Paths break behind a slash.
    private string Title() => HtmlText.Escape(string.Concat(PlanText.Parts(_plan.Title).Select(part => part.Text))).Replace("/", "/<wbr/>");

    private void WriteHead()
    {
        var title = HtmlText.Escape(string.Concat(PlanText.Parts(_plan.Title).Select(part => part.Text)));
        _text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-").Append(Hash(PlanScript.Text))
            .Append("'; base-uri 'none'; form-action 'none'\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
            .Append("<meta name=\"generator\" content=\"PrismaLint\"/>\n<title>").Append(title).Append("</title>\n<style>\n").Append(PlanStyle.Text).Append("</style>\n</head>\n");
    }

    private void WriteContents(List<PlanPart> parts)
    {
        _text.Append("<nav class=\"contents\" id=\"contents\" aria-label=\"Contents\">\n<p class=\"contents-plan\">").Append(_inline.Write(_plan.Title, isLinking: false)).Append("</p>\n<p class=\"contents-title\">Contents</p>\n<ol>\n");
        foreach (var part in parts)
        {
            _text.Append("<li><a href=\"#").Append(part.Anchor).Append("\"><span class=\"number\">").Append(part.Number).Append("</span> ").Append(_inline.Write(part.Title)).Append("</a>");
            if (part.Inner.Count > 0)
            {
                _text.Append("\n<ol>\n");
                foreach (var inner in part.Inner)
                    _text.Append("<li><a href=\"#").Append(inner.Anchor).Append("\">").Append(_inline.Write(inner.Title, isLinking: false)).Append("</a></li>\n");
                _text.Append("</ol>\n");
            }
            _text.Append("</li>\n");
        }
        _text.Append("</ol>\n</nav>\n");
    }

    // The only script that the page lets run.
    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
#pragma warning disable CA1850 // netstandard2.0 has no HashData.
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA1850
    }
}
