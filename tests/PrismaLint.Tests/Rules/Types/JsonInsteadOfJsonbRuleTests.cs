using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class JsonInsteadOfJsonbRuleTests : RuleTests<JsonInsteadOfJsonbRule>
{
    [Test]
    public void Reports_json_and_makes_it_jsonb() =>
        Lint("model A {\n  id Int @id\n  data Json? [|@db.Json|] // x\n}")
            .Should().Report("`A.data` is `json`, which PostgreSQL keeps as text and cannot compare or index")
            .And.BecomeWhenFixed("model A {\n  id Int @id\n  data Json? @db.JsonB // x\n}");

    [TestCase("data Json")]
    [TestCase("data Json @db.JsonB")]
    [TestCase("rawPayload Json @db.Json")]
    [TestCase("signed_body Json @db.Json")]
    [TestCase("data Json @db.Json\n  x Missing")]
    public void Accepts_jsonb_and_text_that_is_to_be_kept(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Speaks_of_PostgreSQL_only() => Lint("model A {\n  id Int @id\n  data Json @db.Json\n}", Provider.MySql).Should().ReportNothing();
}
