using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class AttributeFrameTests : ValidationTests
{
    [TestCase("unknown-attribute", "b Int @[|foo|]")]
    [TestCase("unknown-attribute", "b Int @[|index|]")]
    [TestCase("unknown-attribute", "b Int\n  @@[|default|](1)")]
    [TestCase("unknown-attribute", "b Unsupported(\"x\")? @[|db.Text|]")]
    [TestCase("unknown-attribute", "b Int\n  @@[|db.Text|]")]
    [TestCase("repeated-attribute", "b Int @[|default|](1) @[|default|](2)")]
    [TestCase("repeated-attribute", "b Int @db.Integer @[|db.SmallInt|]")]
    [TestCase("repeated-attribute", "b Int\n  @@[|map|](\"x\")\n  @@[|map|](\"y\")")]
    [TestCase("unknown-argument", "b Int @unique([|foo|]: 1)")]
    [TestCase("unknown-argument", "b Int @unique([|\"x\"|])")]
    [TestCase("unknown-argument", "b DateTime @updatedAt([|\"x\"|])")]
    [TestCase("missing-argument", "b Int @[|default|]")]
    [TestCase("missing-argument", "b Int @[|map|]()")]
    [TestCase("missing-argument", "b Int\n  @@[|index|](map: \"x\")")]
    [TestCase("repeated-argument", "b Int @unique(map: \"x\", [|map|]: \"y\")")]
    [TestCase("argument-named-and-unnamed", "b Int @map(\"x\", [|name: \"y\"|])")]
    [TestCase("several-unnamed-arguments", "b Int\n  c Int\n  @@[|unique|](b, c)")]
    [TestCase("argument-without-value", "b Int @unique([|map|]:)")]
    [TestCase("trailing-comma", "b Int\n  @@index([b][|,|])")]
    [TestCase("trailing-comma", "b String @default(dbgenerated(\"x\"[|,|]))")]
    [TestCase("wrong-value-form", "b Int @map([|x|])")]
    [TestCase("wrong-value-form", "b Int\n  @@index([|\"b\"|])")]
    [TestCase("wrong-value-form", "b Int @unique(length: [|1.5|])")]
    [TestCase("wrong-value-form", "b Int @unique(clustered: [|yes|])")]
    [TestCase("empty-map", "b Int @unique(map: [|\"\"|])")]
    [TestCase("updated-at-type", "b Int @[|updatedAt|]")]
    [TestCase("updated-at-list", "b DateTime[] @[|updatedAt|]")]
    [TestCase("ignore-on-unsupported", "b Unsupported(\"x\")? @[|ignore|]")]
    [TestCase("ignore-in-ignored-model", "[|b|] Int @ignore\n  @@ignore")]
    [TestCase("map-on-relation-field", "b A? @relation(\"r\", fields: [id], references: [id]) @[|map|](\"x\")")]
    [TestCase("duplicate-column-name", "b Int @map([|\"c\"|])\n  c Int")]
    [TestCase("duplicate-column-name", "b Int @map(\"x\")\n  c Int @map([|\"x\"|])")]
    public void Refuses(string detail, string lines) => Refuse(detail, Model(lines));

    [TestCase("unknown-attribute", "enum E {\n  X @[|ignore|]\n  @@[|index|]([X])\n}\n")]
    [TestCase("missing-argument", "enum E {\n  X @[|map|]\n}\n")]
    [TestCase("missing-argument", "enum E {\n  X\n  @@[|schema|]\n}\n")]
    public void Refuses_in_an_enum(string detail, string schema) => Refuse(detail, schema);

    [Test]
    public void Refuses_in_a_composite_type() => Refuse(
        "unknown-attribute",
        "type T {\n  a DateTime @[|updatedAt|]\n}\nmodel A {\n  id String @id @map(\"_id\")\n}\n",
        provider: Provider.MongoDb);

    [TestCase("b Int @map(\"b\")")]
    [TestCase("b Int @map(\"\")\n  @@map(\"\")")]
    [TestCase("c Int @map(\"d\")\n  b Int @map(\"c\")")]
    [TestCase("b Int@unique@map(\"x\")")]
    [TestCase("b Int\n  @@index(map: \"m\", [b])")]
    [TestCase("b Int\n  @@index(b)")]
    [TestCase("b DateTime @updatedAt() @default(now())")]
    [TestCase("b Int @ignore")]
    [TestCase("b Int @ map ( \"x\" )")]
    public void Accepts(string lines) => Accept(Model(lines));

    [Test]
    public void Refuses_a_mapping_to_a_field_that_is_mapped_away_further_down() =>
        Refuse("duplicate-column-name", Model("b Int @map([|\"c\"|])", "c Int @map(\"d\")"));

    [Test]
    public void Offers_the_near_attribute() =>
        Validate(Model("b Int @[|uniqe|]", "@@[|indx|]([b])"))
            .Report("No attribute `@uniqe` exists for a field; did you mean `@unique`?", "No attribute `@@indx` exists for a model; did you mean `@@index`?")
            .BecomeWhenFixed(Model("b Int @unique", "@@index([b])"));

    [Test]
    public void Offers_the_near_argument() =>
        Validate(Model("b Int @unique([|mapp|]: \"m\")"))
            .Report("`@unique` takes no argument `mapp`; did you mean `map`?")
            .BecomeWhenFixed(Model("b Int @unique(map: \"m\")"));

    [Test]
    public void Says_how_often_an_equal_attribute_stands_and_takes_one_away() =>
        Validate(Model("b Int @[|unique|] @[|unique|]")).ReportAtTheMarks().BecomeWhenFixed(Model("b Int @unique"));

    [Test]
    public void Takes_the_trailing_comma_away() =>
        Validate(Model("b Int", "@@index([b][|,|])")).ReportAtTheMarks().BecomeWhenFixed(Model("b Int", "@@index([b])"));
}
