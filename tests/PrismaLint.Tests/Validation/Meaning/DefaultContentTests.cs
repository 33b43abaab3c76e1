using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class DefaultContentTests : ValidationTests
{
    [TestCase("default-integer", Provider.PostgreSql, "model A {\n  id Int @id\n  a Int @default([|9223372036854775808|])\n}\n")]
    [TestCase("default-integer", Provider.PostgreSql, "model A {\n  id Int @id\n  a Int[] @default([1, [|1.0|]])\n}\n")]
    [TestCase("default-datetime", Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default([|\"2020-01-01\"|])\n}\n")]
    [TestCase("default-datetime", Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default([|\"2020-01-01T00:00Z\"|])\n}\n")]
    [TestCase("default-datetime", Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default([|\"2020-02-30T00:00:00Z\"|])\n}\n")]
    [TestCase(
        "default-datetime",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a DateTime @default([|\"2020-01-01T00:00:00+0100\"|])\n}\n")]
    [TestCase(
        "default-datetime",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a DateTime @default([|\" 2020-01-01T00:00:00Z\"|])\n}\n")]
    [TestCase(
        "default-datetime",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  a DateTime @default([|\"2020-01-01T00:00:00.Z\"|])\n}\n")]
    [TestCase("default-datetime", Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default([|\"2020-01-01T24:00:00Z\"|])\n}\n")]
    [TestCase("default-datetime", Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default([|\"2020-01-01T00:00:00\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"[1,]\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"1e999\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"nul\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"01\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"1 2\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"{\\\"a\\\":1,}\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"{\\\"a\\\" 1}\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"\\\"\\\\ud800\\\"\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"[[]\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"-\"|])\n}\n")]
    [TestCase("default-json", Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default([|\"\\\"a\"|])\n}\n")]
    [TestCase("default-bytes", Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default([|\"YQ\"|])\n}\n")]
    [TestCase("default-bytes", Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default([|\"YR==\"|])\n}\n")]
    [TestCase("default-bytes", Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default([|\"a-b_\"|])\n}\n")]
    [TestCase("default-bytes", Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default([|\"====\"|])\n}\n")]
    [TestCase("default-bytes", Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default([|\"YQ==YQ==\"|])\n}\n")]
    [TestCase("default-decimal", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default([|\"\"|])\n}\n")]
    [TestCase("default-decimal", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default([|\".\"|])\n}\n")]
    [TestCase("default-decimal", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default([|\"_1\"|])\n}\n")]
    [TestCase("default-decimal", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default([|\"0x1\"|])\n}\n")]
    [TestCase("default-decimal", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default([|\"1e\"|])\n}\n")]
    [TestCase("default-decimal", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default([|\"1.2.3\"|])\n}\n")]
    [TestCase("default-decimal", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default([|\"++1\"|])\n}\n")]
    [TestCase("unsupported-auto", Provider.PostgreSql, "model A {\n  id Int @id\n  a Int @default([|auto()|])\n}\n")]
    [TestCase("named-default", Provider.PostgreSql, "model A {\n  id Int @id\n  a Int @default(1, [|map: \"d\"|])\n}\n")]
    [TestCase("unsupported-autoincrement", Provider.MongoDb, "model A {\n  id Int @id @map(\"_id\") @default([|autoincrement()|])\n}\n")]
    [TestCase(
        "several-autoincrements",
        Provider.MySql,
        "model [|A|] {\n  id Int @id @default(autoincrement())\n  b Int @unique @default(autoincrement())\n}\n")]
    [TestCase("autoincrement-outside-id", Provider.Sqlite, "model A {\n  id Int @id\n  b Int @unique @default([|autoincrement()|])\n}\n")]
    [TestCase("autoincrement-without-index", Provider.MySql, "model A {\n  id Int @id\n  b Int @default([|autoincrement()|])\n}\n")]
    [TestCase("autoincrement-on-int", Provider.CockroachDb, "model A {\n  id Int @id @default([|autoincrement()|])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default(\"2020-01-01T00:00:00Z\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default(\"2020-02-29 23:59:60.123456789012+14:00\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime @default(\"2020-01-01t00:00:00z\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\"{}\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\" [ ] \")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\"-0\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\"[1, {\\\"a\\\": [null, true, false, 1.5e-3]}]\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\"\\\"\\\\ud83d\\\\ude00\\\\n\\\"\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\"[[[]], {}]\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\"{\\\"a\\\": {\\\"a\\\": {}}}\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Json @default(\"1e-999\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default(\"\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default(\"YQ==\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default(\"YWI=\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Bytes @default(\"YWJj\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default(\"1_000\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default(\"1E+5\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default(\".5\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default(\"1.\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @default(\"+1_\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Int @default(-9223372036854775808)\n  b Decimal @default(1.5)\n}\n")]
    [TestCase(Provider.SqlServer, "model A {\n  id Int @id\n  a Int @default(1, map: \"d\")\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  b Int @default(autoincrement())\n  @@index([b, id])\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  b Int @default(autoincrement())\n  c Int @default(autoincrement())\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
