using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class NameCheckTests : ValidationTests
{
    [TestCase("scalar-type-name", "model [|String|] {\n  id Int @id\n}\n")]
    [TestCase("scalar-type-name", "generator [|Json|] {\n  provider = \"x\"\n}\n")]
    [TestCase("name-with-leading-digit", "model [|1A|] {\n  id Int @id\n  [|2b|] Int\n}\n")]
    [TestCase("name-with-leading-digit", "enum [|1E|] {\n  [|2X|]\n}\n")]
    [TestCase("name-with-dash", "model [|A-b|] {\n  id Int @id\n  [|c-d|] Int\n}\n")]
    [TestCase("reserved-model-name", "model [|class|] {\n  id Int @id\n}\n")]
    [TestCase("reserved-enum-name", "enum [|await|] {\n  X\n}\n")]
    [TestCase("duplicate-block", "model A {\n  id Int @id\n}\nmodel [|A|] {\n  id Int @id\n}\n")]
    [TestCase("duplicate-block", "enum A {\n  X\n}\nmodel [|A|] {\n  id Int @id\n}\n")]
    [TestCase("duplicate-block", "generator g {\n  provider = \"x\"\n}\ngenerator [|g|] {\n  provider = \"x\"\n}\n")]
    [TestCase("duplicate-field", "model A {\n  id Int @id\n  b Int\n  [|b|] Int\n}\n")]
    [TestCase("duplicate-enum-value", "enum E {\n  X\n  [|X|]\n}\n")]
    [TestCase("duplicate-property", "generator g {\n  provider = \"x\"\n  output = \"a\"\n  [|output|] = \"b\"\n}\n")]
    public void Refuses(string detail, string schema) => Refuse(detail, schema);

    [Test]
    public void Refuses_a_field_name_twice_in_a_composite_type() => Refuse(
        "duplicate-field",
        "type T {\n  a Int\n  [|a|] Int\n}\nmodel A {\n  id String @id @map(\"_id\")\n  t T\n}\n",
        provider: Provider.MongoDb);

    [TestCase("model Ärger用 {\n  größe Int @id\n}\n")]
    [TestCase("enum E {\n  class\n  enum\n}\n")]
    [TestCase("generator 1-x {\n  provider = \"x\"\n  1-y = 1\n}\n")]
    [TestCase("generator db {\n  provider = \"x\"\n}\nmodel db {\n  id Int @id\n}\n")]
    [TestCase("model Class {\n  id Int @id\n  class Int\n}\n")]
    public void Accepts(string schema) => Accept(schema);

    [Test]
    public void Removes_a_line_that_says_the_same_again() =>
        Validate("model A {\n  id Int @id\n  b Int // why\n  [|b|] Int // again\n  c Int\n}\n")
            .ReportAtTheMarks()
            .BecomeWhenFixed("model A {\n  id Int @id\n  b Int // why\n  c Int\n}\n");

    [Test]
    public void Leaves_lines_alone_that_differ() =>
        Validate("model A {\n  id Int @id\n  b Int\n  [|b|] String\n}\n").ReportAtTheMarks().OfferNoFix();
}
