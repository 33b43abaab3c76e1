using System.Linq;
using FluentAssertions;
using NUnit.Framework;
using PrismaLint.Migrations.Diff;

namespace PrismaLint.Tests.Migrations.Diff;

public sealed class FieldChangeTests : DiffTests
{
    [TestCase("title String?", ChangeClass.Safe)]
    [TestCase("tags String[]", ChangeClass.Safe)]
    [TestCase("title String @default(\"x\")", ChangeClass.Safe)]
    [TestCase("at DateTime @default(now())", ChangeClass.Safe)]
    [TestCase("number Int @default(autoincrement())", ChangeClass.Care)]
    [TestCase("key String @default(dbgenerated(\"gen_random_uuid()\")) @db.Uuid", ChangeClass.Care)]
    [TestCase("title String", ChangeClass.Breaking)]
    [TestCase("key String @default(uuid())", ChangeClass.Breaking)]
    [TestCase("at DateTime @updatedAt", ChangeClass.Breaking)]
    public void A_new_field_is_as_dangerous_as_what_rows_and_old_clients_get(string field, ChangeClass expected) =>
        Only(ComparePosts("", field), SchemaChangeKind.FieldAdded).Class.Should().Be(expected);

    [Test]
    public void A_required_field_comes_in_nullable_and_is_checked_beside_the_traffic()
    {
        var change = Only(ComparePosts("", "title String"), SchemaChangeKind.FieldAdded);

        change.Object.Should().Be("Post.title");
        change.OldLocation.Should().BeNull();
        change.NewLocation?.Path.Should().Be("new.prisma");
        change.Why.Should().Contain("do not know `title`");
        InOrder(
            Sql(change),
            """ALTER TABLE "Post" ADD COLUMN "title" TEXT;""",
            """UPDATE "Post" SET "title" = … WHERE "id" IN (SELECT "id" FROM "Post" WHERE "title" IS NULL LIMIT 5000);""",
            """ADD CONSTRAINT "Post_title_not_null" CHECK ("title" IS NOT NULL) NOT VALID;""",
            """VALIDATE CONSTRAINT "Post_title_not_null";""",
            """ALTER COLUMN "title" SET NOT NULL;""",
            """DROP CONSTRAINT "Post_title_not_null";""");
        change.Steps[^1].Kind.Should().Be(MigrationStepKind.Deploy);
    }

    [Test]
    public void A_field_leaves_the_clients_before_its_column_is_dropped()
    {
        var change = Only(ComparePosts("title String", ""), SchemaChangeKind.FieldRemoved);

        change.Class.Should().Be(ChangeClass.DataLoss);
        change.Steps.Select(step => step.Kind).Should().Equal(MigrationStepKind.Sql, MigrationStepKind.Deploy, MigrationStepKind.Verify, MigrationStepKind.Sql);
        InOrder(Sql(change), """ALTER COLUMN "title" DROP NOT NULL;""", """DROP COLUMN "title";""");
    }

    [Test]
    public void An_optional_field_needs_no_first_step_to_leave() =>
        Only(ComparePosts("title String?", ""), SchemaChangeKind.FieldRemoved).Steps[0].Kind.Should().Be(MigrationStepKind.Deploy);

    [TestCase("userName String?", "user_name String?")]
    [TestCase("title String @unique", "headline String @unique")]
    [TestCase("name String", "fullName String")]
    public void A_field_that_goes_where_a_like_one_comes_is_probably_renamed(string before, string after)
    {
        var change = ComparePosts(before + "\n  rank Int", after + "\n  rank Int").Single(change => change.Kind == SchemaChangeKind.FieldProbablyRenamed);

        change.Class.Should().Be(ChangeClass.DataLoss);
        change.Likeness.Should().BeInRange(70, 99);
        change.Steps[0].Kind.Should().Be(MigrationStepKind.Schema);
        change.Steps[0].Text.Should().Contain($"@map(\"{before.Split(' ')[0]}\")");
        Sql(change).Should().Contain("CREATE TRIGGER").And.Contain($"DROP COLUMN \"{before.Split(' ')[0]}\";");
    }

    [TestCase("title String", "title_length Int")]
    [TestCase("bio String?", "rank Int")]
    public void Fields_of_other_types_are_not_taken_for_renamed(string before, string after) =>
        ComparePosts(before, after).Select(change => change.Kind).Should().BeEquivalentTo([SchemaChangeKind.FieldAdded, SchemaChangeKind.FieldRemoved]);

    [Test]
    public void A_field_renamed_with_its_column_kept_is_a_matter_of_the_client()
    {
        var change = Only(ComparePosts("title String", "headline String @map(\"title\")"), SchemaChangeKind.FieldRenamed);

        change.Class.Should().Be(ChangeClass.Safe);
        change.IsClientOnly.Should().BeTrue();
        change.Message.Should().Be("`Post.title` is called `headline`; its column stays `title`");
    }

    [Test]
    public void A_field_whose_column_gets_another_name_loses_what_it_holds()
    {
        var change = Only(ComparePosts("title String", "title String @map(\"headline\")"), SchemaChangeKind.ColumnRenamed);

        change.Class.Should().Be(ChangeClass.DataLoss);
        Effects([change]).Should().Equal("Column Create Post.headline", "Column Drop Post.title");
    }

    [TestCase("String @db.VarChar(20)", "String @db.VarChar(40)", SchemaChangeKind.TypeWidened, ChangeClass.Safe)]
    [TestCase("String @db.VarChar(20)", "String", SchemaChangeKind.TypeWidened, ChangeClass.Safe)]
    [TestCase("Decimal @db.Decimal(10, 2)", "Decimal @db.Decimal(12, 2)", SchemaChangeKind.TypeWidened, ChangeClass.Safe)]
    [TestCase("DateTime", "DateTime @db.Timestamp(6)", SchemaChangeKind.TypeWidened, ChangeClass.Safe)]
    [TestCase("Int @db.SmallInt", "Int", SchemaChangeKind.TypeWidened, ChangeClass.Care)]
    [TestCase("Int", "BigInt", SchemaChangeKind.TypeWidened, ChangeClass.Care)]
    [TestCase("Decimal @db.Decimal(10, 2)", "Decimal @db.Decimal(12, 4)", SchemaChangeKind.TypeWidened, ChangeClass.Care)]
    [TestCase("String", "String @db.VarChar(20)", SchemaChangeKind.TypeNarrowed, ChangeClass.Breaking)]
    [TestCase("BigInt", "Int", SchemaChangeKind.TypeNarrowed, ChangeClass.Breaking)]
    [TestCase("Float", "Float @db.Real", SchemaChangeKind.TypeNarrowed, ChangeClass.DataLoss)]
    [TestCase("Decimal @db.Decimal(10, 4)", "Decimal @db.Decimal(10, 2)", SchemaChangeKind.TypeNarrowed, ChangeClass.DataLoss)]
    [TestCase("Float", "Int", SchemaChangeKind.TypeChanged, ChangeClass.DataLoss)]
    [TestCase("DateTime", "DateTime @db.Date", SchemaChangeKind.TypeChanged, ChangeClass.DataLoss)]
    [TestCase("Int", "String", SchemaChangeKind.TypeChanged, ChangeClass.Breaking)]
    [TestCase("DateTime", "DateTime @db.Timestamptz(3)", SchemaChangeKind.TypeChanged, ChangeClass.Breaking)]
    [TestCase("String", "Int", SchemaChangeKind.TypeChanged, ChangeClass.DataLoss)]
    [TestCase("String", "String @db.Uuid", SchemaChangeKind.TypeChanged, ChangeClass.DataLoss)]
    [TestCase("String", "String[]", SchemaChangeKind.ScalarToList, ChangeClass.DataLoss)]
    [TestCase("Int[]", "Int", SchemaChangeKind.ListToScalar, ChangeClass.DataLoss)]
    [TestCase("String[]", "String", SchemaChangeKind.ListToScalar, ChangeClass.Breaking)]
    public void A_type_changes_by_what_becomes_of_its_values(string before, string after, SchemaChangeKind kind, ChangeClass expected) =>
        Only(ComparePosts("value " + before, "value " + after), kind).Class.Should().Be(expected);

    [TestCase("String", "String @db.Text")]
    [TestCase("Decimal", "Decimal @db.Decimal(65, 30)")]
    [TestCase("DateTime", "DateTime @db.Timestamp(3)")]
    [TestCase("DateTime", "DateTime @db.Timestamp")]
    [TestCase("Json @default(\"{\\\"a\\\": 1}\")", "Json @default(\"{\\\"a\\\":1}\")")]
    [TestCase("Float @default(1.0)", "Float @default(1)")]
    public void Two_ways_to_write_one_type_or_default_are_no_change(string before, string after) =>
        ComparePosts("value " + before, "value " + after).Should().BeEmpty();

    [Test]
    public void A_type_that_postgresql_writes_anew_is_changed_through_a_second_column()
    {
        var change = Only(ComparePosts("views Int @default(0)\n  @@index([views])", "views BigInt @default(0)\n  @@index([views])"), SchemaChangeKind.TypeWidened);

        change.Lock?.ToString().Should().Be("ACCESS EXCLUSIVE on Post: reads and writes wait while the table and its indexes are written anew");
        InOrder(
            Sql(change),
            """ADD COLUMN "views_new" BIGINT;""",
            """NEW."views_new" := NEW."views"::BIGINT;""",
            """SET "views_new" = "views"::BIGINT""",
            """CREATE INDEX CONCURRENTLY "Post_views_idx_new" ON "Post" ("views_new");""",
            """DROP COLUMN "views";""");
    }

    [Test]
    public void An_optional_field_becomes_required_behind_a_validated_check()
    {
        var change = Only(ComparePosts("title String?", "title String"), SchemaChangeKind.MadeRequired);

        change.Class.Should().Be(ChangeClass.Breaking);
        change.Lock?.Duration.Should().Be("while every row is read");
        InOrder(Sql(change), "NOT VALID", "VALIDATE CONSTRAINT", "SET NOT NULL", "DROP CONSTRAINT");
    }

    [Test]
    public void A_required_field_becomes_optional_before_a_client_leaves_it_out()
    {
        var change = Only(ComparePosts("title String", "title String?"), SchemaChangeKind.MadeOptional);

        change.Class.Should().Be(ChangeClass.Care);
        change.Steps.Select(step => step.Phase).Should().Equal(MigrationPhase.Expand, MigrationPhase.Migrate, MigrationPhase.Migrate);
    }

    [TestCase("n Int", "n Int @default(1)", SchemaChangeKind.DefaultAdded, ChangeClass.Safe)]
    [TestCase("n Int @default(1)", "n Int @default(2)", SchemaChangeKind.DefaultChanged, ChangeClass.Safe)]
    [TestCase("n Int @default(1)", "n Int", SchemaChangeKind.DefaultRemoved, ChangeClass.Care)]
    [TestCase("s String @default(dbgenerated(\"now()::text\"))", "s String", SchemaChangeKind.DefaultRemoved, ChangeClass.Breaking)]
    [TestCase("s String? @default(dbgenerated(\"now()::text\"))", "s String?", SchemaChangeKind.DefaultRemoved, ChangeClass.Care)]
    [TestCase("n Int", "n Int @default(autoincrement())", SchemaChangeKind.AutoincrementAdded, ChangeClass.Breaking)]
    [TestCase("n Int @default(autoincrement())", "n Int", SchemaChangeKind.AutoincrementRemoved, ChangeClass.Breaking)]
    [TestCase("s String @default(cuid())", "s String @default(uuid())", SchemaChangeKind.ClientDefaultChanged, ChangeClass.Safe)]
    [TestCase("s String @default(uuid())", "s String", SchemaChangeKind.ClientDefaultChanged, ChangeClass.Care)]
    [TestCase("t DateTime", "t DateTime @updatedAt", SchemaChangeKind.UpdatedAtChanged, ChangeClass.Safe)]
    [TestCase("t String?", "t String? @ignore", SchemaChangeKind.FieldIgnored, ChangeClass.Safe)]
    [TestCase("t String", "t String @ignore", SchemaChangeKind.FieldIgnored, ChangeClass.Breaking)]
    public void A_default_counts_by_who_sends_the_value(string before, string after, SchemaChangeKind kind, ChangeClass expected) =>
        Only(ComparePosts(before, after), kind).Class.Should().Be(expected);

    [Test]
    public void A_sequence_starts_behind_what_is_there()
    {
        var change = Only(ComparePosts("n Int", "n Int @default(autoincrement())"), SchemaChangeKind.AutoincrementAdded);

        InOrder(Sql(change), "CREATE SEQUENCE \"Post_n_seq\" OWNED BY \"Post\".\"n\";", "setval('\"Post_n_seq\"'", "SET DEFAULT nextval('\"Post_n_seq\"');");
    }

    [Test]
    public void Names_are_quoted_as_the_database_has_them()
    {
        var change = Only(
            Compare("model A {\n  id Int @id\n  @@map(\"we\\\"ird\")\n}", "model A {\n  id Int @id\n  b String? @map(\"it's\")\n  @@map(\"we\\\"ird\")\n}"),
            SchemaChangeKind.FieldAdded);

        Sql(change).Should().Contain("""ALTER TABLE "we""ird" ADD COLUMN "it's" TEXT;""");
    }
}
