using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation;

public sealed class KeyAndIndexTests : ValidationTests
{
    private const string Relation = "r A? @relation(\"r\", fields: [id], references: [id])\n  s A? @relation(\"r\")";

    [TestCase("unknown-field-in-id", "b Int\n  @@id([b, [|c|]])")]
    [TestCase("unknown-field-in-id", "b Int\n  @@id([[|b.c|]])")]
    [TestCase("relation-field-in-id", Relation + "\n  @@[|id|]([r])")]
    [TestCase("relation-field-in-id", "b A? @relation(\"r\", fields: [id], references: [id]) @[|id|]")]
    [TestCase("optional-field-in-id", "b Int?\n  @@[|id|]([b])")]
    [TestCase("optional-field-in-id", "b Int? @[|id|]")]
    [TestCase("optional-field-in-id", "b Int[] @[|id|]")]
    [TestCase("unknown-key-sort", "b Int @id(sort: [|Foo|])")]
    [TestCase("unknown-key-sort", "b Int @unique(sort: [|desc|])")]
    [TestCase("unknown-field-in-unique", "b Int\n  @@unique([b, [|c|]])")]
    [TestCase("unknown-field-in-index", "b Int\n  @@index([b, [|c|]])")]
    [TestCase("unknown-field-in-index", "b Int\n  @@index([[|b.c|]])")]
    [TestCase("relation-field-in-unique", Relation + "\n  @@[|unique|]([s])")]
    [TestCase("relation-field-in-unique", "r A? @relation(\"r\", fields: [id], references: [id]) @[|unique|]")]
    [TestCase("relation-field-in-index", Relation + "\n  @@[|index|]([r])")]
    [TestCase("repeated-field-in-index", "b Int\n  @@index([b, [|b|]])")]
    [TestCase("unknown-index-type", "b Int\n  @@index([b], type: [|Foo|])")]
    [TestCase("index-name-and-map", "b Int\n  @@index([b], name: [|\"x\"|], map: \"y\")")]
    [TestCase("empty-index-name", "b Int\n  @@unique([b], name: [|\"\"|])")]
    [TestCase("malformed-client-name", "b Int\n  @@unique([b], name: [|\"a b\"|])")]
    [TestCase("unknown-sort", "b Int\n  @@index([b(sort: [|desc|])])")]
    [TestCase("unknown-operator-class", "b Int\n  @@index([b(ops: [|FooOps|])])")]
    [TestCase("operator-class-form", "b Int\n  @@index([b(ops: [|\"x\"|])])")]
    [TestCase("raw-operator-class-argument", "b Int\n  @@index([b(ops: [|raw(1)|])])")]
    [TestCase("repeated-field-in-relation", "b A? @relation(\"r\", fields: [id, [|id|]], references: [id])")]
    [TestCase("wrong-value-form", "b Int\n  @@index([b(length: [|\"x\"|])])")]
    public void Refuses(string detail, string lines) => Refuse(detail, "model A {\n  id Int\n  " + lines + "\n}\n");

    [Test]
    public void Points_at_the_model_where_two_fields_are_the_id() =>
        Refuse("several-ids", "model [|A|] {\n  id Int @id\n  b Int @id\n}\n");

    [Test]
    public void Points_at_the_model_where_a_field_and_the_block_are_the_id() =>
        Refuse("several-ids", "model [|A|] {\n  id Int @id\n  b Int\n  @@id([id, b])\n}\n");

    [TestCase("several-ids", "model [|A|] {\n  a Int? @id\n  b Int\n  @@id([b])\n}\n")]
    [TestCase("several-ids", "model [|A|] {\n  a Int @id\n  b Int? @id\n}\n")]
    [TestCase("several-shard-keys", "model [|A|] {\n  id Int @id\n  b Int? @shardKey\n  c Int\n  @@shardKey([c])\n}\n")]
    [TestCase("unknown-field-in-shard-key", "model A {\n  id Int @id\n  b Int @shardKey\n  @@shardKey([[|c|]])\n}\n")]
    [TestCase("several-shard-keys", "model [|A|] {\n  id Int @id\n  b Int @shardKey\n  c Int @shardKey\n}\n")]
    [TestCase("several-shard-keys", "model [|A|] {\n  id Int @id\n  b Int @shardKey\n  @@shardKey([b])\n}\n")]
    [TestCase("optional-field-in-shard-key", "model A {\n  id Int @id\n  b Int? @[|shardKey|]\n}\n")]
    [TestCase("optional-field-in-shard-key", "model A {\n  id Int @id\n  b Int?\n  @@[|shardKey|]([b])\n}\n")]
    [TestCase("unknown-field-in-shard-key", "model A {\n  id Int @id\n  @@shardKey([[|b|]])\n}\n")]
    [TestCase("relation-field-in-shard-key", "model A {\n  id Int @id\n  b A? @relation(\"r\", fields: [id], references: [id])\n  @@[|shardKey|]([b])\n}\n")]
    public void Refuses_a_shard_key(string detail, string schema) => Refuse(detail, schema, provider: Provider.MySql);

    [TestCase("@@id([id])")]
    [TestCase("b Int\n  @@id([id, b], name: \"x_y\", map: \"pk\")")]
    [TestCase("b Int? @unique(map: \"u\", sort: Desc)\n  @@id(id)")]
    [TestCase("b String\n  @@id([id])\n  @@index([b(ops: raw(\"x\"), foo: 1)], type: Hash)")]
    [TestCase("b String?\n  @@id([id])\n  @@index([b(sort: Desc), id])")]
    public void Accepts(string lines) => Accept("model A {\n  id Int\n  " + lines + "\n}\n");

    [Test]
    public void Lets_the_id_of_an_ignored_model_be_optional() => Accept("model A {\n  id Int? @id\n  @@ignore\n}\n");

    [Test]
    public void Offers_the_near_field() =>
        Validate(Model("email String", "@@index([[|emial|]])"))
            .Report("`A` has no field `emial`; did you mean `email`?")
            .BecomeWhenFixed(Model("email String", "@@index([email])"));

    [Test]
    public void Follows_composite_types_in_indexes_only() => Refuse(
        "unknown-field-in-index",
        "type T {\n  city String\n}\nmodel A {\n  id String @id @map(\"_id\")\n  t T\n  @@index([t.city])\n  @@index([[|t.town|]])\n}\n",
        provider: Provider.MongoDb);

    [Test]
    public void Knows_no_condition_in_Prisma_6() =>
        Refuse("unknown-argument", Model("b Int", "@@index([b], [|where|]: raw(\"b > 0\"))"), PrismaVersion.V6);
}
