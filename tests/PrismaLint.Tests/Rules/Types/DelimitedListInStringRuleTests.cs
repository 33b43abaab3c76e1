using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class DelimitedListInStringRuleTests : RuleTests<DelimitedListInStringRule>
{
    [Test]
    public void Reports_the_field_and_what_holds_each_value() =>
        Lint("model A {\n  id Int @id\n  [|tagIds|] String?\n}")
            .Should().Report("`A.tagIds` is named for several values and is one `String`: a list (`String[]`) or a model of its own holds each by itself")
            .And.OfferNoFix();

    [Test]
    public void Proposes_no_list_where_there_are_none() =>
        Lint("model A {\n  id Int @id\n  [|tags|] String\n}", Provider.MySql)
            .Should().Report("`A.tags` is named for several values and is one `String`: a model of its own holds each by itself");

    [TestCase("user_ids")]
    [TestCase("email_list")]
    [TestCase("emailCsv")]
    [TestCase("emailsCommaSeparated")]
    [TestCase("permissions")]
    public void Knows_the_ends_and_names(string name) => Lint($"model A {{\n  id Int @id\n  [|{name}|] String\n}}").ReportAtTheMarks();

    [TestCase("tagIds String[]")]
    [TestCase("tags Json")]
    [TestCase("aids String")]
    [TestCase("whitelist String")]
    [TestCase("encryptedTagIds String")]
    [TestCase("tagIdsJson String")]
    [TestCase("mailingList String @db.VarChar(40)")]
    [TestCase("mailingList String @unique")]
    [TestCase("tags String @ignore")]
    [TestCase("tags String\n  x Missing")]
    public void Accepts_other_names_and_types(string column) => Lint($"model A {{\n  id Int @id\n  {column}\n}}").Should().ReportNothing();

    [Test]
    public void Takes_other_names() =>
        Lint("model A {\n  id Int @id\n  tags String\n  [|colours|] String\n}", (DelimitedListInStringRule.Names, "colours")).ReportAtTheMarks();
}
