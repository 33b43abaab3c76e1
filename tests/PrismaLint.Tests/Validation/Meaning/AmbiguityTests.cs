using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class AmbiguityTests : ValidationTests
{
    [TestCase(
        "ambiguous-relation",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|b1|] B[]\n  b2 B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "repeated-relation-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|b1|] B[] @relation(\"r\")\n  b2 B[] @relation(\"r\")\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(\"r\", fields: [x], references: [id])\n}\n")]
    [TestCase(
        "ambiguous-self-relation",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  x Int?\n  [|a|] A? @relation(fields: [x], references: [id])\n  as A[]\n}\n")]
    [TestCase("unnamed-self-relations", Provider.PostgreSql, "model A {\n  id Int @id\n  [|a|] A?\n  b A?\n  c A[]\n}\n")]
    [TestCase(
        "repeated-self-relation-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|a|] A? @relation(\"r\")\n  b A? @relation(\"r\")\n  c A[] @relation(\"r\")\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  x Int?\n  a A? @relation(\"r\", fields: [x], references: [id])\n  as A[] @relation(\"r\")\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  b1 B[]\n  b2 B[] @relation(\"x\")\n}\nmodel B {\n  id Int @id\n  x Int\n  y Int\n  a1 A @relation(fields: [x], references: [id])\n  a2 A @relation(\"x\", fields: [y], references: [id])\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
