using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class ViewTests : ValidationTests
{
    [TestCase("view-without-preview-feature", Provider.PostgreSql, "view [|V|] {\n  a Int\n}\n")]
    [TestCase(
        "view-id",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int @[|id|]\n}\n")]
    [TestCase(
        "view-id",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int\n  @@[|id|]([])\n}\n")]
    [TestCase(
        "view-index",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int\n  @@[|index|]([a])\n}\n")]
    [TestCase(
        "view-unique-map",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int @[|unique|](map: \"x\")\n}\n")]
    [TestCase(
        "view-unique-clustered",
        Provider.SqlServer,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int @[|unique|](clustered: true)\n}\n")]
    [TestCase(
        "view-unique-arguments",
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int @[|unique|](sort: Desc)\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(
        Provider.PostgreSql,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"VIEWS\"]\n}\nview V {\n  a Int @unique\n  b Int?\n  c Int\n  @@unique([b, c])\n}\n")]
    [TestCase(
        Provider.Sqlite,
        "generator g {\n  provider = \"x\"\n  previewFeatures = [\"views\"]\n}\nview V {\n  a Int @unique @default(autoincrement())\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
