using System;
using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Database;
using PrismaLint.Rules.Database.Tables;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Database.Tables;

public sealed class DiscouragedColumnTypeRuleTests : LiveRuleTests<DiscouragedColumnTypeRule>
{
    private const string Product = """
        model [|Product|] {
          id      Int     @id
          price   Decimal
          data    Json
          owner   Unsupported("regclass")?
        }
        """;

    private const string Char = """
        model Product {
          id      Int    @id
          [|label|]   String @db.Char(20)
          country String @db.Char(2)
          kind    String @db.Char(1)
        }
        """;

    [TestCase("money")]
    [TestCase("json")]
    public void Reports_a_column_that_the_schema_does_not_know(string type) =>
        Lint(Product, database =>
        {
            database.Table("Product").SetType("owner", "text").AddColumn("extra", type);
        }).Should().ReportAtTheMarks();

    [Test]
    public void Leaves_what_the_schema_knows_to_other_rules() =>
        Lint(Product, database => database.Table("Product").SetType("owner", "text").SetType("price", "money").SetType("data", "json")).Should().ReportNothing();

    [Test]
    public void Reports_numbers_of_catalog_objects() =>
        Lint(Product.Replace("[|Product|]", "Product", StringComparison.Ordinal).Replace("owner ", "[|owner|] ", StringComparison.Ordinal), database =>
            database.Table("Product").SetColumn("owner", "type", "regclass").SetColumn("owner", "typname", "regclass").SetColumn("owner", "typschema", "pg_catalog"))
        .Should().Report("`public.Product.owner` is `regclass`, the number of a catalog object, which no dump takes along");

    [Test]
    public void Reports_text_filled_up_with_blanks_but_not_codes() =>
        Lint(Char, database => database.Table("Product").SetColumn("label", "typmod", 24).SetColumn("country", "typmod", 6).SetColumn("kind", "typmod", 5))
        .Should().Report("`public.Product.label` is `character(20)`, filled up with blanks: `varchar` or `text` keep what was written");

    [Test]
    public void Accepts_serial_and_plain_types() =>
        Lint("""
            model Product {
              id   Int    @id @default(autoincrement())
              name String @db.VarChar(20)
            }
            """, _ => { }).Should().ReportNothing();

    [Test]
    public void Says_that_nothing_is_known_without_the_columns()
    {
        Lint(Product, database => database.Without(EvidenceSource.Columns)).Should().ReportNothing();

        NotJudged.Should().Equal("discouraged-column-type: the role may not read columns");
    }
}
