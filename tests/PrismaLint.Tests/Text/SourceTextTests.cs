using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Text;

namespace PrismaLint.Tests.Text;

public sealed class SourceTextTests
{
    [TestCase("a\nb", 2, 1, 0)]
    [TestCase("a\r\nb", 3, 1, 0)]
    [TestCase("a\r\nb", 2, 0, 2, Description = "between the two characters of one line break")]
    [TestCase("a\rb", 2, 1, 0)]
    [TestCase("a\n", 2, 1, 0)]
    [TestCase("", 0, 0, 0)]
    [TestCase("\uFEFFmodel", 1, 0, 1)]
    [TestCase("😀b", 2, 0, 2)]
    public void Finds_line_and_column_of_an_offset(string text, int offset, int line, int character) =>
        new SourceText("schema.prisma", text).GetLinePosition(offset).Should().Be(new LinePosition(line, character));

    [TestCase(-5, 0)]
    [TestCase(99, 3)]
    public void Moves_an_offset_outside_the_text_to_its_nearest_end(int offset, int character) =>
        new SourceText("schema.prisma", "abc").GetLinePosition(offset).Should().Be(new LinePosition(0, character));

    [TestCase("a\nb\n", 3)]
    [TestCase("a\r\nb", 2)]
    [TestCase("", 1)]
    public void Counts_lines_as_an_editor_does(string text, int count) =>
        new SourceText("schema.prisma", text).LineCount.Should().Be(count);

    [Test]
    public void Gives_a_line_without_its_break()
    {
        var source = new SourceText("schema.prisma", "first\r\nsecond\rthird");
        source.GetLine(0).Should().Be("first");
        source.GetLine(1).Should().Be("second");
        source.GetLine(2).Should().Be("third");
    }

    [Test]
    public void A_form_feed_or_a_line_separator_ends_no_line() =>
        new SourceText("schema.prisma", "a\fb\u2028c").LineCount.Should().Be(1);
}
