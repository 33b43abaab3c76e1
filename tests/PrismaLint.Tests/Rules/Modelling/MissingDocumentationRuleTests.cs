using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class MissingDocumentationRuleTests : RuleTests<MissingDocumentationRule>
{
    [Test]
    public void Reports_models_and_enums() =>
        Lint("model [|Order|] {\n  id Int @id\n  state State\n}\n\n// no documentation\nenum [|State|] {\n  NEW\n}")
            .Should().Report("Model `Order` has no documentation comment (`///`)", "Enum `State` has no documentation comment (`///`)");

    [TestCase("/// What is bought.\nmodel Order {\n  id Int @id\n}")]
    [TestCase("model Order {\n  id Int @id\n  @@ignore\n}")]
    [TestCase("model VerificationToken {\n  identifier String\n  token String @unique\n}")]
    [TestCase("model Order {\n  id Int @id\n  x Missing\n}")]
    public void Accepts_documentation_and_what_is_not_the_teams(string text) => Lint(text).Should().ReportNothing();

    [Test]
    public void Does_not_take_a_comment_behind_a_blank_line() =>
        Lint("/// About the file.\n\nmodel [|Order|] {\n  id Int @id\n}").Should().ReportAtTheMarks();

    [Test]
    public void Reports_views_and_types() =>
        Lint("/// Doc\nmodel Order {\n  id String @id @map(\"_id\")\n  place Place\n}\n\ntype [|Place|] {\n  x Int\n}", Provider.MongoDb)
            .Should().Report("Type `Place` has no documentation comment (`///`)");

    [Test]
    public void Reports_fields_where_they_are_asked_for() =>
        Lint("model User {\n  id Int @id\n  orders Order[]\n}\n\nmodel Order {\n  id Int @id\n  userId Int\n  user User @relation(fields: [userId], references: [id])\n  [|amount|] Int\n  /// In days.\n  term Int\n  rest Int /// What is left.\n  createdAt DateTime\n  updatedAt DateTime @updatedAt\n}", (MissingDocumentationRule.Kinds, "fields"))
            .Should().Report("Field `Order.amount` has no documentation comment (`///`)");

    [Test]
    public void Leaves_out_what_is_ignored() =>
        Lint("model Order {\n  id Int @id\n}\n\nenum State {\n  NEW\n}", (MissingDocumentationRule.IgnoredModels, "Order, State")).Found.Should().BeEmpty();
}
