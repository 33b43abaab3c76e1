using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class IndexOnUnindexableTypeRuleTests : RuleTests<IndexOnUnindexableTypeRule>
{
    [Test]
    public void Reports_an_index_over_json_and_makes_the_column_jsonb() =>
        Lint("model Event {\n  id Int @id\n  data Json @db.Json [|@unique|]\n}")
            .Should().Report("PostgreSQL cannot build `@unique` of `Event`: `data` has the type `json`")
            .And.BecomeWhenFixed("model Event {\n  id Int @id\n  data Json @db.JsonB @unique\n}");

    [TestCase("data Unsupported(\"point\")", "@@index([data])", 1)]
    [TestCase("data Unsupported(\"point\")", "@@index([data], type: Gist)", 0)]
    [TestCase("data Unsupported(\"tsvector\")", "@@index([data])", 0)]
    [TestCase("data Json", "@@index([data])", 0)]
    [TestCase("data Json @db.Json\n  x Missing", "@@index([data])", 0)]
    public void Looks_at_the_type_and_at_the_method(string column, string index, int findings) =>
        Lint($"model Event {{\n  id Int @id\n  {column}\n  {index}\n}}").Found.Should().HaveCount(findings);

    [Test]
    public void Reports_JSON_of_MySQL() =>
        Lint("model Event {\n  id Int @id\n  data Json\n  [|@@index([data])|]\n}", Provider.MySql)
            .Should().Report("MySQL cannot build `@@index([data])` of `Event`: `data` has the type `json`").And.OfferNoFix();
}
