using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Reporting;
using PrismaLint.Text;

namespace PrismaLint.Tests.Reporting;

public sealed class CodeFrameTests
{
    [Test]
    public void The_mark_stands_below_its_text_behind_tabs()
    {
        var source = new SourceText("s.prisma", "model A {\n\tid\tInt\n}");
        CodeFrame.Create(Findings.In(source, "Int")).Should().Be(new CodeFrame(2, "    id    Int", 10, 3));
    }

    [Test]
    public void A_span_over_lines_is_marked_to_the_end_of_its_first() =>
        CodeFrame.Create(new Location(new SourceText("s.prisma", "model A {\n}\n"), new TextSpan(6, 5)))
            .Should().Be(new CodeFrame(1, "model A {", 6, 3));

    [Test]
    public void The_end_of_a_line_has_a_mark_too() =>
        CodeFrame.Create(new Location(new SourceText("s.prisma", "model A"), new TextSpan(7, 0))).Should().Be(new CodeFrame(1, "model A", 7, 1));

    [Test]
    public void A_very_long_line_is_cut_around_the_mark()
    {
        var source = new SourceText("s.prisma", new string('a', 100_000) + "!" + new string('b', 100_000));
        var frame = CodeFrame.Create(Findings.In(source, "!"));
        frame?.Text.Length.Should().BeLessThan(130);
        frame?.Text[frame.MarkStart].Should().Be('!');
    }

    [Test]
    public void What_a_terminal_would_obey_is_replaced() =>
        CodeFrame.Show("a\u001B[31mb\u0007\u202Ec").Should().Be("a\uFFFD[31mb\uFFFD\uFFFDc");

    [Test]
    public void A_file_without_text_has_no_frame() =>
        CodeFrame.Create(new Location(new SourceText("s.prisma", ""), default)).Should().BeNull();
}
