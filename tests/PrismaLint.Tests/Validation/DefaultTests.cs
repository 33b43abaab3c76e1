using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class DefaultTests : ValidationTests
{
    private const string Enum = "enum E {\n  X\n  Y @map(\"y\")\n}\n";

    [TestCase("default-on-relation-field", "b A? @relation(\"r\", fields: [id], references: [id]) @[|default|](1)")]
    [TestCase("default-form", "b Int @default([|\"x\"|])")]
    [TestCase("default-form", "b String @default([|uuid|])")]
    [TestCase("default-form", "b Json @default([|1|])")]
    [TestCase("default-form", "b Int[] @default([1, [|\"x\"|]])")]
    [TestCase("default-form", "b String[] @default([[|uuid()|]])")]
    [TestCase("default-boolean", "b Boolean @default([|yes|])")]
    [TestCase("list-default-on-single-field", "b Int @default([|[1]|])")]
    [TestCase("single-default-on-list", "b Int[] @default([|1|])")]
    [TestCase("default-unknown-enum-value", "b E @default([|Z|])")]
    [TestCase("default-unknown-enum-value", "b E[] @default([X, [|Z|]])")]
    [TestCase("default-enum-form", "b E @default([|\"X\"|])")]
    [TestCase("default-enum-form", "b E[] @default([|X|])")]
    [TestCase("default-function-type", "b Int @default([|uuid()|])")]
    [TestCase("default-function-type", "b String @default([|now()|])")]
    [TestCase("default-function-argument", "b DateTime @default([|now(1)|])")]
    [TestCase("default-function-argument", "b String @default([|uuid(5)|])")]
    [TestCase("default-function-argument", "b String @default([|nanoid(256)|])")]
    [TestCase("default-function-argument", "b String @default([|dbgenerated(\"\")|])")]
    [TestCase("default-on-unsupported", "b Unsupported(\"x\") @default([|1|])")]
    [TestCase("default-map-autoincrement", "b Int @default(autoincrement(), map: [|\"x\"|])")]
    [TestCase("unknown-default-function", "b Int @default([|foo|]())")]
    public void Refuses(string detail, string line) => Refuse(detail, Enum + Model(line));

    [TestCase("b Int @default(007)")]
    [TestCase("b Decimal @default(\"1.5\")\n  c Decimal @default(1.5)\n  d Float @default(1)")]
    [TestCase("b String[] @default([])\n  c Int[] @default([1, 2])")]
    [TestCase("b String[] @default(uuid())\n  c DateTime[] @default(now())")]
    [TestCase("b E @default(X)\n  c E[] @default([X, Y])\n  d E @default(dbgenerated(\"'X'\"))")]
    [TestCase("b String @default(uuid(7))\n  c String @default(cuid(2))\n  d String @default(nanoid(n: 10))\n  e String @default(ulid())")]
    [TestCase("b Unsupported(\"x\") @default(dbgenerated())")]
    public void Accepts(string lines) => Accept(Enum + Model(lines));

    [TestCase("default-in-composite-type", "b Unsupported(\"x\") @default([|1|])")]
    [TestCase("default-in-composite-type", "b String @default([|dbgenerated(\"x\")|])")]
    [TestCase("default-in-composite-type", "b Int @default([|autoincrement()|])")]
    [TestCase("default-map-in-composite-type", "b String @default(\"x\", map: [|\"y\"|])")]
    [TestCase("default-function-type", "b String @default([|nanoid()|])")]
    [TestCase("unknown-default-function", "b String @default([|foo|]())")]
    [TestCase("default-on-composite", "b U @[|default|](1)")]
    public void Refuses_in_a_composite_type(string detail, string line) => Refuse(
        detail,
        "type U {\n  a Int\n}\ntype T {\n  " + line + "\n}\nmodel A {\n  id String @id @map(\"_id\")\n}\n",
        provider: Provider.MongoDb);

    [TestCase("[|foo: 1|]")]
    [TestCase("cache: [|\"x\"|]")]
    [TestCase("virtual: [|1|]")]
    public void Refuses_arguments_of_sequence(string argument) => Refuse(
        "sequence-argument", Model($"b Int @default(sequence({argument}))"), provider: Provider.CockroachDb);

    [Test]
    public void Knows_sequence_on_CockroachDB() =>
        Accept(Model("b Int @default(sequence(start: 1, maxValue: 9, virtual: true))"), provider: Provider.CockroachDb);

    [Test]
    public void Speaks_of_unknown_functions_only_where_nothing_else_is_wrong() =>
        Validate(Model("b Int @default(foo())", "c Int @[|bar|]")).ReportAtTheMarks();

    [Test]
    public void Offers_the_value_whose_mapped_name_was_written() =>
        Validate(Enum + Model("b E @default([|y|])"))
            .Report("`E` has no value `y`; did you mean `Y`?")
            .BecomeWhenFixed(Enum + Model("b E @default(Y)"));

    [Test]
    public void Offers_the_near_function() =>
        Validate(Model("b String @default([|uid|]())")).ReportAtTheMarks().BecomeWhenFixed(Model("b String @default(uuid())"));
}
