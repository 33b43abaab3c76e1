using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Text;

namespace PrismaLint.Tests.Fixes;

public sealed class EditSetTests
{
    private readonly SourceText _source = new("s.prisma", "abcdef");

    [Test]
    public void Edits_that_meet_do_not_overlap() =>
        Make(Replace(0, 2, "X"), Replace(2, 4, "Y"), Insert(4, "!")).Should().Be("XY!ef");

    [TestCase(0, 3)]
    [TestCase(1, 2)]
    [TestCase(3, 6)]
    public void A_fix_that_reaches_into_another_is_refused_whole(int start, int end)
    {
        var edits = new EditSet();
        edits.TryAdd(Fix(Replace(1, 4, "-"))).Should().BeTrue();
        edits.TryAdd(Fix(Insert(6, "!"), Replace(start, end, "+"))).Should().BeFalse();
        EditSet.Apply(_source.Content, edits.In(_source.Path)).Should().Be("a-ef");
    }

    [Test]
    public void What_two_fixes_do_alike_is_done_once() =>
        Make(Replace(1, 2, "X"), Replace(1, 2, "X"), Insert(6, "\n  @@index([a])"), Insert(6, "\n  @@index([a])")).Should().Be("aXcdef\n  @@index([a])");

    [Test]
    public void Lines_at_one_place_share_the_blank_line_before_them() =>
        Make(Insert(6, "\n\n  @@index([a])"), Insert(6, "\n  b Int"), Insert(6, "\n\n  @@map(\"x\")"), Insert(6, "\n\n  @@index([b])"))
            .Should().Be("abcdef\n  b Int\n\n  @@index([a])\n  @@map(\"x\")\n  @@index([b])");

    [Test]
    public void Lines_of_other_line_breaks_do_too() =>
        Make(Insert(6, "\r\n\r\n  @@index([a])"), Insert(6, "\r\n\r\n  @@index([b])")).Should().Be("abcdef\r\n\r\n  @@index([a])\r\n  @@index([b])");

    [Test]
    public void Attributes_of_different_names_follow_each_other() =>
        Make(Insert(3, " @map(\"x\")"), Insert(3, " @db.Text")).Should().Be("abc @map(\"x\") @db.Textdef");

    [TestCase(" @map(\"x\")", " @map(\"y\")")]
    [TestCase(" @db.Text", " @db.Uuid")]
    [TestCase("\n  @@map(\"x\")", "\n  @@map(\"y\")")]
    [TestCase("\n  output = \"a\"", "\n  output = \"b\"")]
    [TestCase("?", " @map(\"x\")")]
    [TestCase(", a: 1", ", b: 2")]
    public void Other_insertions_at_one_place_wait_for_the_next_pass(string one, string other)
    {
        var edits = new EditSet();
        edits.TryAdd(Fix(Insert(3, one))).Should().BeTrue();
        edits.TryAdd(Fix(Insert(3, other))).Should().BeFalse();
    }

    private string Make(params TextEdit[] edits)
    {
        var set = new EditSet();
        foreach (var edit in edits)
            set.TryAdd(Fix(edit)).Should().BeTrue();
        return EditSet.Apply(_source.Content, set.In(_source.Path));
    }

    private static CodeFix Fix(params TextEdit[] edits) => CodeFix.Safe("Mend it", edits);

    private TextEdit Insert(int offset, string text) => TextEdit.Insert(_source, offset, text);

    private TextEdit Replace(int start, int end, string text) => new(_source, TextSpan.FromBounds(start, end), text);
}
