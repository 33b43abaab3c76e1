using NUnit.Framework;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class RelationArgumentTests : ValidationTests
{
    [TestCase("relation-on-scalar-field", "b Int @[|relation|](\"r\")")]
    [TestCase("unknown-field-in-relation", "b A? @relation(\"r\", fields: [[|zz|]], references: [id])")]
    [TestCase("unknown-referenced-field", "b A? @relation(\"r\", fields: [id], references: [[|zz|]])")]
    [TestCase("relation-field-in-relation", "b A? @[|relation|](\"r\", fields: [b], references: [id])")]
    [TestCase("relation-field-referenced", "b A? @[|relation|](\"r\", fields: [id], references: [b])")]
    [TestCase("empty-relation-name", "b A? @relation([|\"\"|], fields: [id], references: [id])")]
    [TestCase("unknown-referential-action", "b A? @relation(\"r\", fields: [id], references: [id], onDelete: [|cascade|])")]
    [TestCase("wrong-value-form", "b A? @relation(\"r\", fields: [id], references: [id], onDelete: [|\"Cascade\"|])")]
    [TestCase("wrong-value-form", "b A? @relation(\"r\", fields: [[|id(sort: Desc)|]], references: [id])")]
    [TestCase("empty-map", "b A? @relation(\"r\", fields: [id], references: [id], map: [|\"\"|])")]
    [TestCase("unknown-argument", "b A? @relation(\"r\", fields: [id], references: [id], [|foo|]: 1)")]
    public void Refuses(string detail, string line) => Refuse(detail, Model(line));

    [TestCase("n Int? @unique\n  b A? @relation(\"r\", fields: n, references: id, onDelete: Cascade, onUpdate: Cascade, map: \"fk\")\n  c A? @relation(name: \"r\")")]
    [TestCase("n Int?\n  b A? @relation(\"r\", fields: [n], references: [id], onDelete: SetNull)\n  c A[] @relation(\"r\")")]
    public void Accepts(string lines) => Accept(Model(lines));

    [Test]
    public void Offers_the_near_action() =>
        Validate(Model("b A? @relation(\"r\", fields: [id], references: [id], onDelete: [|Cascad|])\n  c A[] @relation(\"r\")"))
            .Report("No referential action is named `Cascad`; did you mean `Cascade`?")
            .BecomeWhenFixed(Model("b A? @relation(\"r\", fields: [id], references: [id], onDelete: Cascade)\n  c A[] @relation(\"r\")"));
}
