using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class CharTypeRuleTests : RuleTests<CharTypeRule>
{
    [Test]
    public void Reports_the_type_and_keeps_its_length() =>
        Lint("model A {\n  id   Int    @id\n  code String @default(\"x\") [|@db.Char(20)|] // as printed\n}")
            .Should().Report("`A.code` is `char(20)`, which PostgreSQL fills up with blanks")
            .And.BecomeWhenFixed("model A {\n  id   Int    @id\n  code String @default(\"x\") @db.VarChar(20) // as printed\n}");

    [Test]
    public void Changes_the_columns_that_refer_to_it_too() =>
        Lint("""
            model A {
              code String @id [|@db.Char(8)|]
              bs   B[]
            }

            model B {
              id   Int    @id
              code String @db.Char(8)
              a    A      @relation(fields: [code], references: [code])
            }
            """)
        .Should().ReportAtTheMarks()
        .And.BecomeWhenFixed("""
            model A {
              code String @id @db.VarChar(8)
              bs   B[]
            }

            model B {
              id   Int    @id
              code String @db.VarChar(8)
              a    A      @relation(fields: [code], references: [code])
            }
            """);

    [TestCase("passwordHash String @db.Char(60)")]
    [TestCase("sha256 String @db.Char(64)")]
    [TestCase("countryCode String @db.Char(2)")]
    [TestCase("currency String @db.Char(3)")]
    [TestCase("gender String @db.Char(1)")]
    [TestCase("gender String @db.Char")]
    [TestCase("uid String @unique @default(ulid()) @db.Char(26)")]
    public void Leaves_alone_what_has_one_length_unless_told(string column)
    {
        Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();
        var marked = column.Replace("@db.", "[|@db.", System.StringComparison.Ordinal) + "|]";
        Lint($"model A {{\n  id Int @id\n  {marked}\n}}", (CharTypeRule.AllowFixed, "false")).ReportAtTheMarks();
    }

    [TestCase("countryList String [|@db.Char(200)|]")]
    [TestCase("hashes String [|@db.Char(129)|]")]
    [TestCase("hash String [|@db.Char(129)|]")]
    public void Reports_long_ones_of_such_names(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").ReportAtTheMarks();

    [TestCase("code String @db.VarChar(20)")]
    [TestCase("code String @db.Char(20)\n  x Missing")]
    public void Accepts_other_types_and_passes_over_a_broken_neighbour(string column) =>
        Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Says_nothing_of_other_databases() => Lint("model A {\n  id Int @id\n  code String @db.Char(20)\n}", Provider.MySql).Should().ReportNothing();
}
