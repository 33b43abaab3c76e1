using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class MongoDbTests : ValidationTests
{
    [TestCase("mongodb-without-id", Provider.MongoDb, "model [|A|] {\n  a Int @unique\n}\n")]
    [TestCase("mongodb-id-name", Provider.MongoDb, "model A {\n  [|a|] Int @id\n}\n")]
    [TestCase("mongodb-id-name", Provider.MongoDb, "model A {\n  a Int @id [|@map(\"id\")|]\n}\n")]
    [TestCase("mongodb-unique-id", Provider.MongoDb, "model A {\n  a Int @id @map(\"_id\") @[|unique|]\n}\n")]
    [TestCase("auto-without-object-id", Provider.MongoDb, "model A {\n  a String @id @map(\"_id\") @default([|auto()|])\n}\n")]
    [TestCase(
        "auto-outside-id",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String @default([|auto()|]) @db.ObjectId\n}\n")]
    [TestCase(
        "dbgenerated-in-mongodb",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String @default([|dbgenerated()|])\n}\n")]
    [TestCase("mongodb-name-dollar", Provider.MongoDb, "model A {\n  id String @id @map(\"_id\")\n  a String [|@map(\"$a\")|]\n}\n")]
    [TestCase("mongodb-name-dot", Provider.MongoDb, "model A {\n  id String @id @map(\"_id\")\n  a String [|@map(\"a.b\")|]\n}\n")]
    [TestCase(
        "mongodb-repeated-index",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String\n  @@[|index|]([a], map: \"x\")\n  @@[|unique|]([a])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String\n  @@index([a], map: \"x\")\n  @@index([a(sort: Desc)], map: \"y\")\n}\n")]
    [TestCase(Provider.MongoDb, "model A {\n  a String @id @map(\"_id\") @default(auto()) @db.ObjectId\n}\n")]
    [TestCase(
        Provider.MongoDb,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int @default(auto())\n  b Int @default(dbgenerated())\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
