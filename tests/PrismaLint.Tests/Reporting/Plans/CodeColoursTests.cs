using System;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Reporting.Plans;

namespace PrismaLint.Tests.Reporting.Plans;

public sealed partial class CodeColoursTests
{
    private static readonly string[] s_languages = ["sql", "prisma", "ts", "diff", "sh", "json", "unknown"];

    private static readonly string[] s_pieces =
        ["SELECT ", "model A {\n", "  id Int @id", "@@index([a])", "'text'", "\"na<me\"", "`t`", "$$\nBEGIN\n", "$$", "-- note\n", "// note\n", "/* x", "*/", "# c\n", "\n", "+", "-", "@@ ", "&amp;", "'", "\\", "12.5", "$1", ";", "é😀"];

    [Test]
    public void No_character_is_lost([ValueSource(nameof(s_languages))] string language)
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var code = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var text = WebUtility.HtmlDecode(Tags().Replace(CodeColours.Write(language, code), ""));
            (language == "diff" ? text[..^1] : text).Should().Be(code);
        }
    }

    [Test]
    public void Sql_has_its_words_marked() =>
        CodeColours.Write("sql", "CREATE INDEX CONCURRENTLY \"a_idx\" ON a (b); -- now").Should().Be(
            "<b>CREATE INDEX CONCURRENTLY</b> &quot;a_idx&quot; <b>ON</b> a (b); <i>-- now</i>");

    [Test]
    public void The_body_of_a_function_is_code_too() =>
        CodeColours.Write("sql", "DO $x$\nBEGIN\nEND\n$x$").Should().Be("<b>DO</b> <span class=\"s\">$x$</span>\n<b>BEGIN\nEND</b>\n<span class=\"s\">$x$</span>");

    [Test]
    public void A_schema_has_its_attributes_marked_and_fields_may_be_called_as_keywords() =>
        CodeColours.Write("prisma", "model A {\n  type String @db.VarChar(20) // \"x\"\n}").Should().Be(
            "<b>model</b> A {\n  type String <b>@db.VarChar</b>(<span class=\"s\">20</span>) <i>// &quot;x&quot;</i>\n}");

    [Test]
    public void A_diff_tells_its_lines_apart_by_more_than_colour() =>
        CodeColours.Write("diff", "@@ -1 +1 @@\n-a\n+b\n c").Should().Be("<i>@@ -1 +1 @@\n</i><del>-a\n</del><ins>+b\n</ins><span> c\n</span>");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
