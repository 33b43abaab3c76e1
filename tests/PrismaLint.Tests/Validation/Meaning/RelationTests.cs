using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Meaning;

public sealed class RelationTests : ValidationTests
{
    [TestCase(
        "missing-opposite-field",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  y Int\n}\nmodel B {\n  id Int @id\n  x Int\n  [|a|] A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "missing-opposite-field",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  [|bs|] B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  [|a|] A @relation(\"r\", fields: [x], references: [id])\n}\n")]
    [TestCase("missing-opposite-field", Provider.PostgreSql, "model A {\n  id Int @id\n  [|a|] A?\n}\n")]
    [TestCase(
        "relation-to-ignored-model",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n  @@ignore\n}\nmodel B {\n  id Int @id\n  x Int\n  [|a|] A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "named-foreign-key",
        Provider.Sqlite,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id], [|map: \"fk\"|])\n}\n")]
    [TestCase(
        "relation-without-fields",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  [|a|] A @relation(references: [id])\n}\n")]
    [TestCase(
        "relation-without-references",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  [|a|] A @relation(fields: [x])\n}\n")]
    [TestCase(
        "columns-on-list-side",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[] @relation([|references: [id]|])\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "actions-on-list-side",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[] @relation([|onDelete: Cascade|])\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "relation-column-count",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  y Int\n  a A @relation([|fields: [x, y]|], references: [id])\n}\n")]
    [TestCase(
        "required-relation-over-optional-field",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int?\n  a [|A|] @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "relation-type-mismatch",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x String\n  [|a|] A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "references-not-unique",
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  y Int\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], [|references: [y]|])\n}\n")]
    [TestCase(
        "references-order",
        Provider.SqlServer,
        "model A {\n  id Int @id\n  v Int\n  w Int\n  bs B[]\n  @@unique([w, v])\n}\nmodel B {\n  id Int @id\n  x Int\n  y Int\n  a A @relation(fields: [x, y], [|references: [v, w]|])\n}\n")]
    [TestCase(
        "relation-native-type-mismatch",
        Provider.MongoDb,
        "model A {\n  id String @id @map(\"_id\") @db.ObjectId\n  bs B[]\n}\nmodel B {\n  id String @id @map(\"_id\")\n  [|x|] String\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        "relation-mode-without-index",
        Provider.PostgreSql,
        "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  relationMode = \"prisma\"\n}\nmodel A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @[|relation|](fields: [x], references: [id])\n}\n")]
    public void Refuses(string detail, Provider provider, string schema) => Refuse(detail, schema, provider: provider);

    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n  @@ignore\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id]) @ignore\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A? @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int @db.SmallInt\n  a A @relation(fields: [x], references: [id])\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "model A {\n  id Int @id\n  v Int\n  w Int\n  bs B[]\n  @@unique([w, v])\n}\nmodel B {\n  id Int @id\n  x Int\n  y Int\n  a A @relation(fields: [x, y], references: [v, w])\n}\n")]
    [TestCase(
        Provider.PostgreSql,
        "datasource db {\n  provider = \"postgresql\"\n  url = \"x\"\n  relationMode = \"prisma\"\n}\nmodel A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [x], references: [id])\n  @@index([x, id])\n}\n")]
    public void Accepts(Provider provider, string schema) => Accept(schema, provider: provider);
}
