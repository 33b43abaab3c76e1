using NUnit.Framework;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class RequiredIndexRuleTests : RuleTests<RequiredIndexRule>
{
    [Test]
    public void Reports_each_named_field_that_leads_no_index_and_adds_one() =>
        Lint("""
            model Order {
              id         Int    @id
              [|externalId|] String
              [|pageSlug|]   String
            }
            """,
            (RequiredIndexRule.Names, "externalId, /Slug$/"))
        .Should().Report("No index of `Order` starts with `externalId`", "No index of `Order` starts with `pageSlug`")
        .And.BecomeWhenFixed("""
            model Order {
              id         Int    @id
              externalId String
              pageSlug   String

              @@index([externalId])

              @@index([pageSlug])
            }
            """);

    [TestCase("externalId String @unique")]
    [TestCase("externalId String @db.VarChar(9)\n  @@index([externalId, name])")]
    [TestCase("externalId String\n  @@index([externalId(sort: Desc)])")]
    [TestCase("externalId String\n  @@unique([externalId, name])")]
    [TestCase("externalId String? @ignore")]
    [TestCase("externalIds String")]
    [TestCase("externalId String\n  @@ignore")]
    public void Accepts_a_field_that_leads_any_index(string rest) =>
        Lint($"model Order {{\n  id Int @id\n  name String\n  {rest}\n}}\n", (RequiredIndexRule.Names, "externalId")).Should().ReportNothing();

    [Test]
    public void Counts_the_first_column_of_a_compound_key_and_no_other() =>
        Lint("model Line {\n  orderNo Int\n  [|lineNo|] Int\n  @@id([orderNo, lineNo])\n}\n", (RequiredIndexRule.Names, "orderNo, lineNo")).Should().ReportAtTheMarks();

    [Test]
    public void Does_not_count_indexes_that_look_up_something_else() =>
        Lint("model Doc {\n  id Int @id\n  [|keys|] Json\n  @@index([keys], type: Gin)\n}\n", (RequiredIndexRule.Names, "keys")).Should().ReportAtTheMarks();

    [TestCase("index", "b")]
    [TestCase("unique", "a")]
    public void Asks_for_the_kind_of_index_that_is_named(string kinds, string missing) =>
        Lint(
            $"model Order {{\n  id Int @id\n  {(missing == "a" ? "[|a|]" : "a")} Int\n  {(missing == "b" ? "[|b|]" : "b")} Int @unique\n  @@index([a])\n}}\n",
            (RequiredIndexRule.Names, "a, b"),
            (RequiredIndexRule.Kinds, kinds))
        .Should().ReportAtTheMarks();

    [Test]
    public void Offers_no_unique_that_the_rows_may_contradict() =>
        Lint("model Order {\n  id Int @id\n  [|a|] Int\n}\n", (RequiredIndexRule.Names, "a"), (RequiredIndexRule.Kinds, "unique"))
            .Should().Report("No unique of `Order` starts with `a`").And.OfferNoFix();

    [Test]
    public void Is_silent_without_names() => Lint("model Order {\n  id Int @id\n  a Int\n}\n").Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_model_unless_prisma_lint_would_not()
    {
        const string schema = "model Order {\n  [|a|] Int\n}\n";
        Lint(schema.Replace("[|a|]", "a", System.StringComparison.Ordinal), (RequiredIndexRule.Names, "a")).Should().ReportNothing();
        Lint(schema, (RequiredIndexRule.Names, "a"), (RequiredIndexRule.Compatibility, "prisma-lint")).Should().ReportAtTheMarks().And.OfferNoFix();
    }
}
