using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Reporting.Plans;

public sealed class PlanHtmlTests
{
    private static readonly XElement s_sample = Parse(PlanHtml.Write(SamplePlan.Create()));

    [Test]
    public void No_name_breaks_out()
    {
        s_sample.Descendants("script").Should().ContainSingle();
        s_sample.Descendants("code").Select(code => code.Value).Should().Contain(SamplePlan.Nasty);
        s_sample.Descendants().Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Test]
    public void No_text_of_any_block_breaks_out()
    {
        var nasty = SamplePlan.Nasty.Replace("`", "", StringComparison.Ordinal);
        var page = Write(
            new HeadingBlock(1, nasty), new TextBlock(nasty), new ListBlock([nasty]), new TableBlock([new(nasty)], [[nasty]]), new CodeBlock(nasty, nasty), new CodeBlock("diff", nasty),
            new SqlBlock(SqlRole.Query, nasty, nasty), new ChecklistBlock([new(nasty, ChecklistState.Pass, nasty)]), new ChartBlock(nasty, [nasty, nasty], [new(nasty, [1, 2], nasty)]),
            new DetailsBlock(nasty, [new TextBlock(nasty)]),
            new DiagramBlock(nasty, DiagramKind.Entities, [new(nasty, nasty, [new(nasty, nasty, nasty)]) { Note = nasty }], [new(nasty, nasty, nasty)]),
            new DiagramBlock(nasty, DiagramKind.Domains, [new(nasty, nasty, []) { Note = nasty }, new("b", nasty, [])], [new(nasty, "b", nasty)]));
        page.Descendants("script").Should().ContainSingle();
        page.Descendants().Select(element => element.Name.LocalName).Should().NotContain(["b a", "style "]);
        page.Descendants("style").Should().ContainSingle();
        page.Descendants("p").Count(p => p.Value == nasty).Should().BeGreaterThan(1);
    }

    [Test]
    public void What_no_page_may_hold_is_replaced() => Write(new TextBlock("a\u0000b\u001Bc\uD800d\uFFFEe😀")).Descendants("p").Should().Contain(p => p.Value == "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe😀");

    [Test]
    public void No_id_is_there_twice() => s_sample.Descendants().Attributes("id").Select(id => id.Value).Should().OnlyHaveUniqueItems();

    [Test]
    public void Every_link_leads_somewhere()
    {
        var ids = s_sample.Descendants().Attributes("id").Select(id => "#" + id.Value).ToHashSet();
        s_sample.Descendants("a").Attributes("href").Select(link => link.Value).Should().OnlyContain(link => ids.Contains(link));
        s_sample.Descendants().Attributes("aria-labelledby").SelectMany(attribute => attribute.Value.Split(' ')).Should().OnlyContain(id => ids.Contains("#" + id));
    }

    [Test]
    public void Nothing_is_loaded()
    {
        s_sample.Descendants().Select(element => element.Name.LocalName).Should().NotContain(["link", "img", "image", "iframe", "object", "embed", "use", "video", "audio", "base", "form"]);
        s_sample.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Should().NotContain(["src", "srcset", "xlink:href", "action", "background", "data"]);
        s_sample.Descendants("style").Single().Value.Should().NotContain("url(").And.NotContain("@import").And.NotContain("http");
    }

    [Test]
    public void Only_the_script_of_the_page_may_run()
    {
        var script = s_sample.Descendants("script").Single().Value;
        var policy = s_sample.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")?.Value;
        policy.Should().StartWith("default-src 'none';").And.Contain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
    }

    [Test]
    public void No_level_of_headings_is_left_out()
    {
        var levels = s_sample.Descendants().Select(element => element.Name.LocalName).Where(name => name.Length == 2 && name[0] == 'h' && char.IsDigit(name[1])).Select(name => name[1] - '0').ToArray();
        levels[0].Should().Be(1);
        levels.Skip(1).Should().NotContain(1);
        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1);
    }

    [Test]
    public void The_contents_name_the_sections_and_their_parts()
    {
        var contents = s_sample.Descendants("nav").Single();
        contents.Elements("ol").Single().Elements("li").Select(entry => entry.Elements("a").Single().Value).Should().Equal(
            "1 Overview", "2 Schema Design", "3 Prisma Models", "4 Query Patterns", "5 Performance Strategy", "6 Security Design", "7 Migration Plan", "8 Testing Strategy", " Rules cited");
        contents.Descendants("a").Attributes("href").Select(link => link.Value).Should().Contain(["#s1-domains", "#s6-checklist", "#s6-checklist-2"]);
    }

    [Test]
    public void An_anchor_stays_when_something_comes_before_it()
    {
        PlanBlock[] blocks = [new HeadingBlock(1, "Index plan"), new DetailsBlock("`User`: 3 columns", [])];
        var before = Ids(Write(blocks));
        var after = Ids(Write([new HeadingBlock(1, "New"), new TextBlock("x"), .. blocks]));
        before.Should().Contain(["s1-index-plan", "s1-user-3-columns"]).And.BeSubsetOf(after);
    }

    [Test]
    public void Names_that_give_one_anchor_are_numbered() =>
        Ids(Write(new HeadingBlock(1, "`User`"), new HeadingBlock(1, "`user`"), new HeadingBlock(1, "user 2"), new HeadingBlock(1, "ü"), new HeadingBlock(1, "title")))
            .Should().Contain(["s1-user", "s1-user-2", "s1-user-2-2", "s1-part", "s1-the-title"]);

    [Test]
    public void A_table_tells_its_headers_and_sets_figures_right()
    {
        var table = Write(new TableBlock([new("Model"), new("Rows", IsNumber: true)], [["`User`", "1,000"], ["`Post`"]])).Descendants("table").Single();
        table.Descendants("th").Attributes("scope").Select(scope => scope.Value).Should().Equal("col", "col", "row", "row");
        table.Descendants("td").Select(cell => ((string?)cell.Attribute("class"), cell.Value)).Should().Equal(("n", "1,000"), ("n", ""));
    }

    [Test]
    public void A_wide_table_is_reached_with_the_keyboard()
    {
        string[] texts = [.. Enumerable.Repeat("a text of more than thirty characters in a cell", 6)];
        var box = Write(new HeadingBlock(1, "Wide `things`"), new TableBlock([.. texts.Select(text => new TableColumn(text))], [texts])).Descendants("table").Single().Parent;
        ((string?)box?.Attribute("tabindex"), (string?)box?.Attribute("aria-label")).Should().Be(("0", "Table: Wide things"));
    }

    [Test]
    public void A_checklist_says_its_answers_in_words()
    {
        var list = Write(new ChecklistBlock([new("A", ChecklistState.Pass, "x"), new("B", ChecklistState.Fail, "y"), new("C", ChecklistState.NotKnown, "")])).Descendants("div").Single(div => (string?)div.Attribute("class") == "checks");
        list.Elements("p").Single().Value.Should().Be("1 pass · 1 fail · 1 not known");
        list.Descendants("span").Where(span => (string?)span.Attribute("class") == "mark").Select(mark => mark.Value).Should().Equal("✓ pass", "✕ fail", "? not known");
    }

    [Test]
    public void A_chart_says_its_parts_in_words()
    {
        var bars = Write(new ChartBlock("Size", ["rows", "indexes"], [new("a", [30, 10], "40 MB"), new("b", [0, 20], "20 MB")])).Descendants("figure").Single().Descendants("li").ToArray();
        bars[0].Value.Should().Be("a40 MB: rows 75 %, indexes 25 %");
        bars[1].Descendants("i").Attributes("style").Select(style => style.Value).Should().Equal("width:50%");
    }

    [Test]
    public void A_chart_without_lengths_is_written() => Write(new ChartBlock("Size", ["rows"], [new("a", [0], "unknown")])).Descendants("figure").Single().Descendants("i").Should().BeEmpty();

    [Test]
    public void Sql_says_what_it_is_for()
    {
        var figure = Write(new SqlBlock(SqlRole.Integrity, "SELECT 1;", "Rows of `a`")).Descendants("figure").Single();
        figure.Element("figcaption")?.Value.Should().Be("Rows of aSQL: integrity, gives no row");
        figure.Descendants("pre").Single().Value.Should().Be("SELECT 1;");
    }

    [Test]
    public void Lists_and_code_are_written()
    {
        var page = Write(new ListBlock(["a"]), new ListBlock(["b"], IsOrdered: true), new CodeBlock("prisma", "model A {\n}"));
        var section = page.Descendants("section").First();
        section.Elements("ul").Single().Value.Trim().Should().Be("a");
        section.Elements("ol").Single().Value.Trim().Should().Be("b");
        section.Descendants("pre").Single().Value.Should().Be("model A {\n}");
    }

    [Test]
    public void Parts_to_be_opened_that_follow_each_other_are_one_group()
    {
        var page = Write(new DetailsBlock("a", []), new DetailsBlock("b", [new DetailsBlock("c", [])]), new TextBlock("x"), new DetailsBlock("d", []));
        page.Descendants("div").Where(div => (string?)div.Attribute("class") == "folds").Select(group => group.Elements("details").Count()).Should().Equal(2, 1, 1);
    }

    [Test]
    public void A_diagram_has_a_title_and_a_description()
    {
        var svg = Write(new DiagramBlock("Shop", DiagramKind.Entities, [new("o", "Order", [new("id", "Int", "PK")]), new("u", "User", []) { IsOutside = true }], [new("o", "u", "buyer") { IsOptional = true }])).Descendants("svg").Single();
        ((string?)svg.Attribute("role")).Should().Be("img");
        svg.Element("title")?.Value.Should().Be("Shop");
        svg.Element("desc")?.Value.Should().Be("1 model and 1 of other domains, 1 relation: Order to User (buyer), many to one, optional.");
        svg.Descendants("text").Select(text => text.Value).Should().Contain(["PK", "id", "Int", "Order", "User", "buyer"]);
    }

    [Test]
    public void A_box_leads_to_what_is_said_of_its_model() =>
        Write(new DiagramBlock("Shop", DiagramKind.Entities, [new("o", "Order", [])], []), new DetailsBlock("`Order`: 3 columns", [])).Descendants("svg").Single()
            .Descendants("a").Attributes("href").Select(link => link.Value).Should().Equal("#s1-order-3-columns");

    [Test]
    public void A_rule_leads_to_its_page_where_there_is_one()
    {
        var links = Parse(PlanHtml.Write(Plan(new TextBlock("Slow (PL3001).")), new HelpLinks("https://example.org/?a&b=", ".html"))).Descendants("a").Where(a => a.Value == "PL3001").ToArray();
        links.Attributes("href").Select(link => link.Value).Should().Equal("https://example.org/?a&b=PL3001.html", "https://example.org/?a&b=PL3001.html");
        ((string?)links[0].Attribute("title")).Should().NotBeNullOrEmpty();
    }

    [Test]
    public void A_rule_leads_to_the_list_of_those_cited_where_there_is_none()
    {
        var page = Write(new TextBlock("PL3001 and PL9999, XPL3001, PL30012, `PL3002`"));
        page.Descendants("a").Where(a => (string?)a.Attribute("class") == "rule").Attributes("href").Select(link => link.Value).Should().Equal("#rule-PL3001");
        page.Descendants("dt").Select(term => term.Value).Should().Equal("PL3001");
    }

    [Test]
    public void A_plan_without_rules_has_no_list_of_them() => Ids(Write(new TextBlock("x"))).Should().NotContain("rules");

    [Test]
    public void Styles_and_script_are_text_in_xml_too() => (PlanStyle.Text + PlanScript.Text).Should().NotContainAny("<", "&");

    [Test]
    public void The_same_plan_gives_the_same_page() => PlanHtml.Write(SamplePlan.Create()).Should().Be(PlanHtml.Write(SamplePlan.Create()));

    [Test]
    public void A_plan_of_one_section_is_written() =>
        Parse(PlanHtml.Write(new PlanDocument("Plan", [], [new PlanSection(5, "Performance Strategy", [])]))).Descendants("h2").Single().Value.Should().Be("5 Performance Strategy");

    private static IEnumerable<string> Ids(XElement page) => page.Descendants().Attributes("id").Select(id => id.Value);

    private static PlanDocument Plan(params PlanBlock[] blocks) => new("Plan", [], [new PlanSection(1, "Overview", blocks)]);

    private static XElement Write(params PlanBlock[] blocks) => Parse(PlanHtml.Write(Plan(blocks)));

    // Well-formed but for the first line, so that any reader of XML can say what is in it.
    private static XElement Parse(string html)
    {
        html.Should().StartWith("<!DOCTYPE html>\n");
        return XElement.Parse(html[html.IndexOf('\n', StringComparison.Ordinal)..], LoadOptions.PreserveWhitespace);
    }
}
