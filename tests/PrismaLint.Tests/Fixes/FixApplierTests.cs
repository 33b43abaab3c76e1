using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Configuration;
using PrismaLint.Diagnostics;
using PrismaLint.Fixes;
using PrismaLint.Rules;
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
    public void Lines_for_one_place_are_written_in_one_pass()
    {
        var result = Fix(s_schema);
        result.PassCount.Should().Be(1);
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

    [Test]
    public void A_formatted_block_is_laid_out_anew() =>
        FixNames("""
            model User {
              id        Int       @id
              createdAt DateTime?
              signed_up String // when

              last_seen DateTime? @db.Date
            }

            """).Schemas[0].Files[0].Content.Should().StartWith("""
            model User {
              id        Int       @id
              createdAt DateTime?
              signedUp  String    @map("signed_up") // when

              lastSeen DateTime? @map("last_seen") @db.Date
            }

            """.ReplaceLineEndings("\n"));

    [Test]
    public void A_block_that_was_not_formatted_keeps_its_layout() =>
        FixNames("model User {\n  id   Int @id\n  createdAt DateTime?\n  signed_up String // when\n}\n").Schemas[0].Files[0].Content
            .Should().StartWith("model User {\n  id   Int @id\n  createdAt DateTime?\n  signedUp String @map(\"signed_up\") // when\n}");

    [Test]
    public void A_fix_that_would_break_the_schema_is_left_out_and_the_others_are_made()
    {
        // Alone each name is free; both cannot have it.
        var result = FixNames("model A {\n  id Int @id\n  user_name String\n  User_name String\n  last_seen String\n}\n");
        result.Report.ErrorCount.Should().Be(0);
        result.Schemas[0].Files[0].Content.Should().Contain("userName String @map(").And.Contain("lastSeen String @map(");
    }

    [Test]
    public void A_shared_file_is_fixed_where_all_its_schemas_agree()
    {
        var shared = new SourceText("shared.prisma", "model A {\n  id Int @id\n  user_id String\n}\n");
        SchemaSource With(string path, string names) =>
            new(path, [shared, new SourceText(path + ".prisma", "datasource db {\n  provider = \"postgresql\"\n}\n\n" + names)]);

        FixNames(With("camel", CamelCase), With("snake", CamelCase.Replace("Name", "_name", System.StringComparison.Ordinal))).Changes.Should().BeEmpty();

        var agreed = FixNames(With("camel", CamelCase), With("other", CamelCase));
        agreed.Changes.Should().ContainSingle().Which.After.Content.Should().Contain("userId String @map(\"user_id\")");
        agreed.FixCount.Should().Be(1);
    }

    // Enough names to show a style.
    private const string CamelCase = """
        model B {
          id        Int @id
          oneName   Int
          twoName   Int
          threeName Int
          fourName  Int
          fiveName  Int
          sixName   Int
          sevenName Int
          eightName Int
          nineName  Int
          tenName   Int
          manyName  Int
          moreName  Int
          mostName  Int
          lastName  Int
          veryName  Int
          allName   Int
          anyName   Int
          noName    Int
        }

        """;

    private static FixResult FixNames(string models) => FixNames(SchemaSource.FromText(
        "schema.prisma", (models + "\n" + CamelCase).ReplaceLineEndings("\n") + "datasource db {\n  provider = \"postgresql\"\n}\n"));

    private static FixResult FixNames(params SchemaSource[] schemas) => FixApplier.Apply(
        schemas, new LintOptions { Preset = RulePreset.None, Configuration = LintConfiguration.Empty.WithRule("PL1002") ?? LintConfiguration.Empty }, FixSafety.Unsafe);

    private static FixResult Fix(string schema) =>
        FixApplier.Apply([SchemaSource.FromText("schema.prisma", schema)], LintOptions.Default, FixSafety.Safe);
}
