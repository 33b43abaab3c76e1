using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class IndexTests : ValidationTests
{
    [TestCase("empty-index", Provider.PostgreSql, "model A {\n  id Int @id\n  @@[|index|]([])\n}\n")]
    [TestCase("index-length", Provider.PostgreSql, "model A {\n  id Int @id\n  a String\n  @@[|index|]([a(length: 5)])\n}\n")]
    [TestCase("index-length", Provider.PostgreSql, "model A {\n  id Int @id\n  a String @[|unique|](length: -5)\n}\n")]
    [TestCase("index-length", Provider.PostgreSql, "model A {\n  id Int @id\n  a String\n  @@[|index|]([a(length: 99999999999)])\n}\n")]
    [TestCase("index-length-type", Provider.MySql, "model A {\n  id Int @id\n  a Int @[|unique|](length: -5)\n}\n")]
    [TestCase("index-length-type", Provider.MySql, "model A {\n  id Int @id\n  a Int\n  @@[|index|]([a(length: 5)])\n}\n")]
    [TestCase("unsupported-index-type", Provider.MySql, "model A {\n  id Int @id\n  a Int\n  @@index([a], type: [|Hash|])\n}\n")]
    [TestCase("hash-index-sort", Provider.PostgreSql, "model A {\n  id Int @id\n  a Int\n  @@[|index|]([a(sort: Asc)], type: Hash)\n}\n")]
    [TestCase("unsupported-fulltext", Provider.PostgreSql, "model A {\n  id Int @id\n  a String\n  @@[|fulltext|]([a])\n}\n")]
    [TestCase(
        "several-fulltext",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String\n  b String\n  @@[|fulltext|]([a])\n  @@[|fulltext|]([b])\n}\n")]
    [TestCase("fulltext-length", Provider.MySql, "model A {\n  id Int @id\n  a String\n  @@[|fulltext|]([a(length: 3)])\n}\n")]
    [TestCase("fulltext-sort", Provider.MySql, "model A {\n  id Int @id\n  a String\n  @@[|fulltext|]([a(sort: Desc)])\n}\n")]
    [TestCase(
        "fulltext-fields-apart",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String\n  b String\n  c Int\n  @@[|fulltext|]([a, c(sort: Desc), b])\n}\n")]
    [TestCase(
        "several-clustered-indexes",
        Provider.SqlServer,
        "model A {\n  id Int @id(clustered: false)\n  a Int\n  b Int\n  @@[|index|]([a], clustered: true)\n  @@[|index|]([b], clustered: true)\n}\n")]
    [TestCase(
        "operator-class-outside-index",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int\n  @@[|unique|]([a(ops: raw(\"x\"))])\n}\n")]
    [TestCase(
        "composite-type-in-compound-unique",
        Provider.MongoDb,
        "type T {\n  a Int\n}\nmodel A {\n  id String @id @map(\"_id\")\n  t T\n  b Int\n  @@[|unique|]([t, b])\n}\n")]
    [TestCase(
        "partial-index-without-preview-feature",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int\n  @@index([a], [|where: raw(\"a > 0\")|])\n}\n")]
    [TestCase(
        "unsupported-partial-index",
        Provider.MySql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\nmodel A {\n  id Int @id\n  a Int\n  @@index([a], [|where: raw(\"a > 0\")|])\n}\n")]
    [TestCase("index-native-type", Provider.MySql, "model A {\n  id Int @id\n  a String @db.Text\n  @@[|index|]([a])\n}\n")]
    [TestCase("index-native-type", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.Xml|] @unique\n}\n")]
    [TestCase(
        "operator-class-index-type",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int\n  @@[|index|]([a(ops: Int4BloomOps)])\n}\n")]
    [TestCase(
        "operator-class-native-type",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int @db.SmallInt\n  @@[|index|]([a(ops: Int4BloomOps)], type: Brin)\n}\n")]
    [TestCase(
        "operator-class-without-native-type",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int\n  @@[|index|]([a(ops: Int2BloomOps)], type: Brin)\n}\n")]
    [TestCase(
        "operator-class-type",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a String\n  @@[|index|]([a(ops: Int4BloomOps)], type: Brin)\n}\n")]
    [TestCase(
        "operator-class-needs-list",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a String\n  @@[|index|]([a(ops: ArrayOps)], type: Gin)\n}\n")]
    [TestCase(
        "index-without-operator-class",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a String @db.Inet\n  @@[|index|]([a], type: Gist)\n}\n")]
    [TestCase("index-column-type", Provider.PostgreSql, "model A {\n  id Int @id\n  a Int\n  @@[|index|]([a], type: Gin)\n}\n")]
    [TestCase("index-column-type", Provider.CockroachDb, "model A {\n  id Int @id\n  a Int\n  @@[|index|]([a], type: Gin)\n}\n")]
    [TestCase(
        "spgist-several-columns",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a String\n  b String\n  @@[|index|]([a, b], type: SpGist)\n}\n")]
    [TestCase(
        "operator-class-in-cockroachdb",
        Provider.CockroachDb,
        "model A {\n  id Int @id\n  a Json\n  @@[|index|]([a(ops: JsonbOps)], type: Gin)\n}\n")]
    [TestCase(
        "json-not-last-in-inverted-index",
        Provider.CockroachDb,
        "model A {\n  id Int @id\n  a Json\n  b Int[]\n  @@[|index|]([a, b], type: Gin)\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  a String\n  @@index([a(length: 5)])\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a String\n  @@index([a(length: -5)])\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Int\n  @@index([a], type: Hash)\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  a String @db.Text @unique(length: -5)\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  a String\n  @@fulltext([a])\n}\n")]
    [TestCase(
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String\n  b String\n  c Int\n  @@fulltext([c(sort: Desc), a, b])\n}\n")]
    [TestCase(Provider.SqlServer, "model A {\n  id Int @id(clustered: false)\n  a Int\n  @@index([a], clustered: true)\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\nmodel A {\n  id Int @id\n  a Int\n  @@index([a], where: raw(\"a > 0\"))\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  a String @db.Text\n  @@index([a(length: 9)])\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a String @db.Inet\n  b Json\n  c Int[]\n  d Int @db.SmallInt\n  e Unsupported(\"x\")\n  @@index([a(ops: InetOps)], type: Gist)\n  @@index([b(ops: JsonbPathOps)], type: Gin)\n  @@index([c], type: Gin)\n  @@index([d], type: Brin)\n  @@index([e], type: SpGist)\n  @@index([a(ops: raw(\"x\")), d], map: \"m\")\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);

    [TestCase(
        "clustered-id-and-index",
        Provider.SqlServer,
        "model A {\n  id Int @[|id|]\n  a Int\n  @@[|index|]([a], clustered: true)\n}\n")]
    [TestCase("index-native-type", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.Xml|]\n  @@[|fulltext|]([a])\n}\n")]
    [TestCase(
        "clustered-index-beside-id",
        Provider.SqlServer,
        "model A {\n  id Int @[|id|]\n  a Int\n  @@[|index|]([a], clustered: true)\n}\n")]
    [TestCase("index-native-type", Provider.MySql, "model A {\n  id Int @id\n  a String @[|x.Text|]\n  @@[|index|]([a])\n}\n")]
    [TestCase(
        "several-fulltext",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\")\n  a String\n  @@[|fulltext|]([])\n  @@[|fulltext|]([a])\n}\n")]
    [TestCase(
        "unknown-native-type",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int [|@db.LongText|]\n  b Json [|@db.LongText|]\n  @@index([a(ops: Int4MinMaxOps)], type: Brin)\n  @@index([b], type: Gin)\n}\n")]
    [TestCase(
        "native-type-on-wrong-type",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a String [|@db.Integer|]\n  @@index([a(ops: Int4MinMaxOps)], type: Brin)\n}\n")]
    public void Finds_beside_others(string detail, Provider provider, string schema) => Validate(schema, provider: provider)
        .ReportAtTheMarks().Found.Select(found => found.Detail).Should().Contain(detail);
}
