using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class NativeTypeTests : ValidationTests
{
    [TestCase("native-type-prefix", Provider.PostgreSql, "model A {\n  id Int @id\n  a String @[|pg.Text|]\n}\n")]
    [TestCase("unknown-native-type", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.text|]\n}\n")]
    [TestCase("unknown-native-type", Provider.Sqlite, "model A {\n  id Int @id\n  a String [|@db.Text|]\n}\n")]
    [TestCase("native-type-argument-count", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.Text(3)|]\n}\n")]
    [TestCase("native-type-argument-count", Provider.MySql, "model A {\n  id Int @id\n  a String [|@db.VarChar|]\n}\n")]
    [TestCase("native-type-argument-count", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.VarChar(1, 2)|]\n}\n")]
    [TestCase("native-type-on-wrong-type", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.Integer|]\n}\n")]
    [TestCase("native-type-argument-form", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.VarChar(1.5)|]\n}\n")]
    [TestCase("native-type-argument-form", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal [|@db.Decimal(10)|]\n}\n")]
    [TestCase("native-type-argument-form", Provider.SqlServer, "model A {\n  id Int @id\n  a String [|@db.VarChar(65536)|]\n}\n")]
    [TestCase("native-type-scale", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal [|@db.Decimal(2, 3)|]\n}\n")]
    [TestCase("native-type-argument-range", Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal [|@db.Decimal(1001, 3)|]\n}\n")]
    [TestCase("native-type-argument-range", Provider.MySql, "model A {\n  id Int @id\n  a Decimal [|@db.Decimal(60, 31)|]\n}\n")]
    [TestCase("native-type-argument-range", Provider.PostgreSql, "model A {\n  id Int @id\n  a DateTime [|@db.Time(7)|]\n}\n")]
    [TestCase("native-type-argument-range", Provider.MySql, "model A {\n  id Int @id\n  a Boolean [|@db.Bit(2)|]\n}\n")]
    [TestCase("native-type-argument-range", Provider.PostgreSql, "model A {\n  id Int @id\n  a String [|@db.Bit(0)|]\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a String @db.VarChar(foo: 010)\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a Decimal @db.Decimal(1000, 1000)\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  a Decimal @db.Decimal(0, 0)\n}\n")]
    [TestCase(Provider.SqlServer, "model A {\n  id Int @id\n  a String @db.NVarChar(mAx)\n}\n")]
    [TestCase(Provider.SqlServer, "model A {\n  id Int @id\n  a String @db.VarChar(0)\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  a Boolean @db.Bit(1)\n}\n")]
    [TestCase(Provider.MySql, "model A {\n  id Int @id\n  a Bytes @db.Bit(64)\n}\n")]
    [TestCase(Provider.PostgreSql, "model A {\n  id Int @id\n  a String[] @db.Uuid\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
