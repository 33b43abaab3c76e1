using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class UniqueWithNullableFieldRuleTests : RuleTests<UniqueWithNullableFieldRule>
{
    [Test]
    public void Reports_a_compound_unique_with_an_optional_field() =>
        Lint("model Page {\n  id Int @id\n  orgId Int\n  slug String?\n  [|@@unique([orgId, slug])|]\n}")
            .Should().Report("`@@unique([orgId, slug])` of `Page` lets through equal rows in which `slug` is null");

    [TestCase("slug String", "@@unique([orgId, slug])")]
    [TestCase("slug String?", "@@unique([slug])")]
    [TestCase("slug DateTime? @map(\"x\")", "@@unique([orgId, slug])\n  @@unique([orgId], where: { slug: null })")]
    [TestCase("deletedAt DateTime?", "@@unique([orgId, deletedAt])")]
    [TestCase("slug String?", "// treats nulls as not distinct, by the migration\n  @@unique([orgId, slug])")]
    [TestCase("slug String?", "@@unique([orgId, slug]) // NULLS NOT DISTINCT")]
    [TestCase("slug String?\n  x Missing", "@@unique([orgId, slug])")]
    public void Accepts_what_is_usually_meant(string column, string index) =>
        Lint($"model Page {{\n  id Int @id\n  orgId Int\n  {column}\n  {index}\n}}").Should().ReportNothing();

    [TestCase(Provider.MySql, 1)]
    [TestCase(Provider.Sqlite, 1)]
    [TestCase(Provider.SqlServer, 0)]
    public void Knows_where_nulls_are_equal(Provider provider, int findings) =>
        Lint("model Page {\n  id Int @id\n  orgId Int\n  slug String?\n  @@unique([orgId, slug])\n}", provider).Found.Should().HaveCount(findings);
}
