using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class CompositeTypeTests : ValidationTests
{
    [TestCase("unsupported-composite-type", Provider.PostgreSql, "type [|T|] {\n  a Int\n}\n")]
    [TestCase("empty-composite-type", Provider.MongoDb, "type [|T|] {\n}\n")]
    [TestCase("composite-type-in-itself", Provider.MongoDb, "type T {\n  t [|T|]\n}\n")]
    [TestCase(
        "composite-type-cycle",
        Provider.MongoDb,
        "type T {\n  u [|U|]\n}\ntype U {\n  v [|V|]\n}\ntype V {\n  t [|T|]\n  x Int?\n}\n")]
    [TestCase("default-integer", Provider.MongoDb, "type T {\n  a Int @default([|1.5|])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(Provider.MongoDb, "type T {\n  t T?\n  u U\n}\ntype U {\n  ts T[]\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
