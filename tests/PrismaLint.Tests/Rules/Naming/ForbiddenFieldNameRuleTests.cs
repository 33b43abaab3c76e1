using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Naming;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Naming;

public sealed class ForbiddenFieldNameRuleTests : RuleTests<ForbiddenFieldNameRule>
{
    [Test]
    public void Reports_names_that_are_listed_or_match() =>
        Lint("""
            model Product {
              [|uuid|]     String @id
              [|priceD6|]  Int
              amountD6 Int
              [|temp_1|]   Int
              uuidOld  String
            }
            """,
            (ForbiddenFieldNameRule.Names, "uuid, /^(?!amount).*D6$/, temp_*"))
        .Should().Report(
            "Field `Product.uuid` has a name that `uuid` forbids",
            "Field `Product.priceD6` has a name that `/^(?!amount).*D6$/` forbids",
            "Field `Product.temp_1` has a name that `temp_*` forbids")
        .And.OfferNoFix();

    [Test]
    public void Is_silent_without_names() => Lint("model Product {\n  uuid String @id\n}\n").Should().ReportNothing();

    [Test]
    public void Judges_fields_of_composite_types() =>
        Lint("type Address {\n  [|uuid|] String\n}\n\nmodel User {\n  id String @id @map(\"_id\")\n  address Address\n}\n", Provider.MongoDb, (ForbiddenFieldNameRule.Names, "uuid"))
            .Should().ReportAtTheMarks();

    [Test]
    public void Leaves_ignored_and_allowed_fields_alone() =>
        Lint("model Product {\n  id Int @id\n  uuid String? @ignore\n  old_uuid String\n}\n", (ForbiddenFieldNameRule.Names, "/uuid/"), (ForbiddenFieldNameRule.Allow, "old_uuid"))
            .Should().ReportNothing();

    [Test]
    public void Passes_over_a_broken_neighbour() =>
        Lint("model Broken {\n  uuid Int @id\n  = 7\n}\n\nmodel Product {\n  [|uuid|] Int @id\n}\n", (ForbiddenFieldNameRule.Names, "uuid")).Should().ReportAtTheMarks();

    [Test]
    public void Judges_ignored_fields_and_no_composite_types_like_prisma_lint() =>
        Lint(
            "type Address {\n  uuid String\n}\n\nmodel User {\n  id String @id @map(\"_id\")\n  [|uuid|] String? @ignore\n  address Address\n}\n",
            Provider.MongoDb,
            (ForbiddenFieldNameRule.Names, "/^uuid$/"),
            (ForbiddenFieldNameRule.Compatibility, "prisma-lint"))
        .Should().ReportAtTheMarks();
}
