using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Migrations.Diff;

namespace PrismaLint.Tests.Migrations.Diff;

/// <summary>Models, enums, keys, indexes and relations.</summary>
public sealed class ModelChangeTests : DiffTests
{
    private const string Shop = """
        model User {
          id    Int    @id
          email String
          posts Post[]
        }

        model Post {
          id     Int  @id
          userId Int
          user   User @relation(fields: [userId], references: [id])
          tags   Tag[]
        }

        model Tag {
          id    Int    @id
          label String
          posts Post[]
        }
        """;

    private static string ShopWith(params (string From, string To)[] edits) => edits.Aggregate(Shop, (text, edit) =>
    {
        text.Should().Contain(edit.From);
        return text.Replace(edit.From, edit.To, System.StringComparison.Ordinal);
    });

    [Test]
    public void The_same_schema_has_no_changes() => Compare(Shop, Shop).Should().BeEmpty();

    [Test]
    public void The_order_of_declarations_is_no_change() =>
        Compare("enum E {\n A\n B\n}\nmodel M {\n id Int @id\n a E\n b Int\n}", "model M {\n b Int\n id Int @id\n a E\n}\nenum E {\n B\n A\n}").Should().BeEmpty();

    [Test]
    public void A_new_model_comes_with_its_indexes_and_locks_what_it_refers_to()
    {
        var change = Only(Compare("model A {\n id Int @id\n}", "model A {\n id Int @id\n}\nmodel B {\n id Int @id\n n Int\n @@index([n])\n}"), SchemaChangeKind.ModelAdded);

        change.Class.Should().Be(ChangeClass.Safe);
        change.Lock.Should().BeNull();
        Effects([change]).Should().Equal("Index Create B.B_n_idx", "Table Create B");
    }

    [Test]
    public void A_model_that_is_gone_takes_its_foreign_keys_along()
    {
        var changes = Compare(Shop, ShopWith(("  tags   Tag[]\n", ""), (Shop[Shop.IndexOf("\n\nmodel Tag", System.StringComparison.Ordinal)..], "")));

        changes.Select(change => change.Kind).Should().Equal(SchemaChangeKind.JoinTableRemoved, SchemaChangeKind.ModelRemoved, SchemaChangeKind.RelationFieldRemoved);
        Effects(changes).Should().Equal(
            "ForeignKey Drop _PostToTag._PostToTag_A_fkey", "ForeignKey Drop _PostToTag._PostToTag_B_fkey", "Table Drop Tag", "Table Drop _PostToTag");
    }

    [Test]
    public void A_model_renamed_with_its_table_kept_still_renames_the_join_table()
    {
        var changes = Compare(Shop, ShopWith(("model Tag {\n  id    Int    @id", "model Label {\n  id    Int    @id"), ("Tag[]", "Label[]"), ("  label String\n  posts Post[]", "  label String\n  posts Post[]\n  @@map(\"Tag\")")));

        changes.Select(change => change.Kind).Should().Equal(SchemaChangeKind.JoinTableRenamed, SchemaChangeKind.ModelRenamed);
        changes[0].Class.Should().Be(ChangeClass.DataLoss);
        changes[0].Message.Should().Contain("`_LabelToPost`").And.Contain("`_PostToTag`");
        changes[0].Why.Should().Contain("change places", "Label comes before Post, as Tag did not");
        Sql(changes[0]).Should().Contain("""INSERT INTO "_LabelToPost" ("A", "B") SELECT "B", "A" FROM "_PostToTag" ON CONFLICT DO NOTHING;""");
    }

    [Test]
    public void The_columns_of_a_named_join_table_change_places_with_the_names_of_the_models()
    {
        static string Write(string name) => $"model Post {{\n id Int @id\n tags {name}[] @relation(\"t\")\n}}\nmodel {name} {{\n id Int @id\n posts Post[] @relation(\"t\")\n @@map(\"Tag\")\n}}";
        var swap = Compare(Write("Tag"), Write("Label")).Single(change => change.Kind == SchemaChangeKind.JoinTableSwapped);

        swap.Class.Should().Be(ChangeClass.DataLoss);
        swap.Why.Should().Contain("rows connect the wrong `Label` with the wrong `Post`");
        Effects([swap]).Should().Equal(
            "ForeignKey Create _t._t_A_fkey", "ForeignKey Create _t._t_B_fkey", "ForeignKey Drop _t._t_A_fkey", "ForeignKey Drop _t._t_B_fkey");
    }

    [Test]
    public void A_table_with_another_name_is_renamed_behind_a_view()
    {
        var change = Only(Compare("model User {\n id Int @id\n email String @unique\n}", "model User {\n id Int @id\n email String @unique\n @@map(\"users\")\n}"), SchemaChangeKind.TableRenamed);

        change.Class.Should().Be(ChangeClass.DataLoss);
        Effects([change]).Should().Equal("Index Create users.users_email_key", "Table Create users", "Table Drop User");
        InOrder(
            Sql(change),
            """ALTER TABLE "User" RENAME TO "users";""",
            """ALTER TABLE "users" RENAME CONSTRAINT "User_pkey" TO "users_pkey";""",
            """ALTER INDEX "User_email_key" RENAME TO "users_email_key";""",
            """CREATE VIEW "User" AS SELECT * FROM "users";""",
            """DROP VIEW "User";""");
    }

    [Test]
    public void A_model_that_goes_where_one_with_its_columns_comes_is_probably_renamed()
    {
        var change = Only(
            Compare("model Customer {\n id Int @id\n email String\n name String?\n}", "model Client {\n id Int @id\n email String\n name String?\n}"),
            SchemaChangeKind.ModelProbablyRenamed);

        change.Likeness.Should().BeGreaterThan(60);
        change.Steps[0].Text.Should().Contain("@@map(\"Customer\")");
    }

    [Test]
    public void Models_that_share_an_id_alone_are_not_taken_for_one() =>
        Compare("model Apple {\n id Int @id\n weight Float\n}", "model Invoice {\n id Int @id\n number String\n}").Select(change => change.Kind)
            .Should().BeEquivalentTo([SchemaChangeKind.ModelAdded, SchemaChangeKind.ModelRemoved]);

    [Test]
    public void A_table_moves_between_schemas()
    {
        static string Write(string name) => $"datasource db {{\n provider = \"postgresql\"\n schemas = [\"a\", \"b\"]\n}}\nmodel User {{\n id Int @id\n @@schema(\"{name}\")\n}}";
        var change = Only(Compare(Write("a"), Write("b")), SchemaChangeKind.TableMoved);

        Effects([change]).Should().Equal("Table Create b.User", "Table Drop a.User");
        InOrder(Sql(change), """ALTER TABLE "a"."User" SET SCHEMA "b";""", """CREATE VIEW "a"."User" AS SELECT * FROM "b"."User";""");
    }

    [Test]
    public void An_enum_value_is_known_everywhere_before_it_is_written()
    {
        var change = Only(Compare("enum E {\n A\n}\nmodel M {\n id Int @id\n e E\n}", "enum E {\n A\n B\n}\nmodel M {\n id Int @id\n e E\n}"), SchemaChangeKind.EnumValueAdded);

        change.Class.Should().Be(ChangeClass.Care);
        change.Object.Should().Be("E.B");
        change.Steps.Select(step => step.Kind).Should().Equal(MigrationStepKind.Sql, MigrationStepKind.Deploy, MigrationStepKind.Deploy);
        Sql(change).Should().Be("""ALTER TYPE "E" ADD VALUE 'B';""");
    }

    [Test]
    public void An_enum_value_that_goes_swaps_the_type_of_each_column()
    {
        const string Model = "model M {\n id Int @id\n e E @default(A)\n list E[]\n}";
        var change = Only(Compare("enum E {\n A\n B\n}\n" + Model, "enum E {\n A\n}\n" + Model), SchemaChangeKind.EnumValueRemoved);

        change.Class.Should().Be(ChangeClass.Breaking);
        Effects([change]).Should().Equal("Column Alter M.e", "Column Alter M.list", "Enum Alter E");
        InOrder(Sql(change), "CREATE TYPE \"E_new\" AS ENUM ('A');", "DROP DEFAULT", "USING (\"list\"::text[]::\"E_new\"[])", "DROP TYPE \"E_old\";", "SET DEFAULT 'A';");
    }

    [Test]
    public void An_enum_value_renamed_with_its_label_kept_is_a_matter_of_the_client() =>
        Only(Compare("enum E {\n A\n}\nmodel M {\n id Int @id\n e E\n}", "enum E {\n First @map(\"A\")\n}\nmodel M {\n id Int @id\n e E\n}"), SchemaChangeKind.EnumValueRenamed)
            .IsClientOnly.Should().BeTrue();

    [Test]
    public void An_index_is_built_beside_the_traffic()
    {
        var change = Only(ComparePosts("a Int", "a Int\n  @@index([a])"), SchemaChangeKind.IndexAdded);

        change.Class.Should().Be(ChangeClass.Care);
        change.Lock?.ToString().Should().Be("SHARE on Post: writes wait while the index is built");
        InOrder(Sql(change), """CREATE INDEX CONCURRENTLY "Post_a_idx" ON "Post" ("a");""", "indisvalid");
    }

    [TestCase("a Int", "a Int @unique", SchemaChangeKind.UniqueAdded, ChangeClass.Breaking)]
    [TestCase("", "a Int @default(1) @unique", SchemaChangeKind.UniqueAdded, ChangeClass.Breaking)]
    [TestCase("", "a Int? @unique", SchemaChangeKind.UniqueAdded, ChangeClass.Care)]
    [TestCase("a Int @unique", "a Int", SchemaChangeKind.UniqueRemoved, ChangeClass.Breaking)]
    [TestCase("a Int\n  @@index([a])", "a Int", SchemaChangeKind.IndexRemoved, ChangeClass.Care)]
    [TestCase("a Int\n  @@index([a])", "a Int\n  @@index([a(sort: Desc)])", SchemaChangeKind.IndexChanged, ChangeClass.Care)]
    [TestCase("a Int\n  @@index([a])", "a Int\n  @@unique([a])", SchemaChangeKind.IndexChanged, ChangeClass.Breaking)]
    [TestCase("a Int\n  @@index([a])", "a Int\n  @@index([a], map: \"other\")", SchemaChangeKind.IndexRenamed, ChangeClass.Safe)]
    public void Keys_and_indexes_count_by_what_they_refuse(string before, string after, SchemaChangeKind kind, ChangeClass expected) =>
        ComparePosts(before, after).Single(change => change.Kind == kind).Class.Should().Be(expected);

    [Test]
    public void A_unique_over_one_default_for_all_rows_cannot_be_built() =>
        ComparePosts("", "a Int @default(1) @unique").Single(change => change.Kind == SchemaChangeKind.UniqueAdded).Why.Should().StartWith("Every row of `Post` gets the same default");

    [Test]
    public void A_primary_key_moves_by_an_index_that_is_there_already()
    {
        var change = Compare("model A {\n id Int @id\n code String @unique\n}", "model A {\n id Int @unique\n code String @id\n}").Single(change => change.Kind == SchemaChangeKind.IdChanged);

        change.Class.Should().Be(ChangeClass.Breaking);
        InOrder(Sql(change), "CREATE UNIQUE INDEX CONCURRENTLY \"A_pkey_new\"", "PRIMARY KEY USING INDEX \"A_pkey_new\"");
    }

    [Test]
    public void The_type_of_an_id_changes_what_refers_to_it_too()
    {
        var changes = Compare(Shop, ShopWith(("model User {\n  id    Int    @id", "model User {\n  id    BigInt @id"), ("userId Int", "userId BigInt")));

        changes.Select(change => change.Object).Should().Equal("User.id", "Post.userId");
        Effects(changes).Should().Equal("Column Alter Post.userId", "Column Alter User.id", "ForeignKey Create Post.Post_userId_fkey", "ForeignKey Drop Post.Post_userId_fkey", "PrimaryKey Alter User");
    }

    [TestCase("onDelete: Cascade", ChangeClass.Care, "deletes its rows of `Post` too")]
    [TestCase("onDelete: NoAction", ChangeClass.Care, "reads every row of `Post`")]
    [TestCase("onUpdate: Restrict", ChangeClass.Breaking, "delete or renumber a `User`")]
    public void A_referential_action_changes_through_a_second_foreign_key(string action, ChangeClass expected, string why)
    {
        var change = Only(Compare(Shop, ShopWith(("references: [id])\n  tags", $"references: [id], {action})\n  tags"))), SchemaChangeKind.ReferentialActionChanged);

        change.Class.Should().Be(expected);
        change.Why.Should().Contain(why);
        InOrder(Sql(change), "\"Post_userId_fkey_new\" FOREIGN KEY", "NOT VALID;", "VALIDATE CONSTRAINT", "DROP CONSTRAINT \"Post_userId_fkey\";", "RENAME CONSTRAINT \"Post_userId_fkey_new\" TO \"Post_userId_fkey\";");
    }

    [Test]
    public void A_relation_over_columns_that_are_there_looks_for_orphans_first()
    {
        var changes = Compare(ShopWith(("  posts Post[]\n}\n\nmodel Post", "}\n\nmodel Post"), ("  user   User @relation(fields: [userId], references: [id])\n", "")), Shop);
        var change = changes.Single(change => change.Kind == SchemaChangeKind.ForeignKeyAdded);

        change.Class.Should().Be(ChangeClass.Breaking);
        InOrder(Sql(change), "NOT EXISTS (SELECT FROM \"User\" AS p WHERE p.\"id\" = c.\"userId\")", "NOT VALID;", "VALIDATE CONSTRAINT \"Post_userId_fkey\";");
        changes.Where(change => change.IsClientOnly).Select(change => change.Kind).Should().OnlyContain(kind => kind == SchemaChangeKind.RelationFieldAdded);
    }

    [Test]
    public void Another_provider_is_one_change() =>
        Only(Compare(Shop, "datasource db {\n provider = \"mysql\"\n}\n" + Shop), SchemaChangeKind.ProviderChanged).Class.Should().Be(ChangeClass.DataLoss);

    [TestCase("mysql")]
    [TestCase("sqlite")]
    [TestCase("sqlserver")]
    [TestCase("mongodb")]
    public void Other_databases_get_steps_without_statements_and_no_locks(string provider)
    {
        string Write(string field) => $"datasource db {{\n provider = \"{provider}\"\n}}\nmodel A {{\n id {(provider == "mongodb" ? "String @id @map(\"_id\")" : "Int @id")}\n {field}\n}}";
        var change = Only(Compare(Write(""), Write("b Int")), SchemaChangeKind.FieldAdded);

        change.Class.Should().Be(ChangeClass.Breaking);
        change.Lock.Should().BeNull();
        change.Steps.Should().NotBeEmpty().And.OnlyContain(step => step.Sql == null);
    }

    [Test]
    public void Views_are_left_to_migrations_of_ones_own()
    {
        const string Before = "view Totals {\n id Int @unique\n sum Int\n}";
        Only(Compare("", Before), SchemaChangeKind.ViewAdded).Why.Should().Contain("Prisma writes nothing for views");
        Only(Compare(Before, Before.Replace("sum Int", "sum BigInt", System.StringComparison.Ordinal)), SchemaChangeKind.ViewChanged).Message.Should().Be("View `Totals` changes: column `sum` is BIGINT");
        Only(Compare(Before, ""), SchemaChangeKind.ViewRemoved).IsClientOnly.Should().BeTrue();
    }

    [Test]
    public void The_worst_comes_first_whatever_the_order_of_the_text()
    {
        var changes = ComparePosts("a Int?\n  z String", "a Int\n  n String?");

        changes.Select(change => change.Class).Should().BeInDescendingOrder();
        changes.Should().HaveCount(3);
    }

    [Test]
    public void Every_message_names_what_it_is_about_and_ends_without_a_stop()
    {
        var changes = Compare(Shop, ShopWith(("email String", "mail String? @unique"), ("userId Int", "userId BigInt"), ("model Tag", "model Label"), ("Tag[]", "Label[]")));

        changes.Should().NotBeEmpty();
        changes.SelectMany(change => new[] { change.Message, change.Why }.Concat(change.Steps.Select(step => step.Text))).Should().OnlyContain(text => !text.EndsWith('.') && text.Length > 10);
        changes.Select(change => change.Message).Should().OnlyContain(text => text.Contains('`'));
    }
}
