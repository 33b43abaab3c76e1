using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class ModelTests : ValidationTests
{
    [TestCase("model-without-key", Provider.PostgreSql, "model [|A|] {\n  x Int?\n}\n")]
    [TestCase("model-without-key", Provider.PostgreSql, "model [|A|] {\n  x Int? @unique\n}\n")]
    [TestCase("model-without-key", Provider.PostgreSql, "model [|A|] {\n  x Unsupported(\"foo\") @unique\n}\n")]
    [TestCase(
        "repeated-table-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n}\nmodel B {\n  id Int @id(map: \"b\")\n  @@[|map|](\"A\")\n}\n")]
    [TestCase("named-id", Provider.MySql, "model [|A|] {\n  id Int @id(map: \"pk\")\n}\n")]
    [TestCase("compound-id", Provider.MongoDb, "model A {\n  a Int\n  b Int\n  @@[|id|]([a, b])\n}\n")]
    [TestCase("empty-id", Provider.PostgreSql, "model A {\n  a Int @unique\n  @@[|id|]([])\n}\n")]
    [TestCase("id-length", Provider.PostgreSql, "model A {\n  a String @[|id|](length: 5)\n}\n")]
    [TestCase("id-sort", Provider.PostgreSql, "model A {\n  a String @[|id|](sort: Desc)\n}\n")]
    [TestCase("clustered-id", Provider.PostgreSql, "model A {\n  a String @id([|clustered: true|])\n}\n")]
    [TestCase("id-native-type", Provider.MySql, "model A {\n  a String @[|id|] @db.Text\n}\n")]
    [TestCase("id-native-type", Provider.SqlServer, "model A {\n  a String @[|id|] @db.VarChar(Max)\n}\n")]
    [TestCase("bytes-id", Provider.SqlServer, "model A {\n  a Bytes @[|id|]\n}\n")]
    [TestCase(
        "client-name-is-field",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int\n  b Int\n  a_b Int\n  @@[|unique|]([a, b])\n}\n")]
    [TestCase(
        "given-client-name-is-field",
        Provider.PostgreSql,
        "model [|A|] {\n  id Int @id\n  a Int\n  b Int\n  @@unique([a, b], name: \"b\")\n}\n")]
    [TestCase(
        "repeated-client-name",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a Int\n  b Int\n  @@unique([a, b], [|name: \"x\"|])\n  @@unique([b, a], [|name: \"x\"|])\n}\n")]
    [TestCase("shard-key-without-preview-feature", Provider.MySql, "model A {\n  id Int @id\n  a Int @[|shardKey|]\n}\n")]
    [TestCase(
        "unsupported-shard-key",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"shardKeys\"]\n}\nmodel A {\n  id Int @id\n  a Int @[|shardKey|]\n}\n")]
    [TestCase(
        "empty-shard-key",
        Provider.MySql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"shardKeys\"]\n}\nmodel A {\n  id Int @id\n  @@[|shardKey|]([])\n}\n")]
    [TestCase("unsupported-enum", Provider.SqlServer, "enum [|E|] {\n  X\n}\n")]
    [TestCase("repeated-enum-database-name", Provider.PostgreSql, "enum E {\n  X\n}\nenum [|F|] {\n  X\n  @@map(\"E\")\n}\n")]
    [TestCase("unsupported-schema-attribute", Provider.MySql, "model A {\n  id Int @id\n  @@schema([|\"x\"|])\n}\n")]
    [TestCase("unlisted-schema", Provider.PostgreSql, "model A {\n  id Int @id\n  @@schema([|\"x\"|])\n}\n")]
    [TestCase(
        "missing-schema",
        Provider.PostgreSql,
        "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  schemas = [\"a\"]\n}\nmodel [|A|] {\n  id Int @id\n}\n")]
    [TestCase(
        "extensions-without-preview-feature",
        Provider.PostgreSql,
        "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  [|extensions|] = [pg_trgm]\n}\n")]
    [TestCase(
        "dash-in-extension-name",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"postgresqlExtensions\"]\n}\ndatasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  extensions = [[|uuid-ossp|]]\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(Provider.PostgreSql, "model A {\n  x Int @unique\n  y Int?\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  x Int?\n  @@ignore\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id(map: \"pk\")\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  a String @id(length: 5)\n}\n")]
    [TestCase(Provider.SqlServer, "model A {\n  a String @id(sort: Desc)\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  a String @id(length: 9) @db.Text\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Int\n  b Int\n  aB Int\n  @@unique([a, b])\n}\n")]
    [TestCase(
        Provider.MySql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"shardKeys\"]\n}\nmodel A {\n  id Int @id\n  a Int @shardKey\n}\n")]
    [TestCase(Provider.Sqlite, "enum E {\n  X\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  schemas = [\"a\"]\n}\nmodel A {\n  id Int @id\n  @@schema(\"a\")\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"postgresqlExtensions\"]\n}\ndatasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  extensions = [uuidOssp(map: \"uuid-ossp\")]\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
