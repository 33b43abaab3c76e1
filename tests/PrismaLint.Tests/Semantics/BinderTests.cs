using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Semantics;
using PrismaLint.Syntax;
using PrismaLint.Tests.Syntax;

namespace PrismaLint.Tests.Semantics;

public sealed class BinderTests
{
    private static SemanticModel Bind(params string[] files) =>
        SemanticModel.Create([.. files.Select((text, index) => SyntaxTree.Parse($"{index}.prisma", text))]);

    [Test]
    public void Binds_every_form_of_the_language()
    {
        var schema = Bind(Schemas.EveryForm);
        schema.Provider.Should().Be(Provider.PostgreSql);
        schema.PreviewFeatures.Should().Equal("views", "partialindexes");
        schema.Models.Select(model => model.Name).Should().Equal("User", "Post", "Active");
        var user = schema.Models[0];
        user.TableName.Should().Be("users");
        user.SchemaName.Should().Be("public");
        user.PrimaryKey.Should().NotBeNull();
        user.Indexes.Select(index => index.DatabaseName).Should().Equal("users_pkey", "user_email", "ix", "users_name_email_key");
        var byEmail = user.Indexes[2];
        byEmail.Columns[0].Should().Match<IndexColumn>(column => column.IsDescending && column.OperatorClass == "text_pattern_ops");
        var partial = user.Indexes[3].Predicate;
        partial.Should().NotBeNull();
        partial?.Normalized.Should().Be("active = true AND deletedAt = null AND role not \"x\"");
        var email = user.FindField("email");
        email?.NativeType?.ToString().Should().Be("VarChar(200)");
        email?.IsUnique.Should().BeTrue();
        user.FindField("role")?.Should().Match<FieldSymbol>(member => member.Kind == FieldKind.Enum && member.ColumnName == "r");
        user.FindField("area")?.Kind.Should().Be(FieldKind.Unsupported);
        user.FindField("tags")?.Arity.Should().Be(Arity.List);
        user.FindField("id")?.Default?.IsGeneratedIdentifier.Should().BeTrue();
        schema.Models[2].IsView.Should().BeTrue();
        schema.Enums.Single().Values[1].DatabaseName.Should().Be("admin");
        schema.Models.Should().NotContain(model => model.HasErrors);
    }

    [Test]
    public void Files_of_one_schema_bind_together()
    {
        var schema = Bind(
            "model Post {\n  id Int @id\n  author User @relation(fields: [authorId], references: [id])\n  authorId Int\n}",
            "model User {\n  id Int @id\n  posts Post[]\n}",
            "datasource db {\n  provider = \"mysql\"\n}");
        schema.Provider.Should().Be(Provider.MySql);
        var key = schema.ForeignKeys.Single();
        key.Target.Name.Should().Be("User");
        key.Relation?.Kind.Should().Be(RelationKind.OneToMany);
        schema.Models[1].ReferencingKeys.Should().Equal(key);
    }

    [TestCase("postgresql", "Int", ReferentialAction.Restrict)]
    [TestCase("postgresql", "Int?", ReferentialAction.SetNull)]
    [TestCase("sqlserver", "Int", ReferentialAction.NoAction)]
    [TestCase("mongodb", "Int", ReferentialAction.Restrict)]
    public void The_default_of_on_delete_follows_provider_and_nullability(string provider, string type, ReferentialAction expected)
    {
        var relation = type.EndsWith('?') ? "User?" : "User";
        var schema = Bind($$"""
            datasource db {
              provider = "{{provider}}"
            }
            model Post {
              id Int @id
              author {{relation}} @relation(fields: [authorId], references: [id])
              authorId {{type}}
            }
            model User {
              id Int @id
              posts Post[]
            }
            """);
        schema.ForeignKeys.Single().OnDelete.Should().Be(expected);
        schema.ForeignKeys.Single().OnUpdate.Should().Be(ReferentialAction.Cascade);
    }

    [Test]
    public void Pairs_relations_by_type_and_name()
    {
        var schema = Bind("""
            model Message {
              id Int @id
              sender User @relation("Sent", fields: [senderId], references: [id])
              senderId Int
              reader User @relation("Read", fields: [readerId], references: [id])
              readerId Int
              tags Tag[]
              lonely User? @relation("Nobody", fields: [id], references: [id])
            }
            model User {
              id Int @id
              read Message[] @relation("Read")
              sent Message[] @relation("Sent")
              profile Profile?
              boss User? @relation("Boss", fields: [bossId], references: [id])
              bossId Int?
              staff User[] @relation("Boss")
            }
            model Profile {
              id Int @id
              user User @relation(fields: [id], references: [id])
            }
            model Tag {
              id Int @id
              messages Message[]
            }
            """);
        string Text(RelationSymbol relation) => $"{relation.Kind} {relation.Forward?.DisplayName} {relation.Back?.DisplayName}".TrimEnd();
        schema.Relations.Select(Text).Should().Equal(
            "OneToMany Message.sender User.sent",
            "OneToMany Message.reader User.read",
            "ImplicitManyToMany Message.tags Tag.messages",
            "OneToOne Message.lonely",
            "OneToOne Profile.user User.profile",
            "OneToMany User.boss User.staff");
        schema.Relations[^1].IsSelfRelation.Should().BeTrue();
    }

    [Test]
    public void An_index_covers_fields_that_it_starts_with()
    {
        var model = Bind("model A {\n  a Int\n  b Int\n  c Int\n  @@id([a, b])\n  @@index([c], type: Hash)\n  @@unique([b, c], where: { a: 1 })\n}").Models.Single();
        var (a, b, c) = (model.Fields[0], model.Fields[1], model.Fields[2]);
        model.HasIndexStartingWith([a]).Should().BeTrue();
        model.HasIndexStartingWith([a, b]).Should().BeTrue();
        model.HasIndexStartingWith([b, a]).Should().BeFalse("the order counts");
        model.HasIndexStartingWith([c]).Should().BeFalse("a hash index serves no prefix");
        model.HasIndexStartingWith([b]).Should().BeFalse("a partial index holds some rows only");
    }

    [TestCase("model A {\n  id Int @id\n  x:\n}")]
    [TestCase("model A {\n  id Int @id\n  $\n}")]
    [TestCase("model A {\n  id Int @id")]
    [TestCase("modle A {\n  id Int @id\n}")]
    public void A_block_with_a_syntax_error_is_marked_and_its_neighbour_is_not(string broken)
    {
        var schema = Bind(broken, "model B {\n  id Int @id\n}");
        schema.Models.Select(model => (model.Name, model.HasErrors)).Should().Equal(("A", true), ("B", false));
    }

    [Test]
    public void Long_constraint_names_are_cut_as_prisma_cuts_them()
    {
        var table = new string('t', 70);
        ConstraintNames.PrimaryKey(table, ConnectorFacts.Of(Provider.PostgreSql)).Should().Be(new string('t', 58) + "_pkey");
        ConstraintNames.Unique("a" + new string('ß', 40), ["b"], ConnectorFacts.Of(Provider.PostgreSql)).Should().Be("a" + new string('ß', 29) + "_key", "the limit is in bytes and no character is halved");
        ConstraintNames.Index(table, ["x"], ConnectorFacts.Of(Provider.Sqlite)).Should().Be(table + "_x_idx");
    }
}
