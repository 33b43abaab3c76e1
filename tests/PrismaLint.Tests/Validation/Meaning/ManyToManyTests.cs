using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class ManyToManyTests : ValidationTests
{
    [TestCase(
        "implicit-many-to-many-in-mongodb",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  [|bs|] B[]\n}\nmodel B {\n  id String @id @map(\"_id\")\n  [|as|] A[]\n}\n")]
    [TestCase(
        "many-to-many-without-id",
        Provider.PostgreSql,
        "model A {\n  x Int @unique\n  bs B[]\n}\nmodel B {\n  id Int @id\n  [|as|] A[]\n}\n")]
    [TestCase(
        "many-to-many-references",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[] @relation([|references: [id]|])\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n")]
    [TestCase(
        "many-to-many-actions",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[] @relation([|onDelete: Cascade|])\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n")]
    [TestCase(
        "embedded-many-to-many",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  x Int[]\n  [|bs|] B[] @relation(fields: [x], references: [id])\n}\nmodel B {\n  id Int @id\n  [|as|] A[]\n}\n")]
    [TestCase(
        "embedded-references-count",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\") @db.ObjectId\n  x String[] @db.ObjectId\n  bs B[] @[|relation|](fields: [x])\n}\nmodel B {\n  id String @id @map(\"_id\") @db.ObjectId\n  y String[] @db.ObjectId\n  z String @unique @db.ObjectId\n  as A[] @relation(fields: [y], references: [id])\n}\n")]
    [TestCase(
        "embedded-fields-count",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\") @db.ObjectId\n  x Int\n  bs B[] @[|relation|](references: [id])\n}\nmodel B {\n  id String @id @map(\"_id\") @db.ObjectId\n  y String[] @db.ObjectId\n  z String @unique @db.ObjectId\n  as A[] @relation(fields: [y], references: [id])\n}\n")]
    [TestCase(
        "embedded-references-not-id",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\") @db.ObjectId\n  x String[] @db.ObjectId\n  bs B[] @relation(fields: [x], [|references: [z]|])\n}\nmodel B {\n  id String @id @map(\"_id\") @db.ObjectId\n  y String[] @db.ObjectId\n  z String @unique @db.ObjectId\n  as A[] @relation(fields: [y], references: [id])\n}\n")]
    [TestCase(
        "embedded-fields-type",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\") @db.ObjectId\n  x String @db.ObjectId\n  bs B[] @relation([|fields: [x]|], references: [id])\n}\nmodel B {\n  id String @id @map(\"_id\") @db.ObjectId\n  y String[] @db.ObjectId\n  z String @unique @db.ObjectId\n  as A[] @relation(fields: [y], references: [id])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n")]
    [TestCase(
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\") @db.ObjectId\n  x String[] @db.ObjectId\n  bs B[] @relation(fields: [x], references: [id])\n}\nmodel B {\n  id String @id @map(\"_id\") @db.ObjectId\n  y String[] @db.ObjectId\n  z String @unique @db.ObjectId\n  as A[] @relation(fields: [y], references: [id])\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);

    [TestCase(
        "many-to-many-with-view",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nmodel A {\n  id Int @id\n  [|[|vs|]|] V[] @ignore\n}\nview V {\n  a Int @unique\n  [|as|] A[]\n}\n")]
    public void Finds_beside_others(string detail, Provider provider, string schema) => Validate(schema, provider: provider)
        .ReportAtTheMarks().Found.Select(found => found.Detail).Should().Contain(detail);
}
