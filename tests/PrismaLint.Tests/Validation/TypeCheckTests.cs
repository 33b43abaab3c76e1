using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class TypeCheckTests : ValidationTests
{
    [TestCase("undeclared-type", "model A {\n  id Int @id\n  b [|Usr|]\n  c [|Foo|][]\n}\n")]
    [TestCase("empty-enum", "enum [|E|] {\n}\n")]
    public void Refuses(string detail, string schema) => Refuse(detail, schema);

    [Test]
    public void Refuses_a_relation_inside_a_composite_type() => Refuse(
        "relation-in-composite-type",
        "type T {\n  a [|A|]\n}\nmodel A {\n  id String @id @map(\"_id\")\n}\n",
        provider: Provider.MongoDb);

    [Test]
    public void Offers_the_near_type() =>
        Validate("model User {\n  id Int @id\n  b [|string|]\n  c [|Boolan|]?\n}\n")
            .Report("No model, enum or type is named `string`; did you mean `String`?", "No model, enum or type is named `Boolan`; did you mean `Boolean`?")
            .BecomeWhenFixed("model User {\n  id Int @id\n  b String\n  c Boolean?\n}\n");

    [Test]
    public void Passes_over_the_attributes_of_a_field_whose_type_is_unknown() =>
        Validate("model A {\n  id Int @id\n  b [|Foo|] @bar @default(zzz) @map(3)\n}\n").ReportAtTheMarks();

    [Test]
    public void Accepts_what_is_declared() =>
        Accept("enum E {\n  X\n}\nmodel A {\n  id Int @id\n  e E\n  u Unsupported(\"circle\")?\n  b DateTime[]\n}\n");
}
