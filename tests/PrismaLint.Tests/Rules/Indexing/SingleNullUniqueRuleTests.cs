using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Indexing;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Indexing;

public sealed class SingleNullUniqueRuleTests : RuleTests<SingleNullUniqueRule>
{
    private const string Generator = "generator client {\n  provider = \"prisma-client\"\n  output = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n";

    protected override Provider DefaultProvider => Provider.SqlServer;

    [Test]
    public void Reports_a_unique_over_an_optional_field_and_filters_it() =>
        Lint(Generator + "model Driver {\n  id Int @id\n  licenseNo String? [|@unique|]\n}")
            .Should().Report("`@unique` lets only one `Driver` have no `licenseNo`: to SQL Server two nulls are equal")
            .And.BecomeWhenFixed(Generator + "model Driver {\n  id Int @id\n  licenseNo String?\n\n  @@unique([licenseNo], where: { licenseNo: { not: null } })\n}");

    [Test]
    public void Offers_no_condition_to_a_Prisma_that_may_not_know_it() =>
        Lint("model Driver {\n  id Int @id\n  licenseNo String? [|@unique|]\n}").ReportAtTheMarks().And.OfferNoFix();

    [TestCase("licenseNo String @unique")]
    [TestCase("licenseNo String? @unique @default(dbgenerated(\"newid()\"))")]
    [TestCase("licenseNo String? @unique\n  x Missing")]
    public void Accepts_fields_that_always_have_a_value(string column) =>
        Lint($"model Driver {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Speaks_of_SQL_Server_only() =>
        Lint("model Driver {\n  id Int @id\n  licenseNo String? @unique\n}", Provider.PostgreSql).Should().ReportNothing();
}
