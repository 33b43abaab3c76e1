using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class OneToOneTests : ValidationTests
{
    [TestCase(
        "one-to-one-without-fields",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|b|] B?\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  [|a|] A @relation(references: [id])\n}\n")]
    [TestCase(
        "one-to-one-without-references",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|b|] B?\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  [|a|] A @relation(fields: [x])\n}\n")]
    [TestCase(
        "references-on-both-sides",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|b|] B? @relation(references: [id])\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  [|a|] A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "fields-on-both-sides",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|b|] B? @relation(fields: [id])\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  [|a|] A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "actions-on-both-sides",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|b|] B? @relation(onDelete: Cascade)\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  [|a|] A @relation(fields: [x], references: [id], onDelete: Cascade)\n}\n")]
    [TestCase(
        "actions-on-wrong-side",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  b B? @relation([|onUpdate: Cascade|])\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "one-to-one-not-unique",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation([|fields: [x]|], references: [id])\n}\n")]
    [TestCase(
        "one-to-one-not-unique",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  v Int\n  w Int\n  b B?\n  @@unique([v, w])\n}\nmodel B {\n  id Int @id\n  x Int\n  y Int\n  a A @relation([|fields: [x, y]|], references: [v, w])\n  @@unique([y, x])\n}\n")]
    [TestCase(
        "columns-split-over-sides",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  b B? @relation([|references: [id]|])\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  a A @relation([|fields: [x]|])\n}\n")]
    [TestCase(
        "required-back-side",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  c B\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  a [|A|] @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "columns-on-optional-side",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  b B\n}\nmodel B {\n  id Int @id\n  x Int? @unique\n  a A? @relation([|fields: [x]|], references: [id])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  x Int @unique\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  \n  a A @relation(fields: [id], references: [id])\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
