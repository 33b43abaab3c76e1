using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Text;

namespace PrismaLint.Tests.Fixes;

public sealed class FixApplierTests
{
    private const string TwoKeys = """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          authorId Int
          editorId Int
          author   User @relation("a", fields: [authorId], references: [id])
          editor   User @relation("e", fields: [editorId], references: [id])
        }
        """;

    private static readonly string s_schema = TwoKeys.Replace("posts Post[]", "a Post[] @relation(\"a\")\n  e Post[] @relation(\"e\")", System.StringComparison.Ordinal);

    [Test]
    public void Fixes_at_one_place_are_applied_one_after_the_other()
    {
        var result = Fix(s_schema);
        result.Changes.Single().After.Content.Should().EndWith("references: [id])\n\n  @@index([authorId])\n  @@index([editorId])\n}");
        result.FixCount.Should().Be(2);
        result.Report.Visible.Should().NotContain(diagnostic => diagnostic.Id == "PL3001");
    }

    [Test]
    public void Fixing_again_changes_nothing()
    {
        var once = Fix(s_schema).Schemas[0].Files[0].Content;
        Fix(once).Changes.Should().BeEmpty();
    }

    [Test]
    public void Line_breaks_stay_what_they_are()
    {
        var result = Fix(s_schema.ReplaceLineEndings("\r\n"));
        var text = result.Changes.Single().After.Content;
        text.Should().Contain("\r\n\r\n  @@index([authorId])\r\n  @@index([editorId])\r\n}");
        text.Replace("\r\n", "", System.StringComparison.Ordinal).Should().NotContain("\n");
    }

    [Test]
    public void What_is_suppressed_is_not_fixed() =>
        Fix(s_schema.Replace("authorId Int", "authorId Int // prismalint-ignore PL3001: small", System.StringComparison.Ordinal))
            .Changes.Single().After.Content.Should().NotContain("@@index([authorId])").And.Contain("@@index([editorId])");

    [Test]
    public void A_sound_schema_stays_as_it_is()
    {
        var result = Fix("datasource db {\n  provider = \"postgresql\"\n}\n\nmodel A {\n  id Int @id\n}\n");
        result.Changes.Should().BeEmpty();
        result.FixCount.Should().Be(0);
    }

    [Test]
    public void Edits_are_applied_in_the_order_of_the_text()
    {
        var source = new SourceText("s.prisma", "abcdef");
        FixApplier.Apply(source, [TextEdit.Delete(source, new TextSpan(4, 1)), TextEdit.Insert(source, 0, "x"), new TextEdit(source, new TextSpan(1, 2), "-")])
            .Content.Should().Be("xa-df");
    }

    [Test]
    public void A_byte_order_mark_stays()
    {
        var source = new SourceText("s.prisma", "\uFEFFab");
        FixApplier.Apply(source, [TextEdit.Delete(source, new TextSpan(1, 1))]).Content.Should().Be("\uFEFFb");
    }

    private static FixResult Fix(string schema) =>
        FixApplier.Apply([SchemaSource.FromText("schema.prisma", schema)], LintOptions.Default, FixSafety.Safe);
}
