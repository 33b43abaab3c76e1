using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class ConstraintNameTests : ValidationTests
{
    [TestCase(
        "long-constraint-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int @unique([|map: \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"|])\n}\n")]
    [TestCase(
        "long-constraint-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int @unique([|map: \"ääääääääääääääääääääääääääääääää\"|])\n}\n")]
    [TestCase(
        "repeated-constraint-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int\n  @@[|index|]([a])\n  @@[|index|]([a])\n}\n")]
    [TestCase(
        "repeated-constraint-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int @unique([|map: \"x\"|])\n}\nmodel B {\n  id Int @id\n  a Int @unique([|map: \"x\"|])\n}\n")]
    [TestCase(
        "repeated-constraint-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id([|map: \"x\"|])\n  b B @relation(fields: [id], references: [id], [|map: \"x\"|])\n}\nmodel B {\n  id Int @id\n  a A?\n}\n")]
    [TestCase(
        "repeated-constraint-name",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  a Int @default(1, [|map: \"x\"|])\n  b Int @default(1, [|map: \"x\"|])\n}\n")]
    [TestCase(
        "repeated-constraint-name",
        Provider.Sqlite,
        "model A {\n  id Int @id\n  a Int\n  @@index([a], [|map: \"x\"|])\n  @@unique([a], [|map: \"x\"|])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int @unique(map: \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\")\n}\n")]
    [TestCase(
        Provider.MySql,
        "model A {\n  id Int @id\n  a Int @unique(map: \"x\")\n}\nmodel B {\n  id Int @id\n  a Int @unique(map: \"x\")\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
