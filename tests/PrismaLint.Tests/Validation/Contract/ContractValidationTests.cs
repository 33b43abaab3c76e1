using NUnit.Framework;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Validation.Contract;

public sealed class ContractValidationTests : ValidationTests
{
    private const string Header = "// use prisma-8\n";

    // Each is refused by Prisma 8.0.0-rc.13 for PostgreSQL, or for MongoDB where ids are of that kind.
    [TestCase("duplicate-contract-name", "model A { id Int @id }\ntype [|A|] { x Int }")]
    [TestCase("duplicate-contract-name", "model A { id Int @id }\nnamespace [|A|] { model B { id Int @id } }")]
    [TestCase("duplicate-contract-name", "namespace a { model X { id Int @id } }\nnamespace a { model [|X|] { id Int @id } }")]
    [TestCase("duplicate-contract-name", "types { X = Int [|X|] = Int }")]
    [TestCase("duplicate-contract-member", "model A { id Int @id [|id|] Int }")]
    [TestCase("duplicate-contract-member", "enum E { A [|A|] }")]
    [TestCase("duplicate-contract-member", "namespace unbound { role r { a = 1 [|a|] = 2 } }")]
    [TestCase("unsupported-contract-block", "[|datasource|] db { provider = \"postgresql\" }")]
    [TestCase("unsupported-contract-block", "[|generator|] g { provider = \"x\" }")]
    [TestCase("unsupported-contract-block", "[|view|] V { id Int }")]
    [TestCase("unsupported-contract-block", "namespace n { [|datasource|] db { } }")]
    [TestCase("undeclared-contract-type", "model A { id Int @id b [|Usr|] }")]
    [TestCase("undeclared-contract-type", "model X { id Int @id ys [|Y|][] }\nnamespace a { model Y { id Int @id } }")]
    [TestCase("undeclared-contract-type", "model A { id Int @id b n.[|C|] }\nnamespace n { model B { id Int @id } }")]
    [TestCase("undeclared-contract-base", "types { X = [|Foo|] }")]
    [TestCase("undeclared-contract-base", "types { X = Int Y = [|X|] }")]
    [TestCase("undeclared-contract-base", "types { [|X|] = }")]
    [TestCase("no-contract-namespace", "model A { id Int @id b [|n|] }\nnamespace n { model B { id Int @id } }")]
    [TestCase("no-contract-namespace", "model A { id Int @id b [|A|].B }")]
    [TestCase("relation-in-contract-type", "type T { a [|A|] }\nmodel A { id Int @id }")]
    [TestCase("empty-contract-enum", "enum [|E|] { }")]
    [TestCase("empty-contract-enum", "native_enum [|E|] { }")]
    [TestCase("contract-enum-value-attribute", "enum E { A [|@map(\"a\")|] }")]
    [TestCase("native-enum-value-without-text", "native_enum E { [|A|] }")]
    [TestCase("equal-contract-enum-values", "enum E { A [|B|] = \"A\" }")]
    [TestCase("equal-contract-enum-values", "native_enum E { A = \"x\" [|B|] = \"x\" }")]
    [TestCase("removed-attribute", "model A { id Int @id b DateTime [|@updatedAt|] c Int [|@ignore|] [|@@ignore|] [|@@schema(\"x\")|] [|@@fulltext([b])|] }")]
    [TestCase("native-type-as-attribute", "model A { id Int @id b String [|@db.VarChar(10)|] }")]
    [TestCase("removed-default", "model A { id Uuid @id @default([|dbgenerated(\"gen_random_uuid()\")|]) }")]
    [TestCase("removed-default", "model A { id String @id @default([|cuid()|]) }")]
    [TestCase("default-in-mongodb-contract", "model A { id ObjectId @id @map(\"_id\") b String [|@default(\"x\")|] }")]
    [TestCase("empty-contract-map", "model A { id Int @id @map([|\"\"|]) }")]
    [TestCase("unknown-contract-field", "model A { id Int @id b Int @@index([[|c|]], name: \"x\") @@unique([[|d|], b]) }")]
    [TestCase("unknown-contract-field", "model A { id Int @id }\nmodel B { id Int @id x Int a A @relation(fields: [[|y|]], references: [[|z|]]) }")]
    [TestCase("several-contract-ids", "model A { id Int @id b Int [|@id|] }")]
    [TestCase("several-contract-ids", "model A { id Int @id b Int [|@@id([b])|] }")]
    [TestCase("several-contract-ids", "model A { id Int b Int @@id([b]) [|@@id([id])|] }")]
    [TestCase("optional-contract-id", "model A { id Int? [|@id|] }")]
    [TestCase("optional-contract-id", "model A { id Int[] [|@id|] }")]
    [TestCase("optional-contract-id", "model A { id Int b Int? @@id([id, [|b|]]) }")]
    [TestCase("contract-name-and-map", "model A { id Int @id @@index([id], name: \"x\", [|map: \"y\"|]) }")]
    [TestCase("contract-index-columns", "model A { id Int @id [|@@index([id], expression: \"x\", name: \"y\")|] }")]
    [TestCase("contract-index-columns", "model A { id Int @id [|@@index()|] }")]
    [TestCase("contract-index-without-name", "model A { id Int @id [|@@index(expression: \"lower(x)\")|] }")]
    [TestCase("contract-index-without-name", "model A { id Int @id [|@@check(expression: \"id > 0\")|] }")]
    [TestCase("contract-base", "model A { id Int @id }\nmodel B { x Int @@base([|A|], \"b\") }")]
    [TestCase("contract-base", "model A { id Int @id }\nmodel B { x Int @@base([|Z|], \"b\") }")]
    [TestCase("discriminator-without-variant", "model A { id Int @id kind String [|@@discriminator(kind)|] }")]
    [TestCase("base-and-discriminator", "model A { id Int @id kind String @@discriminator(kind) }\nmodel B { k String @@base(A, \"b\") [|@@discriminator(k)|] }")]
    [TestCase("role-in-namespace", "namespace n { role [|r|] { } }")]
    [TestCase("contract-relation-nullability", "model A { id Int @id bs B[] }\nmodel B { id Int @id aId Int a [|A?|] @relation(fields: [aId], references: [id]) }")]
    [TestCase("contract-relation-nullability", "model A { id Int @id bs B[] }\nmodel B { id Int @id aId Int? a [|A|] @relation(fields: [aId], references: [id]) }")]
    [TestCase("contract-relation-arguments", "model A { id Int @id }\nmodel B { id Int @id x Int a A [|@relation(fields: [x])|] }")]
    [TestCase("contract-relation-arguments", "model A { id Int @id x Int bs B[] [|@relation(fields: [x], references: [id])|] }\nmodel B { id Int @id }")]
    [TestCase("contract-relation-lengths", "model A { id Int @id }\nmodel B { id Int @id x Int y Int a A @relation(fields: [x, y], [|references: [id]|]) }")]
    [TestCase("orphaned-backrelation", "model A { id Int @id [|bs|] B[] }\nmodel B { id Int @id }")]
    [TestCase("orphaned-backrelation", "model A { id Int @id [|b|] B? }\nmodel B { id Int @id }")]
    [TestCase("orphaned-backrelation", "model A { id Int @id [|bs|] B[] }\nmodel B { id Int @id [|as|] A[] }")]
    [TestCase("orphaned-backrelation", "model A { id Int @id [|b|] B? @relation(\"x\") }\nmodel B { id Int @id x Int @unique a A @relation(\"y\", fields: [x], references: [id]) }")]
    [TestCase("ambiguous-backrelation", "model A { id Int @id [|bs|] B[] }\nmodel B { id Int @id x Int y Int a A @relation(fields: [x], references: [id]) c A @relation(fields: [y], references: [id]) }")]
    [TestCase("backrelation-without-unique", "model A { id Int @id [|b|] B? }\nmodel B { id Int @id x Int a A @relation(fields: [x], references: [id]) @@index([x], unique: true, where: \"x > 1\", name: \"q\") }")]
    [TestCase("required-backrelation", "model A { id Int @id b [|B|] }\nmodel B { id Int @id x Int @unique a A @relation(fields: [x], references: [id]) }")]
    public void Refuses(string detail, string contract) => Refuse(detail, Header + contract);

    // Each is accepted by Prisma 8.0.0-rc.13, or only refused for an extension that the config does not name.
    [TestCase("model A { id Int @id b pgvector.Vector(3) c supabase:auth.User }")]
    [TestCase("model A { id Int @id @custom.thing @@other }")]
    [TestCase("widget X { a = 1 }")]
    [TestCase("namespace a { model X { id Int @id } }\nnamespace b { model X { id Int @id } }\nmodel X { id Int @id }")]
    [TestCase("model X { id Int @id ys a.Y[] }\nnamespace a { model Y { id Int @id xId Int x X @relation(fields: [xId], references: [id]) } }")]
    [TestCase("model A { x Int y Int bs B[] @@id([x, y]) }\nmodel B { id Int @id ax Int? ay Int a A? @relation(fields: [ax, ay], references: [x, y]) }")]
    [TestCase("model A { id Int @id bs B[] }\nmodel B { id Int @id x Int a A @relation(\"q\", fields: [x], references: [id]) }")]
    [TestCase("model A { id Int @id b B? }\nmodel B { id Int @id x Int a A @relation(fields: [x], references: [id]) @@index([x], unique: true, name: \"q\") }")]
    [TestCase("model A { id Int @id bs B[] }\nmodel B { id Int @id as A[] }\nmodel AB { a Int b Int x A @relation(fields: [a], references: [id]) y B @relation(fields: [b], references: [id]) @@id([a, b]) }")]
    [TestCase("model A { id Int @id pId Int? p A? @relation(fields: [pId], references: [id]) cs A[] }")]
    [TestCase("model A { id Int @id kind String @@discriminator(kind) }\nmodel B { x Int @@base(A, \"b\") }")]
    [TestCase("model A { id ObjectId @id @map(\"_id\") b B? }\nmodel B { id ObjectId @id @map(\"_id\") x ObjectId a A @relation(fields: [x], references: [id]) }")]
    [TestCase("model A { b Int }\nmodel B { }")]
    [TestCase("model String { id Int @id }\nmodel A { id Int @id s String @relation(fields: [sId], references: [id]) sId Int }")]
    public void Accepts(string contract) => Accept(Header + contract);

    [Test]
    public void Says_nothing_of_a_back_side_whose_other_side_is_broken() => Refuse(
        "unknown-contract-field", Header + "model A { id Int @id bs B[] }\nmodel B { id Int @id x Int a A @relation(fields: [[|y|]], references: [id]) }");

    [Test]
    public void Writes_SQL_in_the_way_of_contracts() =>
        Validate(Header + "model A { id Uuid @id @default([|dbgenerated(\"gen_random_uuid()\")|]) }")
            .ReportAtTheMarks()
            .BecomeWhenFixed(Header + "model A { id Uuid @id @default(sql`gen_random_uuid()`) }");

    [Test]
    public void Writes_a_native_type_as_the_type() =>
        Validate(Header + "model A { id Int @id b String? [|@db.VarChar(10)|] @map(\"c\") }")
            .ReportAtTheMarks()
            .BecomeWhenFixed(Header + "model A { id Int @id b VarChar(10)? @map(\"c\") }");
}
