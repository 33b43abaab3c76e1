using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class StringPrimaryKeyRuleTests : RuleTests<StringPrimaryKeyRule>
{
    [Test]
    public void Reports_a_key_without_generator() =>
        Lint("model A {\n  [|code|] String @id\n}").Should().Report("The key `A.code` is a `String` without a generator").And.OfferNoFix();

    [Test]
    public void Reports_generated_keys_where_asked()
    {
        const string text = "model A {{\n  {0} String @id @default(cuid())\n}}\n\nmodel B {{\n  {1} String @id\n}}";
        Lint(Text("id", "[|id|]")).ReportAtTheMarks();
        Lint(Text("[|id|]", "id"), (StringPrimaryKeyRule.Kinds, "text-generated")).Should().Report("The key `A.id` is text that `cuid()` generates");
        Lint(Text("[|id|]", "[|id|]"), (StringPrimaryKeyRule.Kinds, "all")).ReportAtTheMarks();

        static string Text(string a, string b) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, a, b);
    }

    [TestCase("id Int @id")]
    [TestCase("id String @id @db.Uuid")]
    [TestCase("a String\n  b String\n  @@id([a, b])")]
    [TestCase("code String @id\n  x Missing")]
    public void Accepts_other_keys(string columns) => Lint($"model A {{\n  {columns}\n}}").Should().ReportNothing();

    [Test]
    public void Leaves_a_key_that_refers_to_another_one_to_that_one() =>
        Lint("model A {\n  [|code|] String @id\n  b B?\n}\n\nmodel B {\n  code String @id\n  a A @relation(fields: [code], references: [code])\n}").ReportAtTheMarks();

    [Test]
    public void Leaves_frameworks_and_named_models_alone()
    {
        Lint("model Session {\n  sessionToken String @id\n}").Should().ReportNothing();
        Lint("model Country {\n  code String @id\n}", (StringPrimaryKeyRule.IgnoredModels, "Country")).Should().ReportNothing();
        Lint("model A {\n  id String @id @map(\"_id\")\n}", Provider.MongoDb).Should().ReportNothing();
    }
}
