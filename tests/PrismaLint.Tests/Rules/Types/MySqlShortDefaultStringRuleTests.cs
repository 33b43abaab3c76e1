using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class MySqlShortDefaultStringRuleTests : RuleTests<MySqlShortDefaultStringRule>
{
    protected override Provider DefaultProvider => Provider.MySql;

    [Test]
    public void Reports_the_field_and_makes_it_a_text() =>
        Lint("model A {\n  id   Int     @id\n  [|shortDescription|] String? @map(\"d\") // shown\n}")
            .Should().Report("`A.shortDescription` is named for a long text and becomes `varchar(191)`")
            .And.BecomeWhenFixed("model A {\n  id   Int     @id\n  shortDescription String? @map(\"d\") @db.Text // shown\n}");

    [TestCase("userAgent")]
    [TestCase("refresh_token")]
    [TestCase("avatarURL")]
    public void Goes_by_the_last_word(string name) => Lint($"model A {{\n  id Int @id\n  [|{name}|] String\n}}").ReportAtTheMarks();

    [TestCase("description String @db.VarChar(500)")]
    [TestCase("descriptionId String")]
    [TestCase("agent String")]
    [TestCase("token String @unique")]
    [TestCase("url String\n  @@index([url])")]
    [TestCase("content String @default(\"none\")")]
    [TestCase("content String @ignore")]
    [TestCase("content Json")]
    [TestCase("content String\n  x Missing")]
    public void Accepts_what_is_short_indexed_or_typed(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Leaves_foreign_keys_alone() =>
        Lint("model A {\n  url String @id\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  url String\n  a A @relation(fields: [url], references: [url])\n}").Should().ReportNothing();

    [Test]
    public void Takes_other_names() =>
        Lint("model A {\n  id Int @id\n  content String\n  [|essay|] String\n}", (MySqlShortDefaultStringRule.Names, "essay")).ReportAtTheMarks();

    [Test]
    public void Says_nothing_of_other_databases() => Lint("model A {\n  id Int @id\n  content String\n}", Provider.PostgreSql).Should().ReportNothing();
}
