using System.Linq;
using NUnit.Framework;
using PrismaLint.Rules.Modelling;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Modelling;

public sealed class EntityAttributeValueRuleTests : RuleTests<EntityAttributeValueRule>
{
    private static string Schema(string lines, string name = "ItemAttribute", string keys = "@@id([itemId, attribute])") => $$"""
        model Item {
          id   Int @id
          rows {{name.Trim('[', ']', '|')}}[]
        }

        model {{name}} {
          itemId Int
          item   Item @relation(fields: [itemId], references: [id])
          {{lines}}

          {{keys}}
        }
        """;

    [Test]
    public void Reports_a_model_of_names_and_values() =>
        Lint(Schema("attribute String\n  value String", "[|ItemAttribute|]"))
            .Should().Report("Each row of `ItemAttribute` is one attribute of `Item`: its name in `attribute`, its value in `value`");

    [TestCase("key String\n  value Json", "@@id([itemId, key])")]
    [TestCase("field_name String\n  string_value String?\n  id Int @id", "@@index([field_name, itemId])")]
    [TestCase("propertyName String\n  propertyValue String\n  id Int @id", "@@unique([itemId, propertyName])")]
    public void Knows_the_other_names(string lines, string keys) =>
        Lint(Schema(lines, "[|ItemData|]", keys)).Should().ReportAtTheMarks();

    [TestCase("attribute String\n  value Int", "@@id([itemId, attribute])")]
    [TestCase("attribute Int\n  value String", "@@id([itemId, attribute])")]
    [TestCase("attribute String\n  value String\n  id Int @id", "@@index([itemId])")]
    [TestCase("attribute String\n  minValue String\n  maxValue String", "@@id([itemId, attribute])")]
    [TestCase("attribute String\n  value String\n  x Missing", "@@id([itemId, attribute])")]
    public void Accepts_typed_values_and_names_that_are_not_looked_up(string lines, string keys) =>
        Lint(Schema(lines, "ItemData", keys)).Should().ReportNothing();

    [TestCase("ItemSetting")]
    [TestCase("ItemSettings")]
    [TestCase("item_metadata")]
    [TestCase("ItemTranslation")]
    [TestCase("FeatureFlag")]
    public void Accepts_key_value_data_by_name(string name) =>
        Lint(Schema("attribute String\n  value String", name)).Should().ReportNothing();

    [Test]
    public void Accepts_ten_columns() =>
        Lint(Schema("attribute String\n  value String\n" + string.Concat(Enumerable.Range(0, 7).Select(i => $"  x{(char)('a' + i)} Int\n")))).Should().ReportNothing();

    [Test]
    public void Accepts_a_model_without_owner() =>
        Lint("model Entry {\n  tenant Int\n  key String\n  value String\n  @@id([tenant, key])\n}").Should().ReportNothing();

    [Test]
    public void Accepts_ignored_models() =>
        Lint(Schema("attribute String\n  value String"), (EntityAttributeValueRule.IgnoredModels, "ItemAttribute")).Should().ReportNothing();
}
