using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;

namespace PrismaLint.Tests.Semantics;

public sealed class ContractBinderTests
{
    [Test]
    public void Namespaces_are_database_schemas_and_unbound_is_none()
    {
        var schema = Bind("model A { }\nnamespace auth { model B { } native_enum E { X = \"x\" } }\nnamespace unbound { model C { } }");
        schema.Models.Select(model => (model.Name, model.SchemaName)).Should().Equal(("A", null), ("B", "auth"), ("C", null));
        schema.Enums.Single().SchemaName.Should().Be("auth");
        schema.PrismaVersion.Should().Be(PrismaVersion.V8);
    }

    [TestCase("String", ScalarType.String, null)]
    [TestCase("DateTime", ScalarType.DateTime, "Timestamptz")]
    [TestCase("Timestamp(3)", ScalarType.DateTime, "Timestamp(3)")]
    [TestCase("VarChar(20)?", ScalarType.String, "VarChar(20)")]
    [TestCase("Json", ScalarType.Json, "Json")]
    [TestCase("Jsonb", ScalarType.Json, "JsonB")]
    [TestCase("Email", ScalarType.String, "VarChar(200)")]
    [TestCase("id.uuidv7Native()", ScalarType.String, "Uuid")]
    [TestCase("ulid()", ScalarType.String, "Char(26)")]
    [TestCase("temporal.timestamptz(3, onUpdate: now)", ScalarType.DateTime, "Timestamptz(3)")]
    public void Types_are_scalars_with_native_types(string type, ScalarType scalar, string? native)
    {
        var column = Bind($"types {{ Email = VarChar(200) }}\nmodel A {{ a {type} }}").Models.Single().Fields.Single();
        (column.Kind, column.Scalar, column.NativeType?.ToString()).Should().Be((FieldKind.Scalar, scalar, native));
    }

    [Test]
    public void Presets_bring_keys_and_defaults()
    {
        var fields = Bind("model A { id id.cuid2() a temporal.createdAt() b temporal.updatedAt() c temporal.timestamptz(onCreate: now, onUpdate: now) }").Models.Single().Fields;
        fields[0].IsId.Should().BeTrue();
        fields.Select(column => column.Default?.Function).Should().Equal("cuid2", "now", "now", "now");
        fields.Select(column => column.IsUpdatedAt).Should().Equal(false, false, true, true);
    }

    [Test]
    public void Enums_of_the_database_are_reached_through_their_type()
    {
        var schema = Bind("native_enum E { A = \"a\" @@map(\"e\") }\nenum F { B }\nmodel M { a pg.enum(E) b F }");
        schema.Models.Single().Fields.Select(column => column.TypeSymbol?.Name).Should().Equal("E", "F");
        schema.Enums.Select(symbol => (symbol.DatabaseName, symbol.IsDatabaseType, symbol.Values[0].DatabaseName)).Should().Equal(("e", true, "a"), ("F", false, "B"));
    }

    [Test]
    public void A_qualified_name_looks_into_its_namespace_and_a_plain_one_outside_too()
    {
        var schema = Bind("model T { id Int @id }\nnamespace a { model T { id Int @id } model U { t T x T } }\nmodel V { t T u a.T }");
        schema.Models.Single(model => model.Name == "U").Fields.Should().OnlyContain(member => member.TargetModel!.SchemaName == "a");
        schema.Models.Single(model => model.Name == "V").Fields.Select(member => member.TargetModel?.SchemaName).Should().Equal(null, "a");
    }

    [Test]
    public void An_index_may_be_unique_partial_and_of_a_method()
    {
        var indexes = Bind("model A { id Int @id b String c Jsonb @@index([b], unique: true, where: \"b IS NOT NULL\", map: \"u\") @@index([c], type: \"gin\") @@index(expression: \"lower(b)\", name: \"e\") }")
            .Models.Single().Indexes;
        indexes.Select(index => (index.Kind, index.Method, index.Predicate?.Raw)).Should().Equal(
            (IndexKind.PrimaryKey, IndexMethod.BTree, null), (IndexKind.Unique, IndexMethod.BTree, "b IS NOT NULL"), (IndexKind.Index, IndexMethod.Gin, null));
    }

    [TestCase("", true)]
    [TestCase(", index: true", true)]
    [TestCase(", index: false", false)]
    public void Prisma_8_indexes_a_foreign_key_unless_told_otherwise(string argument, bool expected)
    {
        var key = Bind($"model A {{ id Int @id }}\nmodel B {{ id Int @id x Int a A @relation(fields: [x], references: [id]{argument}) }}").ForeignKeys.Single();
        key.HasOwnIndex.Should().Be(expected);
        key.OnDelete.Should().Be(ReferentialAction.NoAction);
    }

    [TestCase("model A { id Int @id }", Provider.PostgreSql)]
    [TestCase("model A { a Uuid }", Provider.PostgreSql)]
    [TestCase("model A { a Int }\nnamespace n { }", Provider.PostgreSql)]
    [TestCase("model A { a Int @default(sql`1`) }", Provider.PostgreSql)]
    [TestCase("model A { id ObjectId @id }", Provider.MongoDb)]
    [TestCase("enum E { @@type(\"mongo/string@1\") A }", Provider.MongoDb)]
    [TestCase("model A { a Int b String }", Provider.Unknown)]
    [TestCase("model A { a Int32 b Uuid }", Provider.Unknown)]
    [TestCase("model ObjectId { }\nmodel A { a ObjectId }", Provider.Unknown)]
    public void The_provider_is_what_the_text_shows(string contract, Provider expected) => Bind(contract).Provider.Should().Be(expected);

    [Test]
    public void Files_of_the_other_language_are_left_out()
    {
        var schema = SemanticModel.Create(SyntaxTree.Parse("a.prisma", "// use prisma-8\nmodel A { }"), SyntaxTree.Parse("b.prisma", "model B {\n  id Int @id\n}\n"));
        schema.Models.Select(model => model.Name).Should().Equal("A");
    }

    private static SemanticModel Bind(string contract) => SemanticModel.Create(SyntaxTree.Parse("contract.prisma", "// use prisma-8\n" + contract));
}
