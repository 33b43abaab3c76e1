using NUnit.Framework;
using PrismaLint.Connectors;
using PrismaLint.Rules.Types;
using PrismaLint.Testing;

namespace PrismaLint.Tests.Rules.Types;

public sealed class UuidStoredAsTextRuleTests : RuleTests<UuidStoredAsTextRule>
{
    [Test]
    public void Reports_the_key_with_what_refers_to_it_and_changes_both() =>
        Lint("""
            model User {
              [|id|]    String @id @default(uuid()) @db.VarChar(36)
              posts Post[]
            }

            model Post {
              id       Int     @id
              authorId String? @db.VarChar(36)
              author   User?   @relation(fields: [authorId], references: [id])
            }
            """)
        .Should().Report("`User.id` keeps a UUID as text, and so does `Post.authorId`, and the database has a type for it: `@db.Uuid`")
        .And.BecomeWhenFixed("""
            model User {
              id    String @id @default(uuid()) @db.Uuid
              posts Post[]
            }

            model Post {
              id       Int     @id
              authorId String? @db.Uuid
              author   User?   @relation(fields: [authorId], references: [id])
            }
            """);

    [Test]
    public void Uses_the_type_of_sql_server() =>
        Lint("model A {\n  [|id|] String @id @default(dbgenerated(\"newid()\"))\n}", Provider.SqlServer)
            .Should().Report("`A.id` keeps a UUID as text, and the database has a type for it: `@db.UniqueIdentifier`")
            .And.BecomeWhenFixed("model A {\n  id String @id @default(dbgenerated(\"newid()\")) @db.UniqueIdentifier\n}");

    [Test]
    public void Offers_no_fix_for_a_default_that_is_text_itself() =>
        Lint("model A {\n  [|id|] String @id @default(dbgenerated(\"gen_random_uuid()::text\"))\n}").ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Offers_no_fix_where_a_column_tied_to_the_key_has_another_default() =>
        Lint("model A {\n  [|id|] String @id @default(uuid())\n  b B?\n}\n\nmodel B {\n  id String @id @default(cuid())\n  a A @relation(fields: [id], references: [id])\n}")
            .ReportAtTheMarks().And.OfferNoFix();

    [Test]
    public void Reports_a_habit_once_and_exceptions_one_by_one()
    {
        const string text = "model {0} {{\n  {1} String @id @default(uuid()){2}\n}}\n";
        Lint(Model("A", "[|id|]") + Model("B", "id") + Model("C", "id") + Model("D", "id"))
            .Should().Report("`A.id` and 3 more keys keep UUIDs as text, and the database has a type for it: `@db.Uuid`");
        Lint(Model("A", "[|id|]") + Model("B", "id", " @db.Uuid")).ReportAtTheMarks();

        static string Model(string name, string id, string native = "") =>
            string.Format(System.Globalization.CultureInfo.InvariantCulture, text, name, id, native);
    }

    [TestCase("id String @id @default(uuid()) @db.Uuid")]
    [TestCase("id String @id @default(cuid())")]
    [TestCase("id String @id @default(ulid())")]
    [TestCase("id String @id")]
    [TestCase("id String @id @default(dbgenerated(\"my_key()\"))")]
    [TestCase("id Int @id\n  token String @default(uuid())")]
    [TestCase("id String @id @default(uuid())\n  x Missing")]
    public void Accepts_other_keys_and_columns(string columns) => Lint($"model A {{\n  {columns}\n}}").Should().ReportNothing();

    [TestCase(Provider.MySql)]
    [TestCase(Provider.Sqlite)]
    public void Says_nothing_where_there_is_no_type(Provider provider) => Lint("model A {\n  id String @id @default(uuid())\n}", provider).Should().ReportNothing();
}
