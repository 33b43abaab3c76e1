using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class FieldTypeTests : ValidationTests
{
    [TestCase("unsupported-json", Provider.SqlServer, "model A {\n  id Int @id\n  a [|Json|]\n}\n")]
    [TestCase("unsupported-json-list", Provider.CockroachDb, "model A {\n  id BigInt @id\n  a [|Json[]|]\n}\n")]
    [TestCase("unsupported-decimal", Provider.MongoDb, "model A {\n  id String @id @map(\"_id\")\n  a [|Decimal|]\n}\n")]
    [TestCase("unsupported-list", Provider.MySql, "model A {\n  id Int @id\n  a [|Int[]|]\n}\n")]
    [TestCase("supported-type-as-unsupported", Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported([|\"VarChar (10)\"|])?\n}\n")]
    [TestCase("supported-type-as-unsupported", Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported([|\"Integer(3)\"|])\n}\n")]
    [TestCase("supported-type-as-unsupported", Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported([|\"VarChar(10\"|])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(Provider.Sqlite, "model A {\n  id Int @id\n  a Json\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Int[]\n  b Unsupported(\"x\")[]\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported(\"integer\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported(\"Integer x\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported(\"VarChar()\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported(\"VarChar(x)\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported(\"VarChar(1,2)\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported(\"Decimal(1)\")\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Unsupported(\"\")\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
