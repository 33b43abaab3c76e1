using System.Linq;
using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Planning.Document;
using PrismaLint.Reporting.Diagrams;
using PrismaLint.Tests.Reporting.Plans;

namespace PrismaLint.Tests.Reporting.Diagrams;

public sealed class DomainSvgTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(9)]
    [TestCase(24)]
    public void Boxes_do_not_overlap(int count)
    {
        var nodes = Enumerable.Range(0, count).Select(i => new DiagramNode($"d{i}", $"Domain of some name {i}", []) { Note = $"{i * i + 1} models" }).ToArray();
        var edges = Enumerable.Range(1, count * 2).Where(_ => count > 1).Select(i => new DiagramEdge($"d{i % count}", $"d{i * i % count}", $"{i}")).ToArray();
        var boxes = DomainSvg.Boxes(new DiagramBlock("", DiagramKind.Domains, nodes, edges));
        boxes.Should().HaveCount(count);
        boxes.SelectMany((box, i) => boxes.Take(i).Where(other => box.Overlaps(other, 20))).Should().BeEmpty();
    }

    [Test]
    public void More_models_make_a_larger_box_and_more_keys_a_wider_line()
    {
        var svg = XElement.Parse(DomainSvg.Write(
            new DiagramBlock(
                "",
                DiagramKind.Domains,
                [new("a", "small", []) { Note = "1 model" }, new("b", "large", []) { Note = "1,020 models" }, new("c", "middle", []) { Note = "20 models" }],
                [new("a", "b", "1"), new("c", "b", "40 keys")]),
            "f",
            _ => null));
        svg.Descendants("rect").Where(box => (string?)box.Attribute("class") == "d-body").Select(box => (double?)box.Attribute("height") ?? 0).ToArray()
            .Should().Match<double[]>(heights => heights[0] < heights[2] && heights[2] < heights[1]);
        svg.Descendants("path").Select(path => (double?)path.Attribute("stroke-width")).OfType<double>().Should().Equal(11, 1.5);
    }

    [Test]
    public void Sixty_lines_between_nine_domains_all_have_their_figure() =>
        XElement.Parse(DomainSvg.Write(SamplePlan.Domains(60), "f", _ => null)).Descendants("text").Count(text => (string?)text.Attribute("class") == "d-count").Should().Be(60);

    [Test]
    public void The_same_diagram_is_drawn_alike() =>
        DomainSvg.Write(SamplePlan.Domains(), "f", _ => null).Should().Be(DomainSvg.Write(SamplePlan.Domains(), "f", _ => null));
}
