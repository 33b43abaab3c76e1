using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Relations;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Relations;

public sealed class ForeignKeyWidthMismatchRuleTests : RuleTests<ForeignKeyWidthMismatchRule>
{
    private static string Schema(string key, string column) => $$"""
        model City {
          id      Int     @id
          land    {{column}}
          country Country @relation(fields: [land], references: [id])
        }

        model Country {
          id     {{key}}
          cities City[]
        }
        """;

    [Test]
    public void Reports_a_narrower_integer_and_widens_it() =>
        Lint(Schema("Int @id", "Int [|@db.SmallInt|]"))
            .Should().Report("`City.land` holds 16 bits, and `Country.id`, which it refers to, 32 bits")
            .And.BecomeWhenFixed(Schema("Int @id", "Int"));

    [Test]
    public void Reports_a_shorter_text() =>
        Lint(Schema("String @id @db.VarChar(10)", "String [|@db.VarChar(1)|]"))
            .Should().Report("`City.land` holds 1 character, and `Country.id`, which it refers to, 10 characters")
            .And.BecomeWhenFixed(Schema("String @id @db.VarChar(10)", "String @db.VarChar(10)"));

    [TestCase("Int @id @db.SmallInt", "Int")]
    [TestCase("String @id", "String @db.VarChar(36)")]
    [TestCase("String @id @db.VarChar(36)", "String")]
    [TestCase("String @id @db.Uuid", "String @db.VarChar(36)")]
    public void Accepts_keys_that_hold_every_value_or_have_no_limit(string key, string column) => Lint(Schema(key, column)).Should().ReportNothing();

    [Test]
    public void Says_nothing_on_other_databases() =>
        Lint(Schema("Int @id", "Int @db.SmallInt"), Provider.SqlServer).Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint(Schema("Int @id\n  = 7", "Int @db.SmallInt")).Should().ReportNothing();
}
