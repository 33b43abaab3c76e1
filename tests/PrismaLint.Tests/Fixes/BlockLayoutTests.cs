using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Fixes;
using PrismaLint.Syntax;

namespace PrismaLint.Tests.Fixes;

/// <summary>The expected texts are those of Prisma's own formatter (7.10), which build/fix-corpus.mjs asks for every schema.</summary>
public sealed class BlockLayoutTests
{
    [Test]
    public void Names_types_and_attributes_stand_in_columns() =>
        Format("""
            model A {
              id Int @id // the key
                accountName String?    @unique
              b B[]
            }
            """).Should().Be("""
            model A {
              id          Int     @id // the key
              accountName String? @unique
              b           B[]
            }
            """);

    [Test]
    public void A_blank_line_starts_the_columns_anew() =>
        Format("""
            model A {

              id Int @id


              // about names
              accountName String
              /// documented
              x Int
            }
            """).Should().Be("""
            model A {
              id Int @id

              // about names
              accountName String
              /// documented
              x           Int
            }
            """);

    [Test]
    public void Attributes_have_an_order_and_those_of_the_block_stand_at_its_end() =>
        Format("""
            model A {
              id Int @map("x") @db.BigInt @default(1) @id
              @@map("a")
              // about the index
              @@index([ id(sort:Desc),b ],map:"i")
              b Int @relation(fields:[x,y], references: [z])
              @@id([b])
              @@schema("s")
            }
            """).Should().Be("""
            model A {
              id Int @id @default(1) @map("x") @db.BigInt
              b  Int @relation(fields: [x, y], references: [z])

              @@id([b])
              // about the index
              @@index([id(sort: Desc), b], map: "i")
              @@map("a")
              @@schema("s")
            }
            """);

    [Test]
    public void Conditions_have_blanks_inside_their_braces() =>
        Format("""
            model A {
              id Int @id
              @@unique([id], where: {d:null,e:{not:"x y"}})
            }
            """).Should().Be("""
            model A {
              id Int @id

              @@unique([id], where: { d: null, e: { not: "x y" } })
            }
            """);

    [Test]
    public void Enums_and_properties_have_columns_too()
    {
        Format("""
            enum E {
              A @map("a")
              LONGER   @map("b") // comment
              C // c
              @@map("e")
            }
            """).Should().Be("""
            enum E {
              A      @map("a")
              LONGER @map("b") // comment
              C // c

              @@map("e")
            }
            """);
        Format("""
            generator g {
              provider = "x"
              previewFeatures = ["a" , "b"]
            }
            """).Should().Be("""
            generator g {
              provider        = "x"
              previewFeatures = ["a", "b"]
            }
            """);
    }

    [Test]
    public void Columns_are_as_wide_as_their_bytes() =>
        Format("model A {\n  größe Int\n  ab Int\n}").Should().Be("model A {\n  größe Int\n  ab      Int\n}");

    [Test]
    public void Line_breaks_are_those_of_the_file() =>
        Format("model A {\r\n  id Int @id\r\n  abc Int\r\n}").Should().Be("model A {\r\n  id  Int @id\r\n  abc Int\r\n}");

    [TestCase("model A { // why\n  id Int @id\n}")]
    [TestCase("model A {\n  /* what\n     was */\n  id Int @id\n}")]
    [TestCase("model A {\n  id /* here */ Int @id\n}")]
    [TestCase("model A {\n  id Int @id\n  ???\n}")]
    [TestCase("model A {\n  id Int @id")]
    [TestCase("generator g {\n  previewFeatures = [\n    \"a\", // first\n    \"b\"\n  ]\n}")]
    public void What_is_more_than_members_and_comments_of_one_line_is_left_alone(string block) => Format(block).Should().BeNull();

    private static string? Format(string block)
    {
        var tree = SyntaxTree.Parse("schema.prisma", block);
        var syntax = tree.Root.Members.OfType<BlockDeclarationSyntax>().First();
        var text = BlockLayout.Format(tree, syntax);
        if (text is null)
            return null;
        var again = SyntaxTree.Parse("schema.prisma", text);
        BlockLayout.IsFormatted(again, again.Root.Members.OfType<BlockDeclarationSyntax>().First()).Should().BeTrue("laying out twice is laying out once");
        return text;
    }
}
